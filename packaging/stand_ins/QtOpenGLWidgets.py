"""Stands for PySide6.QtOpenGLWidgets in the frozen program: pyqtgraph derives a class from its one widget."""

from PySide6.QtWidgets import QWidget as QOpenGLWidget

__all__ = ["QOpenGLWidget"]
