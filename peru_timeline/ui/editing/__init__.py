"""Changing the open chronology: one editor that does and undoes, and the form that an event is written in.

What a change is, and why one is refused, is said in `chronology/editing`; here is what the reader sees of it.
"""
