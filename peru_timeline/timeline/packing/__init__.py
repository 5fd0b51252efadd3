"""Packing: the row of each event in its lane at one octave of zoom, and which events are merged into clusters.

Nothing here depends on which stretch of time is visible, so panning never moves a mark to another row. The one
exception, `OctavePlanner.may_fit_all_titles`, only decides whether packing is worth trying.
"""
