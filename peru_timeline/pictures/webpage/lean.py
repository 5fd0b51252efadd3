"""Script and style sheet without what only their authors need: comments, indentation, spaces around signs."""

from __future__ import annotations

import re

_SCRIPT_SIGNS, _STYLE_SIGNS = "{}()=?:;,|&<>", "{};,>"
_QUOTED = r"""("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)"""
_OPERATORS = re.compile(rf"{_QUOTED}|(?<=[\w)\]]) ([-+*/]) (?=[\w(])", re.DOTALL)
"""Between a name and a name: not before another sign, with which it would be read as one."""
_COMMENTS = ("//", "/*")


def lean_script(code: str) -> str:
    """The same script, shorter; what stands in quotation marks stays as it is.

    A line that is a comment stands alone, and no comment follows code in a line.
    """
    return _OPERATORS.sub(lambda match: match[1] or match[2], _lean(code, _SCRIPT_SIGNS))


def lean_style(code: str) -> str:
    """The same style sheet, shorter; a space beside a bracket or colon means something there and stays."""
    return _lean(code, _STYLE_SIGNS).replace(": ", ":")  # no selector has a space after its colon


def _lean(code: str, signs: str) -> str:
    spaced = re.compile(rf"{_QUOTED}|[ ]*([{re.escape(signs)}])[ ]*", re.DOTALL)
    lines = (line.strip() for line in code.splitlines())
    kept = (line for line in lines if line and not line.startswith(_COMMENTS))
    return "\n".join(spaced.sub(lambda match: match[1] or match[2], line) for line in kept)
