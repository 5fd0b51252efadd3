"""Checks that no schema can make: attribution, hedges, bounds of dates, what a story leaves out."""
