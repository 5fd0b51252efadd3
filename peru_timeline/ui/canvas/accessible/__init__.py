"""The timeline for screen readers: painted events as accessible items, their texts, and announcements.

It reads the timeline view and acts on the state; nothing here changes what is painted.
"""
