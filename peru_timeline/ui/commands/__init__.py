"""Commands: the one table of them, and the menus, shortcuts, palette and key sheet that read it.

What a command does is not decided here: the window binds each id to a callable.
"""
