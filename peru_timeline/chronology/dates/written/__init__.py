"""What people write for dates, understood: “c. 1850”, “early May 2012”, “siglo III a. C.”, “29/12/2022 al 2/1/2023”.

`understand` reads one text, `decide_column` looks at all texts of a column first, and `understand` then follows its
ways. Both are pure. Text becomes signs of one small language (signs.py), signs become a point or two (points.py,
phrases.py), points become EDTF (point.py). A word that is not known makes the whole text not understood: nothing is
guessed. What knows of files or events does not belong here.
"""
