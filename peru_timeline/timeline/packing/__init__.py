"""Packing: which row of its lane each event stands in at one octave of zoom, and what must be merged.

Nothing here depends on where the window stands in time, so panning never moves a mark to another row.
"""
