"""The stage: saved views, the file they are kept in, and presenting them full screen to an audience.

What is on the stage is composed in `pictures/composition`, as slides and pictures are; here it is shown, step by step.
"""
