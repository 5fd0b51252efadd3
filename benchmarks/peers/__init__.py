"""Beside other timelines: the same events and the same moves, in turn."""
