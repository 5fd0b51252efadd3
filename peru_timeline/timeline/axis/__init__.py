"""Time as a straight line: spans of days, the scale from days to pixels, and the ticks of the axis."""
