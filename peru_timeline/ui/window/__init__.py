"""The main window: its parts put together, and what each command does there.

The top of the interface: it may use every other room, and no other room may use it.
"""
