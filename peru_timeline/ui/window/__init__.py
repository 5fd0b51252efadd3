"""The main window: its parts put together, its bar and status line; `commands` says what each command does.

The top of the interface: it may use every other room, and no other room may use it.
"""
