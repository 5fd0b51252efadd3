"""The words of the web page itself, in English and Spanish; the page carries both and needs no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

LANGUAGES = ("en", "es")
"""Every page can be read in both."""


class PageWords(NamedTuple):
    """The words of one language; {} stands for what varies."""

    language: str  # its own name, on the switch
    timeline: str
    list: str
    search: str
    search_hint: str
    filter: str
    shelf: str
    shelf_none: str
    story: str
    lanes: str
    by_sector: str
    by_actor: str
    by_source: str
    by_none: str
    dark: str
    light: str
    zoom_in: str
    zoom_out: str
    home: str
    close: str
    previous: str
    next: str
    clear: str
    actors: str
    status: str
    sector: str
    match_any: str
    match_all: str
    shown: str  # {shown} of {all} events
    found: str  # {found} events found
    nothing_found: str
    found_one: str
    folded_one: str
    folded: str  # {} lanes without events in view
    keys: str
    canvas: str  # what the timeline is, for screen readers
    event: str
    story_step: str  # {number} of {all}
    sources: str
    related: str
    notice: str  # of licence and rights
    own_licence: str  # of the chronology that comes with the program
    made_with: str
    not_stretched: str  # of a view whose time is evened out
    bands: str  # that stand behind the events
    events: str
    link: str


_WORDS: Mapping[str, PageWords] = {
    "en": PageWords(
        language="English",
        timeline="Timeline",
        list="List",
        search="Search",
        search_hint="Search events and quotations",
        filter="Filter",
        shelf="Date not given",
        shelf_none="Every event shown has a given date.",
        story="Story",
        lanes="Lanes",
        by_sector="Lanes by sector",
        by_actor="Lanes by actor",
        by_source="Lanes by source",
        by_none="One lane",
        dark="Dark",
        light="Light",
        zoom_in="Zoom in",
        zoom_out="Zoom out",
        home="Show everything",
        close="Close",
        previous="Previous event",
        next="Next event",
        clear="Show all events",
        actors="Actors",
        status="Status",
        sector="Sectors",
        match_any="any of the chosen actors",
        match_all="all of the chosen actors",
        shown="{shown} of {all} events",
        found="{found} events found",
        nothing_found="No event has these words.",
        found_one="1 event found",
        folded_one="1 lane without events in view",
        folded="{} lanes without events in view",
        keys=(
            "← → previous and next event · ↑ ↓ scroll · + − zoom · Home everything · Enter opens · / search · "
            "Esc closes"
        ),
        canvas="Timeline. The arrow keys go from event to event, Enter opens one; the list holds the same events.",
        event="Event",
        story_step="{number} of {all}",
        sources="Sources",
        related="Related",
        notice=(
            "Quotations belong to their authors. The selection, wording and arrangement belong to those who made the "
            "chronology; ask them, or see its own licence, before you publish it again."
        ),
        own_licence=(
            "The selection, wording and arrangement of this chronology are under the licence CC BY 4.0 "
            "(creativecommons.org/licenses/by/4.0); the quotations in it belong to their authors."
        ),
        not_stretched="Every year is drawn equally long here: web pages do not even out crowded years.",
        made_with="Made with Peru Timeline. The font Inter is under the SIL Open Font License 1.1.",
        bands="Bands",
        events="Events",
        link="Address of this event",
    ),
    "es": PageWords(
        language="Español",
        timeline="Línea de tiempo",
        list="Lista",
        search="Buscar",
        search_hint="Buscar en hechos y citas",
        filter="Filtro",
        shelf="Sin fecha indicada",
        shelf_none="Todos los hechos mostrados tienen fecha indicada.",
        story="Relato",
        lanes="Franjas",
        by_sector="Franjas por sector",
        by_actor="Franjas por actor",
        by_source="Franjas por fuente",
        by_none="Una sola franja",
        dark="Oscuro",
        light="Claro",
        zoom_in="Acercar",
        zoom_out="Alejar",
        home="Mostrar todo",
        close="Cerrar",
        previous="Hecho anterior",
        next="Hecho siguiente",
        clear="Mostrar todos los hechos",
        actors="Actores",
        status="Estado",
        sector="Sectores",
        match_any="cualquiera de los actores elegidos",
        match_all="todos los actores elegidos",
        shown="{shown} de {all} hechos",
        found="{found} hechos encontrados",
        nothing_found="Ningún hecho contiene estas palabras.",
        found_one="1 hecho encontrado",
        folded_one="1 franja sin hechos a la vista",
        folded="{} franjas sin hechos a la vista",
        keys=(
            "← → hecho anterior y siguiente · ↑ ↓ desplazar · + − acercar · Inicio todo · Intro abre · / buscar · "
            "Esc cierra"
        ),
        canvas="Línea de tiempo. Las flechas van de hecho en hecho, Intro abre uno; la lista tiene los mismos hechos.",
        event="Hecho",
        story_step="{number} de {all}",
        sources="Fuentes",
        related="Relacionados",
        notice=(
            "Las citas pertenecen a sus autores. La selección, la redacción y el orden pertenecen a quienes hicieron "
            "la cronología; consúlteles, o vea su licencia, antes de volver a publicarla."
        ),
        own_licence=(
            "La selección, la redacción y el orden de esta cronología están bajo la licencia CC BY 4.0 "
            "(creativecommons.org/licenses/by/4.0); las citas pertenecen a sus autores."
        ),
        not_stretched="Aquí todos los años ocupan lo mismo: las páginas web no estiran los años cargados.",
        made_with="Hecho con Peru Timeline. El tipo de letra Inter está bajo la SIL Open Font License 1.1.",
        bands="Bandas",
        events="Hechos",
        link="Dirección de este hecho",
    ),
}


def page_words(language: str) -> PageWords:
    """The words of a language; other languages than English and Spanish get English."""
    return _WORDS.get(language.split("-")[0].lower(), _WORDS["en"])
