"""Editorial remarks on wording: who says it, how sure it is, and whether the title is as careful."""

from __future__ import annotations

import pytest

from peru_timeline.chronology.review.editorial.wording import names_of, wording_remarks
from peru_timeline.chronology.review.editorial.words import Phrases
from tests.chronology.made_up import with_events
from tests.chronology.review.test_editorial import QUOTE, problems, quoting, told


@pytest.mark.parametrize(
    "summary",
    [
        told("The author calls it large.", "Doe lo llama grande."),
        told("Doe calls it large.", "El autor lo llama grande."),
    ],
)
def test_a_source_without_its_name(summary: dict[str, str]) -> None:
    [problem] = problems(with_events({"summary": summary, "evidence": quoting()}))
    assert problem.endswith("without a name")


def test_a_source_named_in_the_same_text_is_known() -> None:
    summary = told("Doe wrote of a quay; the article gives no year.")
    assert problems(with_events({"summary": summary, "evidence": quoting()})) == []


def test_names_of_sources() -> None:
    raw = {"date": "2005", "evidence": [*quoting(), {"source": "almanac", "quote": QUOTE + "!"}]}
    chronology = with_events(raw)
    assert names_of(chronology.sources) == ("Doe", "Gazette", "Roe")
    [gazette] = [source for source in chronology.sources if source.id == "gazette"]
    agency = gazette.model_copy(update={"author": (), "publisher": "United Press International"})
    assert names_of([agency]) == ("UPI", "United Press International")


@pytest.mark.parametrize("status", ["reported", "alleged"])
def test_what_is_passed_on_needs_somebody_who_says_it(status: str) -> None:
    bare = told("A quay was built.", "Se construyó un muelle.")
    assert problems(with_events({"summary": bare, "status": status})) == [
        f"events[event-0].summary.en: the status is “{status}”, but nobody says it",
        f"events[event-0].summary.es: the status is “{status}”, but nobody says it",
    ]
    said = told("A quay was built, Doe writes.", "Se construyó un muelle, escribe Doe.")
    assert problems(with_events({"summary": said, "status": status})) == []
    assert problems(with_events({"summary": bare, "status": "happened"})) == []


def test_wrongdoing_told_as_fact() -> None:
    bare = told("The mayor was sentenced for bribery.", "El alcalde fue condenado por soborno.")
    found = problems(with_events({"summary": bare}))
    assert [problem.split(": ")[0] for problem in found] == [
        "events[event-0].summary.en",
        "events[event-0].summary.es",
    ]
    said = told("The mayor was sentenced, Roe writes.", "El alcalde fue condenado, escribe Roe.")
    assert problems(with_events({"summary": said, "evidence": quoting()})) == []


@pytest.mark.parametrize(
    ("title", "is_bolder"),
    [
        ("Quay built", True),
        ("Quay reportedly built", False),
        ("Doe: quay built", False),
        ("Quay said to be built", False),
    ],
)
def test_a_title_bolder_than_its_summary(title: str, is_bolder: bool) -> None:
    summary = told("A quay was reportedly built, Doe writes.")
    event = {"title": told(title, "Doe: un muelle"), "summary": summary}
    found = problems(with_events(event))
    assert [problem.startswith("events[event-0].title.en") for problem in found] == [
        True
    ] * is_bolder


def test_a_hedge_further_on_does_not_touch_the_title() -> None:
    summary = told("Doe writes that a quay was built. It was possibly the first.")
    event = {"title": told("Quay built", "Un muelle"), "summary": summary}
    assert problems(with_events(event)) == []


def test_the_spanish_conditional_is_a_hedge_and_mining_is_not() -> None:
    summary = told("Doe writes.", "Doe: el muelle habría sido construido.")
    for title, count in (("El muelle se retrasaría", 0), ("La minería y el muelle", 1)):
        event = {"title": {"en": "Doe: quay", "es": title}, "summary": summary}
        assert len(problems(with_events(event))) == count


def test_a_word_for_a_source_may_mean_something_else() -> None:
    summary = told("The source of the river was found.", "Se halló la fuente de la leyenda.")
    assert problems(with_events({"summary": summary})) == []


