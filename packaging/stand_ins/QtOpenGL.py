"""Stands for PySide6.QtOpenGL in the frozen program: 9 MB that pyqtgraph imports.

pyqtgraph uses it only inside functions that paint by OpenGL, which nothing here asks for.
"""
