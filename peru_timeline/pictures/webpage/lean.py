"""Script and style sheet without what only their authors need: comments, spaces around signs, long names."""

from __future__ import annotations

import re
from collections import Counter
from string import ascii_lowercase, ascii_uppercase

_SCRIPT_SIGNS, _STYLE_SIGNS = "{}()=?:;,|&<>", "{};,>"
_QUOTED = r"""("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)"""
_OPERATORS = re.compile(rf"{_QUOTED}|(?<=[\w)\]]) ?([-+*/]=?) ?(?=[\w(])", re.DOTALL)
"""Between a name and a name: not before another sign, with which it would be read as one."""
_COMMENTS = ("//", "/*")
_LINE_ENDS = re.compile(r"([;{},(])\n|\n(?=\})")
"""Line breaks that mean nothing; after other signs they may end a statement. After a statement stands a semicolon, so
that a brace without one ends a block."""
_LAST_SEMICOLONS = re.compile(rf"{_QUOTED}|;(\}})", re.DOTALL)
"""A block ends its last statement; no loop of the script is without a body."""

_DECLARED = re.compile(
    r"\bfunction (\w+)|\b(?:const|let) (\w+)|,(\w+)=(?!=)|\b(\w+)=>|[(,](\w+)(?=[\w,]*\)(?:=>|\{))"
)
_NO_MERE_NAME = r"\.{0}\b|\b{0}:|(?:(?<!\$)\{{|,){0}[,}}]|^{0}\([^)]*\)\{{"
"""Where a name is, or may be, that of a property: after a dot, before a colon, alone in braces, or a method."""
_TEXTS = re.compile(r""""(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`""", re.DOTALL)
_IN_TEMPLATE = re.compile(r"\$\{[^{}]*\}")
_SHORTEST = 3


def lean_script(code: str) -> str:
    """The same script, shorter; what stands in quotation marks stays as it is.

    A line that is a comment stands alone, and no comment follows code in a line.
    """
    spaced = _OPERATORS.sub(lambda match: match[1] or match[2], _lean(code, _SCRIPT_SIGNS))
    joined = _LINE_ENDS.sub(r"\1", _with_short_names(spaced))
    return _LAST_SEMICOLONS.sub(lambda match: match[1] or match[2], joined)


def _with_short_names(code: str) -> str:
    """Give short names to what the script itself declares.

    A name stays if it is anywhere that of a property or a word of a text, so the same letters never mean two things.
    """
    declared = {name for found in _DECLARED.findall(code) for name in found if name}
    texts = " ".join(_IN_TEMPLATE.sub(" ", text) for text in _TEXTS.findall(code))
    said = set(re.findall(r"\w+", texts))
    names = [
        name
        for name in sorted(declared - said)
        if len(name) > _SHORTEST and not re.search(_NO_MERE_NAME.format(name), code, re.MULTILINE)
    ]
    short = {name: f"${_letters(number)}" for number, name in enumerate(_by_use(names, code))}
    if not short:
        return code
    return re.sub(rf"\b({'|'.join(short)})\b", lambda match: short[match[0]], code)


def _by_use(names: list[str], code: str) -> list[str]:
    """The names, those that are used most first."""
    used = Counter(re.findall(r"\w+", code))
    return sorted(names, key=lambda name: (-used[name], name))


def _letters(number: int) -> str:
    """A to Z, a to z, then two letters: a name for each number."""
    alphabet = ascii_uppercase + ascii_lowercase
    more, rest = divmod(number, len(alphabet))
    return (_letters(more - 1) if more else "") + alphabet[rest]


def lean_style(code: str) -> str:
    """The same style sheet, shorter; a space beside a bracket or colon means something there and stays."""
    return _lean(code, _STYLE_SIGNS).replace(": ", ":")  # no selector has a space after its colon


def _lean(code: str, signs: str) -> str:
    spaced = re.compile(rf"{_QUOTED}|[ ]*([{re.escape(signs)}])[ ]*", re.DOTALL)
    lines = (line.strip() for line in code.splitlines())
    kept = (line for line in lines if line and not line.startswith(_COMMENTS))
    return "\n".join(spaced.sub(lambda match: match[1] or match[2], line) for line in kept)
