"""Documents as readers have them: text, Markdown, HTML and PDF, as paragraphs under headings, and what they cite.

Everything a file holds is text here: nothing is run, followed or fetched. Nothing here knows of chronologies.
"""
