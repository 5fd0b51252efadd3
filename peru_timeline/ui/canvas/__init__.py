"""The timeline on the screen: the painted canvas, gestures, keys, navigation, overview, accessible events.

It asks `timeline` for scenes and paints them; panels and dialogs belong elsewhere.
"""
