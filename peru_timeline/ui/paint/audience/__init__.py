"""Painting what goes before an audience: compositions, for the stage and for files.

The marks are those of the window, painted larger; nothing is laid out here.
"""
