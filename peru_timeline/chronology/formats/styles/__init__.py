"""Sources as APA, MLA, Chicago and ISO 690 cite them, in English and Spanish.

Written here and not left to a processor of CSL styles, after trying two with the styles of the CSL project: citeproc-py
fails on ranges of days, names a source without an author twice and sets the full stop after the quotation mark;
citeproc-js, whose licence asks for a notice in every window, writes 45 BCE to 12 CE as “45–12 BC”, “45a. C.” without
a space, and “mayo 27”. A source has nine fields; what the styles say of them are a few pages. Programs that have CSL
get CSL-JSON (`formats/bibliography.py`).
"""
