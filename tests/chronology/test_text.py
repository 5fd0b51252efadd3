from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peru_timeline.chronology.text import fold, in_language, isolated, printable
from tests.chronology.loading import faults_of, setting
from tests.chronology.made_up import load, small


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ({"en": "Peru", "es": "Perú"}, "es", "Perú"),
        ({"en": "Peru", "es": "Perú"}, "es-PE", "Perú"),
        ({"es": "Perú", "es-PE": "Perú, pues"}, "es-PE", "Perú, pues"),
        ({"en": "Peru", "es": "Perú"}, "qu", "Peru"),
        ({"es": "Perú", "und": "PERU"}, "fr", "PERU"),
        ({"es": "Perú", "qu": "Piruw"}, "fr", "Perú"),
        ({}, "en", ""),
    ],
)
def test_the_readers_language_or_the_nearest(
    texts: dict[str, str], language: str, expected: str
) -> None:
    assert in_language(texts, language) == expected


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Cerrón", "cerron"), ("ÑANDÚ", "nandu"), ("Straße", "strasse"), ("PERU 1992", "peru 1992")],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\u202eb", "a\\u202eb"),
        ("a\ud800b", "a\\ud800b"),
        ("Perú — “¿sí?”\u00a0…\n\t", "Perú — “¿sí?”\u00a0…\n\t"),
        ("می‌خواهم 👩‍🚀", "می‌خواهم 👩‍🚀"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("text", "sign", "place"),
    [
        ("one\ntwo", "U+000A", 4),
        ("one\rtwo", "U+000D", 4),
        ("one\ttwo", "U+0009", 4),
        ("\0", "U+0000", 1),
        ("a\x85", "U+0085", 2),
        ("a\u2028b", "U+2028", 2),
        ("a\u2029b", "U+2029", 2),
        ("File \u202etxt.exe", "U+202E", 6),
        ("\u2066x\u2069", "U+2066", 1),
        ("x\u202a", "U+202A", 2),
        ("x\x9b31m", "U+009B", 2),
        ("x\x7f", "U+007F", 2),
        ("hid\U000e0064\U000e0065n", "U+E0064", 4),
        ("\U0001f3f4\U000e0067 x", "U+E0067", 2),
        ("\ufff9word\ufffagloss\ufffb", "U+FFF9", 1),
        ("12\u206e34", "U+206E", 3),
        ("x\ufffe", "U+FFFE", 2),
        ("x\U0002ffff", "U+2FFFF", 2),
    ],
)
@pytest.mark.parametrize(
    "path",
    [
        "events.0.title", "events.0.title.en", "title", "actors.0.name", "actors.0.short", "actors.0.aliases.0",
        "sectors.0.name", "sources.0.title", "sources.0.publisher", "sources.0.author.0", "events.0.actors.0.role",
        "events.0.evidence.0.section", "events.0.amounts.0.unit", "events.0.amounts.0.of",
    ],
)  # fmt: skip
def test_a_title_or_name_with_such_a_sign_is_a_fault(
    path: str, text: str, sign: str, place: int
) -> None:
    raw = small()
    raw["actors"][0]["aliases"] = ["x"]
    raw["sources"][0]["author"] = ["x"]
    raw["events"][0]["title"] = {"en": "x", "es": "x"}
    raw["events"][0]["amounts"] = [{"value": 1, "unit": "USD", "of": "price"}]
    setting(path, text)(raw)
    told = [fault for fault in faults_of(raw) if "a title or a name is one line" in fault]
    assert len(told) == 1
    assert f": contains {sign} as character {place}; " in told[0]


@pytest.mark.parametrize(
    "text",
    [
        "\u200b",
        "\u200b \u2060",
        "\ufeff",
        "\u3164",
        "\u2800\u2800",
        "\u00ad",
        "\u200f",
        "\ufffc",
        "\U0001d173",
    ],
)
@pytest.mark.parametrize(
    "path", ["events.0.title", "events.0.summary", "actors.0.name", "sources.0.publisher"]
)
def test_a_text_of_which_nothing_is_seen_is_a_fault(path: str, text: str) -> None:
    raw = small()
    setting(path, text)(raw)
    assert any("contains no text" in fault for fault in faults_of(raw))


@pytest.mark.parametrize(
    "sign",
    [
        "\t",
        "\0",
        "\x07",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x7f",
        "\x85",
        "\x9b",
        "\U000e0061",
        "\ufffa",
        "\u206e",
        "\ufffe",
    ],
)
@pytest.mark.parametrize(
    "path",
    ["description", "events.0.summary", "events.0.date_note", "events.0.evidence.0.quote", "events.0.notes.0.text",
     "sources.0.note"],
)  # fmt: skip
def test_of_control_and_hidden_signs_a_longer_text_may_have_line_breaks_only(
    path: str, sign: str
) -> None:
    raw = small()
    setting(path, f"one two three four five{sign}six")(raw)
    assert any(f"contains U+{ord(sign):04X} as character 24" in fault for fault in faults_of(raw))


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_every_line_break_of_a_longer_text_is_one_line_feed(line_break: str) -> None:
    raw = small()
    text = f"one two three{line_break}four five{line_break}{line_break}six"
    raw["description"] = {"en": text, "es": text}
    raw["events"][0]["summary"] = {"en": text, "es": text}
    raw["events"][0]["evidence"] = [{"source": "gazette", "quote": text}]
    raw["events"][0]["notes"] = [{"kind": "gap", "text": {"en": text, "es": text}}]
    chronology = load(raw)
    event = chronology.events[chronology.event_index[raw["events"][0]["id"]]]
    plain = "one two three\nfour five\n\nsix"
    assert event.summary == {"en": plain, "es": plain}
    assert event.evidence[0].quote == plain
    assert event.notes[0].text["en"] == plain
    assert chronology.description == {"en": plain, "es": plain}


@pytest.mark.parametrize(
    "text",
    [
        "Peru\u00a0wins", "a\u200db", "سلام", "👩‍👩‍👧", "é\u0301", "½ \u2009m", "\u200fא", "a\u200eb",
        "a\u061cb", "a\u00adb", "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f and \U0001f3f4",
    ],
)  # fmt: skip
def test_other_signs_are_as_welcome_as_ever(text: str) -> None:
    raw = small()
    raw["events"][0] |= {"title": {"en": text, "es": text}, "summary": {"en": text, "es": text}}
    assert text in [event.title.get("en") for event in load(raw).events]


@pytest.mark.parametrize("text", ["معركة 1948", "קרב 1948", "ܐܒܓ", "Peru, בפרו"])
def test_a_text_from_right_to_left_is_isolated_and_may_be_printed(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"
    assert printable(isolated(text)) == isolated(text)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Treaty\u200f", "Treaty\u200f"),  # its mark would turn a number that follows
        ("turned \u202eover", "turned \u202eover"),
        ("ended\u2069 early", "ended early"),
        ("\u2067open", "\u2067open\u2069"),
        ("\u2067one\u2069 \u2069 \u2066two", "\u2067one\u2069  \u2066two\u2069"),
    ],
)
def test_a_text_that_turns_what_follows_is_isolated_whole(text: str, kept: str) -> None:
    assert isolated(text) == f"\u2068{kept}\u2069"


@pytest.mark.parametrize("text", ["", "Battle of 1948", "Perú – Ñ", "Бой 1948", "戦い", "2 + 2"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert isolated(text) == text
