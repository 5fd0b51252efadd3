"""The form of an event: its fields, the rows of its lists, the dialogs that make an actor or a source on the spot.

Each field takes over what is written by itself, through the draft; nothing here knows files or undo.
"""
