"""Files that other timeline programs read, a module for each format, and what each of them cannot hold.

No format but ours keeps quotations apart from text, or knows how well a date is known. What has no place of its own is
written as text where the format allows it; what is lost all the same is named before anything is saved.
"""
