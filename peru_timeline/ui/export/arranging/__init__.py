"""Arranging a picture in the export preview, with mouse and keys; what a gesture decides is in pictures/arranging/.

Nothing here composes a picture or writes a file.
"""
