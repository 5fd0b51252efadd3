"""What happened: the chronology as frozen values. No Qt, no pixels, no "now showing"."""
