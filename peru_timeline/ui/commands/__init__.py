"""Commands: the one table of them, and the menus, shortcuts, palette and key sheet that read it.

What a command does is not decided here; the window connects each to a callable.
"""
