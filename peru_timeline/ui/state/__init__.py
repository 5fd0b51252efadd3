"""What is open and what the reader has chosen: chronology, query, selection, grouping, settings, visited spans.

Each fact has one owner here, with signals for those who follow it. No widgets, and nothing about their appearance.
"""
