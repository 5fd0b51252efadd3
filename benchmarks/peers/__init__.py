"""Comparison with other timelines, over the same events and with the same moves."""
