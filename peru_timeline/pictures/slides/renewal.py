"""Renewing a deck: our slides are known by their names and made anew in place; foreign ones stay the same to the byte.

PowerPoint and Keynote keep the name of a slide (`p:cSld/@name`). LibreOffice drops it but keeps the names of shapes, so
the first shape that is no placeholder has the same name. Of several slides with one key the first is ours; the others
are copies that the speaker made. Notes of ours carry a checksum: the speaker may have written others.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Mapping
from typing import Any, Self

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from peru_timeline.pictures.page import PageError
from peru_timeline.pictures.refusals import Refusal

PREFIX = "peru-timeline:"


class Renewal:
    """The slides of a deck by their keys; new ones come after the one before."""

    def __init__(self, existing: bytes) -> None:
        """Raises PageError if the deck cannot be read or none of its slides is ours."""
        self.presentation = _opened(existing)
        names = slide_names(self.presentation)
        self._known: dict[str, Any] = {}
        for slide in self.presentation.slides:
            if (key := _key(slide)) is not None:
                self._known.setdefault(key, slide)
        if not self._known:
            raise PageError(Refusal.NOT_OUR_DECK.of())
        self._originals = dict(self._foreign_parts(existing, names))
        self._used: set[str] = set()
        self._last: Any = None

    @classmethod
    def of_new(cls, presentation: Any) -> Self:
        """The same for a new deck, in which every slide is new."""
        made = cls.__new__(cls)
        made.presentation = presentation
        made._known, made._originals, made._used, made._last = {}, {}, set(), None
        return made

    def slide(self, key: str, layout: Any) -> Any:
        """The slide with this key, emptied, or a new one."""
        known = self._known.get(key)
        if known is None:
            slide = self.presentation.slides.add_slide(layout)
            slide._element.cSld.set("name", PREFIX + key)
            if self._known:
                self._move_behind_last(slide)
        else:
            slide = known
            slide._element.cSld.set("name", PREFIX + key)
            tree = slide.shapes._spTree
            for element in list(tree.iter_shape_elms()):
                tree.remove(element)
            slide.shapes.clone_layout_placeholders(slide.slide_layout)
        self._last = slide
        self._used.add(key)
        return slide

    def _move_behind_last(self, slide: Any) -> None:
        ids = self.presentation.slides._sldIdLst
        own = next(entry for entry in ids if entry.id == slide.slide_id)
        last = None if self._last is None else self._last.slide_id
        after = next((entry for entry in ids if entry.id == last), None)
        if after is not None:
            after.addnext(own)

    def write_notes(self, slide: Any, notes: str) -> None:
        """Write the notes to a slide, unless the speaker has written others."""
        if not notes:
            return
        page = slide.notes_slide
        said = page.notes_text_frame.text
        ours = page._element.cSld.get("name")
        if said.strip() and ours != _checksum(said):
            return
        page.notes_text_frame.text = notes
        page._element.cSld.set("name", _checksum(page.notes_text_frame.text))

    def drop_others(self, beginning: str) -> None:
        """Remove slides of ours whose key begins so and that are no longer needed."""
        for key, slide in self._known.items():
            if key.startswith(beginning) and key not in self._used:
                ids = self.presentation.slides._sldIdLst
                entry = next(entry for entry in ids if entry.id == slide.slide_id)
                self.presentation.part.drop_rel(entry.rId)
                ids.remove(entry)

    def kept_parts(self) -> Mapping[str, bytes]:
        """Name in the saved file -> bytes before, for the foreign slides and their notes."""
        return {part.partname[1:]: content for part, content in self._originals.items()}

    def _foreign_parts(self, existing: bytes, names: Mapping[Any, str]) -> list[tuple[Any, bytes]]:
        found = []
        with zipfile.ZipFile(io.BytesIO(existing)) as archive:
            ours = {slide.slide_id for slide in self._known.values()}
            for slide in self.presentation.slides:
                if slide.slide_id not in ours:
                    found.append((slide.part, archive.read(names[slide.part])))
                    if slide.has_notes_slide:
                        notes = slide.notes_slide.part
                        found.append((notes, archive.read(notes.partname[1:])))
        return found


def with_parts(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The file with these parts in place of those of the same name."""
    if not parts:
        return content
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, parts.get(name) or source.read(name))
    return made.getvalue()


def _opened(content: bytes) -> Any:
    try:
        return Presentation(io.BytesIO(content))
    except Exception:  # python-pptx raises whatever zip, XML and packages raise
        raise PageError(Refusal.NOT_A_DECK.of()) from None


def slide_names(presentation: Any) -> Mapping[Any, str]:
    """Part of each slide -> its name in the file; to be asked first, as python-pptx renames them once it lists them."""
    relations = presentation.part.rels.values()
    parts = [relation.target_part for relation in relations if relation.reltype == RT.SLIDE]
    return {part: str(part.partname)[1:] for part in parts}


def mark_as_ours(slide: Any, key: str) -> None:
    """Give the key to a shape too, once the slide is drawn."""
    shape = next((shape for shape in slide.shapes if not shape.is_placeholder), None)
    if shape is not None:
        shape.name = PREFIX + key


def _key(slide: Any) -> str | None:
    names = (slide._element.cSld.get("name") or "", *(shape.name for shape in slide.shapes))
    return next((name.removeprefix(PREFIX) for name in names if name.startswith(PREFIX)), None)


def _checksum(text: str) -> str:
    return PREFIX + hashlib.sha256(text.strip().encode("utf-8", "replace")).hexdigest()[:16]
