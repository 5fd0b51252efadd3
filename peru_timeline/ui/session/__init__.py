"""The life of the program round its contents: window frame, opening files, failures, signals of the system.

Nothing here knows what the window contains.
"""
