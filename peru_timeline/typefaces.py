"""The bundled typefaces: the names of the two families, and the weights in use.

The files are in `resources/fonts`; `ui/look/fonts.py` makes fonts of them.
"""

from __future__ import annotations

SANS, SERIF = "Inter", "Source Serif 4"
REGULAR, MEDIUM, SEMIBOLD, BOLD = 400, 500, 600, 700  # as in CSS
