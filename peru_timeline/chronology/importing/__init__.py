"""Importing: files of other programs become chronologies, and every loss is reported.

The steps: detection.py recognises the format; a module of readers/ yields the events row by row, or a table, to whose
columns mapping.py assigns roles; dating.py interprets the dates of all events together; building.py makes the
chronology. Whatever cannot be interpreted, or has no place in a chronology, is reported as a loss with its row.
importer.py runs the steps. Each is a pure function of the one before, so that a wizard can go back and forth.

Nothing here imports Qt, writes a file or opens a network connection.
"""
