"""Arranging a picture by hand: what a gesture on a composition decides, and going back. No Qt."""
