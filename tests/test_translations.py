"""Every text is translated, and the compiled files match the translated ones."""

from __future__ import annotations

import re
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "packaging"))

import translations

LANGUAGES = translations.LANGUAGES


def messages(ts: Path) -> dict[tuple[str, str], ET.Element]:
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            found[name, message.findtext("source") or ""] = message
    return found


def forms(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    found = [form.text or "" for form in translation.iter("numerusform")]
    return found or [translation.text or ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_translation_files_match_the_sources(language: str, tmp_path: Path) -> None:
    """When this fails, run `make translations` and translate the new texts."""
    kept = translations.FOLDER / f"peru_timeline_{language}.ts"
    shutil.copy(kept, tmp_path)
    renewed = translations.update(language, tmp_path)
    assert messages(renewed).keys() == messages(kept).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_untranslated(language: str) -> None:
    for key, message in messages(translations.FOLDER / f"peru_timeline_{language}.ts").items():
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, key
        assert all(forms(message)), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_placeholders(language: str) -> None:
    for (context, source), message in messages(
        translations.FOLDER / f"peru_timeline_{language}.ts"
    ).items():
        wanted = sorted(re.findall(r"%n|\{\w*\}", source))
        for form in forms(message):
            assert sorted(re.findall(r"%n|\{\w*\}", form)) == wanted, (context, source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_file_is_up_to_date(language: str, tmp_path: Path) -> None:
    ts = translations.FOLDER / f"peru_timeline_{language}.ts"
    shutil.copy(ts, tmp_path)
    made = translations.release(tmp_path / ts.name)
    assert made.read_bytes() == ts.with_suffix(".qm").read_bytes()


def test_every_context_has_a_name() -> None:
    """A text outside a class must name its context itself, because lupdate cannot infer it."""
    for context, source in messages(translations.FOLDER / "peru_timeline_es.ts"):
        assert re.fullmatch(r"\w+", context), source
