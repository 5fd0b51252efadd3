"""The picture of a whole chronology: every key event by name, the rest as density.

How the page around it looks, and what is told where somebody chose, is the composition's.
"""
