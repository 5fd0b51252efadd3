"""The phrases in pictures, in English and Spanish; other languages get English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

PROGRAM = "Peru Timeline"


class Phrases(NamedTuple):
    """The phrases of one language; what varies goes into {} or a name in braces."""

    sources: str
    more: str  # {}: of what is listed before
    counts: str  # {in_view}, {events}
    all_counted: str
    titled: str
    clustered: str
    stripped: str
    hidden: str
    on_axis: str
    shelf: str
    untitled_keys: str
    filter: str
    filtered: str  # where there is no room to say how
    all_of: str  # joins actors who must all take part
    any_of: str
    chronology: str
    stretched: str
    # legend
    point: str
    fuzzy: str
    span: str
    range: str
    tail: str
    open_end: str
    dotted: str
    uncertain: str
    cluster: str
    small: str
    quiet: str
    quiet_sample: str
    # slides and sheets
    no_quotation: str
    page: str  # {page}, {pages}
    continued: str
    mark: str  # alternative text of one event: {title}, {date}, {status}
    picture: str  # alternative text of the whole: {title}, {lanes}
    # for an audience
    all_told: str
    some_told: str  # {told}, {events}, {others}
    composition: str  # alternative text of the whole: {title}, {counts}
    other_events: str  # the lane of those of no theme
    place: str  # of an event among those of its view: {number}, {events}


_PHRASES: Mapping[str, Phrases] = {
    "en": Phrases(
        sources="Sources: {}",
        more="and {} more",
        counts="{in_view} of {events} events",
        all_counted="All {events} events",
        titled="{} with their title",
        clustered="{} in clusters",
        stripped="{} only counted in strips",
        hidden="{} without room",
        on_axis="{} on the axis",
        shelf="{} without a given date",
        untitled_keys="Key events without a title above: {}.",
        filter="filter: {}",
        filtered="filtered",
        all_of=" and ",
        any_of=" or ",
        chronology="{program} · chronology {version}",
        stretched="time scale stretched up to {} × where shaded",
        point="known to the day, or brief",
        fuzzy="some time within the bar",
        span="lasted",
        range="one moment in a wide range of days",
        tail="beginning not known",
        open_end="still going on",
        dotted="about",
        uncertain="date uncertain",
        cluster="several events",
        small="no room for its title here",
        quiet="only reported, or a detail",
        quiet_sample="Title",
        no_quotation="No source is quoted for this event.",
        page="{page} / {pages}",
        continued="Sources ({page})",
        mark="{title}. {date}. {status}.",
        picture="Timeline “{title}” with {counts}; lanes: {lanes}.",
        all_told="All {} events of this view",
        some_told="{told} of {events} events of this view; the bars below the timeline count the other {others}",
        composition="Timeline “{title}”. {counts}.",
        other_events="Other events",
        place="{number} of {events} in this view",
    ),
    "es": Phrases(
        sources="Fuentes: {}",
        more="y {} más",
        counts="{in_view} de {events} hechos",
        all_counted="Los {events} hechos",
        titled="{} con su título",
        clustered="{} agrupados",
        stripped="{} solo contados en franjas",
        hidden="{} sin espacio",
        on_axis="{} en el eje",
        shelf="{} sin fecha indicada",
        untitled_keys="Hechos clave sin título arriba: {}.",
        filter="filtro: {}",
        filtered="filtrado",
        all_of=" y ",
        any_of=" o ",
        chronology="{program} · cronología {version}",
        stretched="escala de tiempo estirada hasta {} × donde está sombreada",
        point="día conocido, o breve",
        fuzzy="en algún momento de la barra",
        span="duró",
        range="un momento en un intervalo amplio",
        tail="comienzo desconocido",
        open_end="sigue",
        dotted="aproximado",
        uncertain="fecha incierta",
        cluster="varios hechos",
        small="aquí sin espacio para su título",
        quiet="solo informado, o un detalle",
        quiet_sample="Título",
        no_quotation="No se cita ninguna fuente para este hecho.",
        page="{page} / {pages}",
        continued="Fuentes ({page})",
        mark="{title}. {date}. {status}.",
        picture="Línea de tiempo «{title}» con {counts}; franjas: {lanes}.",
        all_told="Los {} hechos de esta vista",
        some_told="{told} de {events} hechos de esta vista; las barras bajo la línea cuentan los otros {others}",
        composition="Línea de tiempo «{title}». {counts}.",
        other_events="Otros eventos",
        place="{number} de {events} en esta vista",
    ),
}


def phrases_in(language: str) -> Phrases:
    """The phrases of a language."""
    return _PHRASES.get(language.split("-")[0].lower(), _PHRASES["en"])
