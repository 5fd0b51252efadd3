"""Readers, one module for each format: each takes an opened file and returns the values of found.py.

A reader reports what it cannot read, and interprets a date only where its format is unambiguous.
"""
