"""The life of the program around its contents: the window shell, opening files, failures, signals of the system.

Nothing here knows what the window contains.
"""
