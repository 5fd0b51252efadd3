"""Evidence bundles: a chronology, documents that it quotes, their checksums, and the script that checks them, in a ZIP.

Whoever receives one need not trust the sender, nor have this program: the script in it needs Python alone, and this
program checks bundles by that same script (resources/bundle/verify.py).
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePath
from types import ModuleType
from typing import NamedTuple

from peru_timeline import paths
from peru_timeline.chronology.chronology import Chronology
from peru_timeline.chronology.documents.reading import CODED
from peru_timeline.chronology.text import in_language

LARGEST_BUNDLE = 400_000_000
"""Bytes; also the limit of the script for what is unpacked."""
_NEVER = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the earliest time that a ZIP can hold; the same input makes the same bytes
_SCRIPT = "verify.py"
_MANIFEST = "manifest.json"
_README = """\
{title}, version {version}

An evidence bundle. {chronology} is the chronology, with every quotation word for word. The folder
documents, where there is one, holds full texts of its sources, named by their SHA-256.
manifest.json holds the SHA-256 of every file.

To check that nothing was changed, and that every quotation is in its document:

    python verify.py                       in the unpacked folder
    peru-timeline verify BUNDLE.zip        with the program
"""


class BundleCheck(NamedTuple):
    """The result of checking a bundle.

    Attributes:
        wrong: what is not as it was packed, a sentence each.
        quotations: number of all quotations.
        looked_up: number of those whose document is in the bundle.
        manifest: SHA-256 of the manifest, by which two people can compare what they have.

    """

    wrong: tuple[str, ...]
    quotations: int
    looked_up: int
    manifest: str


class BundleError(ValueError):
    """A file is no evidence bundle; the message is a sentence."""


def pack_bundle(
    content: bytes, name: str, chronology: Chronology, documents: Mapping[str, bytes]
) -> bytes:
    """Pack the bytes of a chronology's file, under this file name, with documents: source id -> bytes."""
    title = in_language(chronology.title, "en")
    readme = _README.format(title=title, version=chronology.version, chronology=name)
    files = {name: content, "README.txt": readme.encode(), _SCRIPT: _script_path().read_bytes()}
    for source in chronology.sources:
        if source.document is not None and source.id in documents:
            # The script looks up quotations in plain texts only; others come along as they are.
            ending = PurePath(source.document.file).suffix.lower()
            ending = ending if ending in CODED else ".txt"
            files[f"documents/{source.document.sha256}{ending}"] = documents[source.id]
    manifest = {
        "format": "evidence-bundle/1",
        "chronology": name,
        "files": {each: hashlib.sha256(files[each]).hexdigest() for each in sorted(files)},
    }
    files[_MANIFEST] = (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as target:
        for each in sorted(files):
            entry = zipfile.ZipInfo(each, _NEVER)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, files[each])
    return made.getvalue()


def check_bundle(path: Path) -> BundleCheck:
    """Check a bundle; raises BundleError if the file is none, OSError if it cannot be read."""
    if path.is_file() and path.stat().st_size > LARGEST_BUNDLE:
        raise BundleError(f"larger than {LARGEST_BUNDLE // 1_000_000} MB, so no evidence bundle")
    script = _script()
    try:
        files: dict[str, bytes] = script.files_of(path)
        wrong, quotations, looked_up = script.check(files)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        raise BundleError("not an evidence bundle: the ZIP is damaged, locked or none") from None
    except KeyError as error:
        raise BundleError(f"not an evidence bundle: it lacks {error.args[0]!r}") from None
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BundleError(f"not an evidence bundle, or damaged: {error}") from None
    manifest = hashlib.sha256(files[_MANIFEST]).hexdigest()
    return BundleCheck(tuple(wrong), quotations, looked_up, manifest)


def _script_path() -> Path:
    return paths.resources_dir() / "bundle" / _SCRIPT


@cache
def _script() -> ModuleType:
    """The script that every bundle contains: one owner of what "still stands" means."""
    spec = importlib.util.spec_from_file_location("peru_timeline_verify_bundle", _script_path())
    if spec is None or spec.loader is None:
        raise OSError(f"{_script_path()} is missing")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
