"""Everything that exists because a chronology may hold a million events.

Raw records read with msgspec, batches, events made on demand, columns of numbers for all events at once, and the
cache of a large file between two starts. It offers no rules of its own about what a valid chronology is.
"""
