"""The text of a PDF kept in a file beside it: reading some hundred pages again would hold up every start."""

from __future__ import annotations

import json
from pathlib import Path

from peru_timeline.chronology.documents.document_text import DocumentText
from peru_timeline.files import write_atomically

READING = 1
"""The way in which `pdf_file` reads; another number makes what was kept be read anew."""


def keep_pages(path: Path, read: DocumentText) -> None:
    """Keep the text of a PDF; raises OSError."""
    kept = {"reading": READING, "text": read.text, "headings": read.headings}
    write_atomically(path, json.dumps(kept).encode(), private=True)


def kept_pages(path: Path) -> DocumentText | None:
    """Return the text that was kept; None if there is none, or it was read in another way."""
    try:
        kept = json.loads(path.read_bytes())
        if kept["reading"] != READING:
            return None
        return DocumentText(str(kept["text"]), tuple(map(str, kept["headings"])))
    except (OSError, ValueError, LookupError, TypeError):
        return None
