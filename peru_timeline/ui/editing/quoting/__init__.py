"""Quoting documents: the text with its quotations marked, the fields of its source, and the dialog that holds both.

What is selected becomes a quotation by `ui/window/commands/quote_commands.py`; nothing here changes a chronology.
"""
