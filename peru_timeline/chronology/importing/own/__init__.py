"""Our own spreadsheets coming back: what their records hold, and what somebody has changed in the cells since.

Here is nothing that knows other programs' files.
"""
