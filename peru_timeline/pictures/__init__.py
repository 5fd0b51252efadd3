"""Pictures for an audience: a choice of events composed on a page or poster, with title, legend and foot.

No Qt and no fonts: whoever paints a page passes in how wide text is. Slides have a room of their own.
"""
