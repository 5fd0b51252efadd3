"""Peru Timeline: a chronology on a zoomable timeline, with what the sources say."""

__version__ = "0.1.0"
