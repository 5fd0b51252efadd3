"""Export: the dialog with its form and preview, rendering to the bytes of a file, printing, the clipboard."""
