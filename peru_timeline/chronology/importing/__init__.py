"""Opening what people already have: files of other programs become chronologies, and nothing is lost unsaid.

The way of a file: detection.py says what it is; a module of readers/ yields its events as found, row by row, or a
table whose columns mapping.py gives roles; dating.py understands the dates of all events together; building.py makes
the chronology. Whatever is not understood or has no place in a chronology is a loss, told with its row. importer.py is
the door: each step is a pure function of the one before, so that a wizard can go back and forth.

Nothing here knows of Qt, writes a file or opens a network connection.
"""
