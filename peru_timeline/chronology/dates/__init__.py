"""Dates: the Extended Date/Time Format (EDTF), four bounds for each date, and dates in words.

Days are plain integers (day 1 is 0001-01-01), without the limits of `datetime`. What knows of events or files
does not belong here.
"""
