"""Arranging by hand: what a saved view keeps of its picture beyond what the rules decide.

Values and pure changes of them; nothing here draws, and nothing knows of pixels.
"""
