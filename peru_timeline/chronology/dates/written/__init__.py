"""Reading dates as people write them: “c. 1850”, “early May 2012”, “siglo III a. C.”, “29/12/2022 al 2/1/2023”.

`understand` reads one text. `decide_column` looks at all texts of a column first, and settles what a single text
leaves ambiguous. Both are pure. signs.py translates a text into tokens, called signs; points.py and phrases.py parse
the signs into one point in time or two; point.py writes them as EDTF. A text with an unknown word is not understood:
nothing is guessed. What knows of files or events does not belong here.
"""
