"""Changing a chronology: its file as bytes that keep what nobody touched, and two files compared and merged.

Nothing here knows of windows, undo menus or dialogs, and nothing writes to a disk.
"""
