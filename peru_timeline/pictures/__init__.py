"""Pictures for an audience: a choice of events composed on a page or poster, with legend and foot.

No Qt: whoever paints a page measures its text. Slides have a room of their own.
"""
