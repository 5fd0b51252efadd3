"""What several readers need: a file that may be anything is opened, and taken apart within bounds of size and depth.

CSV rows, JSON, XML, archives, markup. What knows of a format or of events does not belong here.
"""
