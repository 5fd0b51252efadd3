"""The panels beside the timeline: filters, the event and its quotations, the table, the search field.

A panel reads the state and writes to it. Panels know neither each other nor the canvas.
"""
