"""Benchmarks: ``python -m benchmarks`` (or ``make bench``) measures starts, frames, pictures and large files."""
