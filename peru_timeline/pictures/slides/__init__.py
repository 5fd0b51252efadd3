"""Slides for PowerPoint: pages as native, editable shapes, made with python-pptx."""
