"""How the window looks and speaks: theme, fonts, style, icons, plain text, wording, the base of all dialogs.

Small parts that every other room may use. Nothing here knows the open chronology or the timeline.
"""
