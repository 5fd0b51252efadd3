"""What the command line answers when it cannot do as asked; messages are sentences."""

from __future__ import annotations


class FileFaultError(Exception):
    """A fault in a file; the message says all of it. Exit status 1."""


class UsageError(Exception):
    """What was typed makes no sense for this chronology or machine. Exit status 2."""
