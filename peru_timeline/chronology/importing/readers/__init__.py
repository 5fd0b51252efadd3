"""One module a format: each reads a file that is opened already, and yields what it holds in the words of found.py.

What a reader does not understand it tells; it decides nothing about dates beyond what its format says for certain.
"""
