"""What can be wrong with a file: a value for each fault, with its location and a sentence that explains it.

Sentences are written here in English and translated where they are shown. Finding faults is up to the models,
checks and readers.
"""
