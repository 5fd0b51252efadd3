"""The composition: what goes before an audience, the same on the stage, on a slide and in a picture.

A headline, a few events with titles that can be read from the back of a room, one quotation, and a count of the rest.
No Qt and no fonts: whoever paints or writes a composition passes in how wide text is.
"""
