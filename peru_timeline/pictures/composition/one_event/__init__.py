"""The page of one event: what it is, the words of its source, and a timeline of where it stands among others."""
