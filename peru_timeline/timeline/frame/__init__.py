"""One frame: an arrangement seen through a time scale, as a scene in pixels.

Everything here runs for every frame, so it touches only what is visible.
"""
