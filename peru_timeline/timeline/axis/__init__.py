"""Time and pixels: time spans, the linear scale from days to px, and the ticks of the axis."""
