"""The document: what anyone can read without a script, then the data, one style sheet and one script, and nothing else.

The policy in its head allows just this style sheet and this script, by their checksums, and no request to anywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from peru_timeline.chronology.faults.messages import QT_TRANSLATE_NOOP
from peru_timeline.chronology.text import in_language
from peru_timeline.paths import default_chronology, resources_dir
from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.progress import Progress, unheard
from peru_timeline.pictures.subject import Subject, filter_in_words
from peru_timeline.pictures.webpage.articles import (
    Articles,
    escaped,
    in_both,
    own_words,
    source_list,
)
from peru_timeline.pictures.webpage.lean import lean_script, lean_style
from peru_timeline.pictures.webpage.letters import letters
from peru_timeline.pictures.webpage.page_data import Story, page_data
from peru_timeline.pictures.webpage.words import LANGUAGES, page_words
from peru_timeline.timeline.text_measure import TextMeasure
from peru_timeline.typefaces import MEDIUM, REGULAR, SANS

MOST_EVENTS = 20_000
SCRIPTS = ("layout.js", "paint.js", "page.js")
"""Joined in this order into one script."""
STYLE = "page.css"
TOO_MANY_EVENTS = QT_TRANSLATE_NOOP(
    "Faults", "a web page holds at most {0} events, not {1}; choose fewer with a filter"
)
_ALWAYS = frozenset(map(chr, (*range(32, 127), *range(161, 256)))) | frozenset("…·–—“”‘’←→↑↓−×¶")
"""Letters of the page's own words and of most languages of Europe; one set for most pages, as each takes a second."""
_LAST_LETTER = "\u2bff"
"""The typefaces have no letters beyond."""

_PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Peru Timeline">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header id="_head"><h1>{heading}</h1>{subtitle}</header>
<main id="_main">
<script type="application/json" id="_data">{data}</script>
<script>{script}</script>
<section id="_list">
{list_heading}
{articles}
{bands}
{sources}
</section>
</main>
<footer id="_foot">{notice}</footer>
</body>
</html>
"""


COLOUR_NAMES = (
    "ground", "shade", "raised", "line", "line_soft", "ink", "ink_soft", "ink_faint", "selection", "on_selection",
    "guide", "density", "panel", "border", "hover", "accent", "highlight",
)  # fmt: skip
"""Of a theme, that the page uses; besides them `blocs` and `bloc_tints`."""


class Colours(NamedTuple):
    """The colours of the page by day and by night: names of the style sheet's variables -> #RRGGBB."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


class _StoppedError(Exception):
    """The reader stopped the work."""


def refuse_too_many(subject: Subject) -> None:
    """Raise PageError where a subject has more events than a browser shows well."""
    if (count := len(subject.events)) > MOST_EVENTS:
        raise PageError(TOO_MANY_EVENTS.of(MOST_EVENTS, count))


def web_page(
    subject: Subject,
    measure: TextMeasure,
    colours: Colours,
    story: Story | None = None,
    progress: Progress = unheard,
) -> bytes | None:
    """The page of the events that a subject shows; None if `progress` stopped the work.

    Raises PageError where there are more events than a browser shows well.
    """
    refuse_too_many(subject)
    count = len(subject.events)
    done, steps = 0, 2 * count + 200

    def step() -> None:
        nonlocal done
        done += 1
        if done % 100 == 0 and not progress(min(done, steps - 1), steps):
            raise _StoppedError

    try:
        data = page_data(subject, measure, story, step)
        told, articles = Articles(subject), []
        for article in told.all():
            step()
            articles.append(article)
    except _StoppedError:
        return None
    written = _document(subject, data, articles, told.bands(), colours).encode("utf-8")
    progress(steps, steps)
    return written


def script() -> str:
    """The page's script: the files of `resources/webpage`, joined."""
    folder = resources_dir() / "webpage"
    parts = [(folder / name).read_text(encoding="utf-8") for name in SCRIPTS]
    return '"use strict";\n(() => {\n' + lean_script("\n".join(parts)) + "\nstart();\n})();\n"


def _document(
    subject: Subject, data: Mapping[str, Any], articles: Iterable[str], bands: str, colours: Colours
) -> str:
    chronology = subject.chronology
    titles = [in_language(chronology.title, language) for language in LANGUAGES]
    written = _json(data)
    style, code = _style(colours, written), script()
    return _PAGE.format(
        language=escaped(subject.language),
        policy=_policy(style, code),
        title=escaped(in_language(chronology.title, subject.language)),
        style=style,
        heading=in_both(titles, "span"),
        subtitle=in_both([_subtitle(subject, language) for language in LANGUAGES], "p", "soft"),
        data=written,
        script=code,
        list_heading=own_words("events", "h2"),
        articles="\n".join(articles),
        bands=bands,
        sources=source_list(subject),
        notice=_notice(subject),
    )


def _subtitle(subject: Subject, language: str) -> str:
    """What the chronology is about, and what of it the page holds."""
    chronology, count = subject.chronology, len(subject.events)
    described = in_language(chronology.description, language) if chronology.description else ""
    shown = page_words(language).shown.format(shown=count, all=len(chronology.events))
    chosen = filter_in_words(subject.query, chronology, language)
    partly = count < len(chronology.events)
    return " · ".join(part for part in (described, shown if partly else "", chosen) if part)


def _notice(subject: Subject) -> str:
    """Licence, and where the page comes from."""
    version = f"{subject.chronology.id} {subject.chronology.version}"
    is_ours = subject.chronology.id == default_chronology().stem
    notice = own_words("own_licence" if is_ours else "notice", "p")
    evenly = own_words("not_stretched", "p") if subject.view.even_time else ""
    return evenly + notice + own_words("made_with", "p") + in_both([version] * 2, "p")


def _json(data: Mapping[str, Any]) -> str:
    """Data that no parser of HTML or JavaScript can take for anything else."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _style(colours: Colours, written: str) -> str:
    """The style sheet, with the colours of both themes and the letters that titles use."""
    used = "".join(
        sorted(_ALWAYS | {letter for letter in set(written) if " " <= letter <= _LAST_LETTER})
    )
    faces = "".join(
        f"@font-face{{font-family:Page;font-weight:{weight};"
        f"src:url(data:font/woff;base64,{letters(SANS, weight, used)})}}\n"
        for weight in (REGULAR, MEDIUM)
    )
    light, dark = _variables(colours.light), _variables(colours.dark)
    themes = (
        f":root{{color-scheme:light;{light}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not(.light){{color-scheme:dark;{dark}}}}}\n"
        f"@media screen{{:root.dark{{color-scheme:dark;{dark}}}}}\n"
    )
    return (
        faces
        + themes
        + lean_style((resources_dir() / "webpage" / STYLE).read_text(encoding="utf-8"))
    )


def _variables(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


def _policy(style: str, code: str) -> str:
    """The content security policy: nothing but this style sheet, this script and the font in the page."""
    return (
        f"default-src 'none'; script-src '{_checksum(code)}'; style-src '{_checksum(style)}'; "
        "img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )


def _checksum(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return "sha256-" + base64.b64encode(digest).decode("ascii")
