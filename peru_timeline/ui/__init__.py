"""The window: the only package that imports Qt. It paints scenes and computes none."""
