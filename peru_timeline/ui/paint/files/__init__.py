"""Pictures as the bytes of PNG, SVG and PDF files.

What is in a picture is composed elsewhere, and painted as on the screen; here are the formats and their traps.
"""
