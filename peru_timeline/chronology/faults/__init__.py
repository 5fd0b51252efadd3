"""What can be wrong with a file: one value for each fault, its place, and the sentence that tells it.

Sentences are written here in English and translated where they are shown. Finding faults is the work of the
readers and checks, not of this room.
"""
