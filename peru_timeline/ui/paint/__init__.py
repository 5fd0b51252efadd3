"""Painting: scenes and pages drawn with QPainter, for the screen and for files alike.

Painters draw what a scene or page says and compute no layout. No widgets.
"""
