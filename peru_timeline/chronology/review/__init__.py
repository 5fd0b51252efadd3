"""Reviewing a chronology against its sources: full texts, checked quotations, and the review sheet."""
