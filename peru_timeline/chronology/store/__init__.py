"""Everything that exists because a chronology may hold a million events.

Records read with msgspec, batches of them, a store that creates events on demand, columns of numbers for all
events at once, and the cache of large files between two starts. What a valid chronology is, models and checks say.
"""
