"""Evidence bundles, checked by the program and by the script in them, which must agree."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from peru_timeline.chronology.review.bundle import BundleError, check_bundle, pack_bundle
from peru_timeline.cli import main
from tests.chronology.documents.pdfs import pdf_of
from tests.chronology.made_up import load, small

TEXT = "# The quay\n\nThey say *the quay*, begun in 2004, was finished in August 2006\\.\n"
QUOTE = "the quay, begun in 2004, was finished in August 2006"


def chronology_bytes(change: Callable[[dict[str, Any]], None] = lambda _raw: None) -> bytes:
    raw = small()
    sha = hashlib.sha256(TEXT.encode()).hexdigest()
    raw["sources"][0]["document"] = {"file": "quay.md", "sha256": sha, "words": 15}
    raw["events"] = raw["events"][:1]
    raw["events"][0].pop("related", None)
    raw["events"][0]["evidence"] = [{"source": "gazette", "quote": QUOTE}]
    change(raw)
    return json.dumps(raw).encode()


def packed(content: bytes, *, documents: bool = True) -> bytes:
    chronology = load(json.loads(content))
    texts = {"gazette": TEXT.encode()} if documents else {}
    return pack_bundle(content, "quay.chronology", chronology, texts)


def changed(bundle: bytes, name: str, content: bytes | None, *, twice: bool = False) -> bytes:
    """The bundle with one file replaced, added or, with None, left out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(bundle)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            if each != name or twice:
                new.writestr(each, old.read(each))
        if content is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the second file of a name
                new.writestr(name, content)
    return made.getvalue()


def told_by_script(folder: Path, bundle: Path) -> tuple[int, str]:
    """Status and output of the script in the bundle, unpacked, run by Python alone."""
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(folder / "unpacked")
    ran = subprocess.run(
        [sys.executable, "-I", folder / "unpacked" / "verify.py"],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return ran.returncode, ran.stdout + ran.stderr


def test_what_was_packed_stands(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(packed(chronology_bytes()))
    found = check_bundle(path)
    assert (found.wrong, found.quotations, found.looked_up) == ((), 1, 1)
    status, told = told_by_script(tmp_path, path)
    assert status == 0
    assert told.splitlines() == [
        f"SHA-256 of the manifest: {found.manifest}",
        "nothing was changed; 1 of 1 quotations looked up; they stand",
    ]
    assert check_bundle(tmp_path / "unpacked") == found


def test_the_same_chronology_makes_the_same_bytes() -> None:
    assert packed(chronology_bytes()) == packed(chronology_bytes())


def test_a_pdf_comes_along_and_is_not_looked_up(tmp_path: Path) -> None:
    content = pdf_of([QUOTE])

    def as_pdf(raw: dict[str, Any]) -> None:
        checksum = hashlib.sha256(content).hexdigest()
        raw["sources"][0]["document"] = {"file": "quay.pdf", "sha256": checksum, "words": 10}

    made = chronology_bytes(as_pdf)
    path = tmp_path / "a.zip"
    path.write_bytes(
        pack_bundle(made, "a.chronology", load(json.loads(made)), {"gazette": content})
    )
    assert check_bundle(path)[:3] == ((), 1, 0)
    with zipfile.ZipFile(path) as archive:
        assert [archive.read(name) for name in archive.namelist() if name.endswith(".pdf")] == [
            content
        ]


def test_without_documents_nothing_is_said_to_be_looked_up_or_to_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(packed(chronology_bytes(), documents=False))
    assert check_bundle(path)[:3] == ((), 1, 0)
    assert "nothing was changed; 0 of 1 quotations" in told_by_script(tmp_path, path)[1]
    assert main(["verify", str(path)]) == 0
    told = capsys.readouterr().out
    assert "1 quotations, 0 looked up in their documents: nothing was changed\n" in told


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("README.txt", b"other", "README.txt: changed"),
        ("README.txt", None, "README.txt: missing"),
        ("more.txt", b"more", "more.txt: not part of the bundle"),
        ("../../outside.txt", b"more", "../../outside.txt: not part of the bundle"),
        (
            "quay.chronology",
            chronology_bytes(lambda raw: raw["events"][0]["evidence"][0].update(quote="a quay")),
            "quay.chronology: changed",
        ),
        (
            f"documents/{hashlib.sha256(TEXT.encode()).hexdigest()}.txt",
            TEXT.replace("2004", "2005").encode(),
            "is not in the document of gazette",
        ),
    ],
)
def test_whatever_was_changed_is_named_by_both(
    name: str, content: bytes | None, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(changed(packed(chronology_bytes()), name, content))
    assert told in "\n".join(check_bundle(path).wrong)
    if not name.startswith(".."):  # Python unpacks such a name into the folder itself
        status, output = told_by_script(tmp_path, path)
        assert status == 1
        assert told in output


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "the ZIP is damaged, locked or none"),
        (b"no zip at all", "the ZIP is damaged, locked or none"),
        (changed(packed(chronology_bytes()), "manifest.json", None), "lacks 'manifest.json'"),
        (changed(packed(chronology_bytes()), "manifest.json", b"{}"), "lacks 'files'"),
        (changed(packed(chronology_bytes()), "manifest.json", b"[" * 100_000), "not an evidence"),
        (changed(packed(chronology_bytes()), "manifest.json", b"[]"), "not an evidence bundle"),
        (changed(packed(chronology_bytes()), "README.txt", b"x", twice=True), "two files have one"),
    ],
)
def test_what_is_no_bundle_is_refused_in_a_sentence(
    content: bytes, told: str, tmp_path: Path
) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(content)
    with pytest.raises(BundleError, match=told):
        check_bundle(path)


