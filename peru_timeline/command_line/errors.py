"""The two errors that the command line reports in a sentence of their own."""

from __future__ import annotations


class FileFaultError(Exception):
    """A fault in a file. The message is complete as it is; the exit status is 1."""


class UsageError(Exception):
    """Arguments that make no sense for this chronology or machine. The exit status is 2."""
