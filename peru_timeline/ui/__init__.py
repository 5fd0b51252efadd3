"""The window: the only package that imports Qt or pyqtgraph. It paints scenes and computes none."""
