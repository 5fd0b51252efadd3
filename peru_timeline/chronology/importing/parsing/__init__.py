"""What several readers need: opening an untrusted file and parsing it within limits of size and depth.

CSV rows, JSON, XML, archives, markup. Nothing here knows the formats of other programs, or events.
"""
