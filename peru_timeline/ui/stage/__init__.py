"""The stage: saved views, the file they are kept in, and presenting them full screen to an audience.

Views are shown by the canvas; what a picture or slide of them looks like is decided in `pictures`.
"""
