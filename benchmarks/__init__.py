"""Benchmarks: ``python -m benchmarks`` (or ``make bench``) measures start and frames beside their peers."""