def test_names_of_an_author_written_surname_first_and_of_a_publisher_without_article() -> None:
    [gazette] = [s for s in with_events({}).sources if s.id == "gazette"]
    source = gazette.model_copy(
        update={"author": ("Roe, Mary Ann",), "publisher": "The Bugle Inc."}
    )
    assert names_of([source]) == ("Bugle Inc.", "Roe", "TBI")


def test_a_name_may_end_in_a_full_stop() -> None:
    chronology = with_events({"evidence": quoting(), "status": "reported"})
    [event] = chronology.events
    sources = {
        name: source.model_copy(update={"author": (), "publisher": "Bugle Inc."})
        for name, source in chronology.source_by_id.items()
    }
    bare = event.model_copy(
        update={"summary": told("It sank (Bugle Inc.).", "Según Doe, así fue.")}
    )
    assert list(wording_remarks(bare, sources)) == []


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("The minister stated that the quay was closed.", "El ministro manifestó que cerró."),
        ("Witnesses testified that it sank.", "Los testigos aseguraron que se hundió."),
        ("The owners denied that it sank.", "Los dueños negaron que se hundiera."),
        ("In Smith’s view it sank.", "De acuerdo con Smith, se hundió."),
    ],
)
def test_ways_of_saying_who_says_it(english: str, spanish: str) -> None:
    event = {"summary": told(english, spanish), "status": "reported"}
    assert problems(with_events(event)) == []


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("An anti-corruption law was passed.", "Se aprobó una ley contra la corrupción."),
        ("A dam was opened.", "Se inauguró la presa de Gallito Ciego."),
        ("The assembly condemned the coup.", "La asamblea condena el golpe."),
    ],
)
def test_no_wrongdoing_is_told(english: str, spanish: str) -> None:
    assert problems(with_events({"summary": told(english, spanish)})) == []


def test_wrongdoing_told_in_a_title_without_a_summary() -> None:
    event = {"title": told("Mayor jailed for bribery", "Encarcelan al alcalde por sobornos")}
    assert problems(with_events(event)) == [
        "events[event-0].title.en: “jailed” is told as fact",
        "events[event-0].title.es: “Encarcelan” is told as fact",
    ]


@pytest.mark.parametrize(
    ("title", "summary", "count"),
    [
        ("Earthquake", "An estimated 70,000 people died.", 0),  # the figure is not in the title
        ("Earthquake kills 70,000", "An estimated 70,000 people died.", 1),
        ("Mayor speaks", "The mayor said to reporters that the quay was open.", 0),
        ("Quay sold: $2 million", "The quay was allegedly sold, Doe writes.", 1),
        ("Visit to the quay", "Gen. Guo allegedly visited the quay, Doe writes.", 1),
        ("Mayor announces a quay", "He announced that a quay was likely to be built.", 0),
    ],
)
def test_where_a_hedge_must_stand_in_the_title(title: str, summary: str, count: int) -> None:
    event = {"title": told(title, "Doe: un muelle"), "summary": told(summary)}
    assert len(problems(with_events(event))) == count


def test_what_is_planned_is_hedged_by_its_status() -> None:
    summary = told("A quay was likely to be built, Doe writes.", "El muelle sería construido.")
    event = {"title": told("Quay to be built", "Construcción de un muelle"), "summary": summary}
    assert problems(with_events({**event, "status": "planned"})) == []
    assert len(problems(with_events({**event, "status": "happened"}))) == 2


def test_a_language_of_a_region_has_the_words_of_its_language() -> None:
    chronology = with_events({"title": "x"})
    [event] = chronology.events
    title = {
        "en-GB": "Mayor jailed for bribery",
        "ES-pe": "Encarcelan al alcalde",
        "fr": "corruption",
    }
    regional = event.model_copy(update={"title": title})
    places = [remark.place for remark in wording_remarks(regional, chronology.source_by_id)]
    assert places == ["events[event-0].title.en-GB", "events[event-0].title.ES-pe"]


def test_a_phrase_is_found_as_written() -> None:
    phrases = Phrases("the post", "fraud\\w*", not_after=("against ",))
    assert phrases.find("THE POST says") == "THE POST"
    assert phrases.find("against fraud, then Fraudulent") == "Fraudulent"
    assert phrases.find("the poster, defraud") == ""
    assert phrases.find("İ the post") == "the post"
