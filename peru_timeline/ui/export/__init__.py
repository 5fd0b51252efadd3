"""Export: the dialog with its form and preview, rendering to the bytes of a file, printing, the clipboard.

What a picture looks like is decided in `pictures`, and painted by `ui.paint`.
"""
