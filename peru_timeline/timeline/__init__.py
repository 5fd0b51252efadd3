"""Where the chronology is drawn: numpy and pixels as floats, no Qt.

``build_columns`` and ``build_lanes`` turn a chronology into arrays; ``arrange`` decides once per zoom level
which row every event stands in and who carries a title; ``lay_out`` makes the scene of one frame from it.
"""
