"""Peru Timeline: a chronology on a zoomable timeline, with what the sources say.

The modules at this level are the command line and what every room shares: paths, file access,
settings. Each folder is a room with a docstring of its own; `docs/architecture.md` has the plan.
"""

__version__ = "0.1.0"

HOMEPAGE = "https://github.com/peru-timeline/peru-timeline"
"""Where the program is published; opened only when the reader asks for it."""
