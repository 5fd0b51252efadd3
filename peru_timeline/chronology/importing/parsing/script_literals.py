"""Rewrites the object literals of a script as JSON: single quotes, bare keys, comments, trailing commas, `new Date(…)`.

Examples of timeline widgets are written so, and people keep their timelines as such files.
"""

from __future__ import annotations

import json
import re

LONGEST = 1_000_000
MOST_COMMENTS = 1000
_TOKEN = re.compile(
    r'(?P<double>"(?:[^"\\\n]|\\.)*+")'
    r"|(?P<single>'(?:[^'\\\n]|\\.)*+')"
    r"|(?P<comment>//[^\n]*|/\*(?:[^*]|\*(?!/))*+\*/)"
    r"|(?P<date>\bnew\s+Date\s*\((?P<parts>[^()\n]{0,100})\))"
    r"|(?P<word>[A-Za-z_$][\w$]*)"
    r"|\\.",  # an escaped quotation mark outside of a text opens none
    re.DOTALL,
)
_LAST_COMMA = re.compile(r'"(?:[^"\\\n]|\\.)*+"|(,)(?=\s*[}\]])')
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_AS_THEY_ARE = frozenset(("true", "false", "null"))
_NO_VALUE = frozenset(("undefined", "NaN", "Infinity"))


def as_json(text: str) -> str:
    """Rewrite a literal; what is no literal comes out as text that is no JSON either."""
    if len(text) > LONGEST or text.count("/*") > MOST_COMMENTS:
        return ""
    return _LAST_COMMA.sub(lambda match: "" if match[1] else match[0], _TOKEN.sub(_rewritten, text))


def _rewritten(match: re.Match[str]) -> str:
    kind, token = match.lastgroup, match[0]
    if match["date"] is not None:
        return json.dumps(_moment(match["parts"]))
    if kind in ("double", "single"):
        return json.dumps(_ESCAPE.sub(_unescaped, token[1:-1]))
    if kind == "comment":
        return ""
    if kind == "word" and token not in _AS_THEY_ARE:
        return "null" if token in _NO_VALUE else json.dumps(token)
    return token


def _unescaped(match: re.Match[str]) -> str:
    sign = match[1]
    return chr(int(sign[1:], 16)) if len(sign) == 5 else _ESCAPED.get(sign, sign)


def _moment(parts: str) -> str:
    """The date of `new Date(2013, 3, 20)`, whose months count from 0, or of `new Date("2013-04-20")`."""
    found = [part.strip() for part in parts.split(",")]
    if not all(part.isdecimal() and len(part) < 5 for part in found) or len(found) < 2:
        return parts.strip().strip("\"'")
    numbers = [int(part) for part in found]
    day = numbers[2] if len(numbers) > 2 else 1
    date = f"{numbers[0]:04}-{numbers[1] + 1:02}-{day:02}"
    time = [*numbers[3:6], 0, 0, 0][:3]
    return date + ("T{:02}:{:02}:{:02}".format(*time) if len(numbers) > 3 else "")
