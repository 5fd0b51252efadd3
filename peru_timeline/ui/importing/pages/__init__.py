"""The pages of the import wizard and what they are made of.

Each shows values that steps.py computes and announces what the reader changes; none computes, reads or writes.
"""
