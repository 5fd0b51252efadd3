"""What happened: the chronology as frozen values, read from a file, checked, queried and searched.

Nothing here knows Qt, pixels or what is on the screen. Dates, faults, the large-file store, the review of
quotations and the output formats have rooms of their own below.
"""
