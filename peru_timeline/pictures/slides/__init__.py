"""Slides for PowerPoint, made of native shapes: pages, events with their quotations, and sources."""
