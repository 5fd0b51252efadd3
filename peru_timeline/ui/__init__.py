"""The interface: the only package that imports Qt or pyqtgraph. It paints scenes and computes none.

Its rooms, from the bottom up; each may use those before it: `look`, `commands`, `paint`, `state`, then side by side
`panels`, `canvas` and `session`, then `stage` and `export`, and `window`, which puts everything together.
"""
