"""The import wizard: a file of another program is shown as it was understood, put right, and opened as a chronology.

What is computed is in `steps.py`, without Qt, and runs on a thread of its own. No file is written here but what the
wizard remembers, and a report that the reader asks for; the result is a chronology that is not saved yet.
"""
