"""What is open and what the reader has chosen: chronology, query, selection, grouping, visited spans.

Each fact has one owner here; other rooms listen to its signals and ask. No widgets.
"""