@pytest.mark.parametrize("name", ["manifest.json", "quay.chronology"])
@pytest.mark.parametrize("content", [b"[]", b'{"files": ', b"\xff", None])
def test_of_a_damaged_bundle_the_script_says_so_in_a_line(
    name: str, content: bytes | None, tmp_path: Path
) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(changed(packed(chronology_bytes()), name, content))
    status, told = told_by_script(tmp_path, path)
    assert status == 1
    assert told.startswith("not an evidence bundle, or damaged: ")
    assert len(told.splitlines()) == 1


def test_a_bundle_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bomb:
        for number in range(5):
            with bomb.open(f"{number}.txt", "w") as part:
                for _ in range(100):
                    part.write(b"\0" * 1_000_000)
    with pytest.raises(BundleError, match="larger than any bundle"):
        check_bundle(path)


def test_a_folder_that_is_no_bundle_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("private")
    with pytest.raises(BundleError, match=r"lacks 'manifest\.json'"):
        check_bundle(tmp_path)


def test_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    chronology, texts = tmp_path / "quay.chronology", tmp_path / "texts"
    chronology.write_bytes(chronology_bytes())
    texts.mkdir()
    (texts / "any-name.md").write_text(TEXT)
    out = tmp_path / "quay.zip"
    assert main(["bundle", str(out), str(chronology), "--documents", str(texts)]) == 0
    assert main(["verify", str(out)]) == 0
    assert (
        "1 quotations, 1 looked up in their documents: every quotation" in capsys.readouterr().out
    )
    out.write_bytes(changed(out.read_bytes(), "README.txt", b"other"))
    assert main(["verify", str(out)]) == 1
    assert "README.txt: changed" in capsys.readouterr().err
    assert main(["verify", str(chronology)]) == 1
    assert "not an evidence bundle" in capsys.readouterr().err


def test_the_script_is_short_enough_to_be_read_first() -> None:
    with zipfile.ZipFile(io.BytesIO(packed(chronology_bytes()))) as archive:
        lines = archive.read("verify.py").decode().splitlines()
    assert sum(bool(line.strip()) for line in lines) < 50
