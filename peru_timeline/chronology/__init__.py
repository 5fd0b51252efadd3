"""What happened: the chronology as frozen values, read from a file, checked, queried and searched.

Nothing here knows Qt, pixels or what is on the screen. Rooms of their own below: dates, faults, the store of
events, the review of quotations, and the output formats.
"""
