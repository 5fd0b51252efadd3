"""Says whether every quotation of an evidence bundle stands: python verify.py [BUNDLE.zip]; needs Python alone."""

import hashlib
import json
import re
import sys
import zipfile
from pathlib import Path

LARGEST = 400_000_000  # bytes of all files together
MARKUP = (  # of Markdown, and what stays of it
    r"\[((?:[^\[\]\\\n]|\\.)*)\]\(#[^()\s]*\)",
    r"(?<!\\)\*{1,3}(\S(?:[^*\n]*[^*\s\\])?)\*{1,3}",
    r"\\([^\w\s]|_)",
)


def files_of(place):
    """Read a bundle, packed or unpacked: name -> bytes."""
    if place.is_dir():
        paths = place.rglob("*") if (place / "manifest.json").is_file() else ()
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in paths if path.is_file()}
    with zipfile.ZipFile(place) as packed:
        parts = {part.filename: part for part in packed.infolist()}
        if len(parts) < len(packed.infolist()) or sum(part.file_size for part in parts.values()) > LARGEST:
            raise ValueError("two files have one name, or unpacked it is larger than any bundle")
        return {name: packed.read(part) for name, part in parts.items()}


def check(files):
    """(what is wrong, a sentence each; number of quotations; how many were looked up in a document)."""
    manifest, documents = json.loads(files["manifest.json"]), {}
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != "manifest.json"}
    wrong = [f"{name}: missing" for name in manifest["files"] if name not in sums]
    wrong += [f"{name}: not part of the bundle" for name in sums if name not in manifest["files"]]
    wrong += [f"{name}: changed" for name, sha in sums.items() if manifest["files"].get(name, sha) != sha]
    chronology = json.loads(files[manifest["chronology"]])
    for source in chronology.get("sources", []):
        if (name := f"documents/{source.get('document', {}).get('sha256')}.txt") in files:
            text = files[name].decode("utf-8", "replace").replace("\ufeff", "")
            for pattern in MARKUP:
                text = re.sub(pattern, r"\1", text)
            documents[source["id"]] = " ".join(text.split())
    quoted = [(event["id"], said) for event in chronology["events"] for said in event.get("evidence", [])]
    sought = [(event, said["quote"], said["source"]) for event, said in quoted if said["source"] in documents]
    wrong += [f"{event}: “{q}” is not in the document of {s}" for event, q, s in sought if q not in documents[s]]
    return wrong, len(quoted), len(sought)


if __name__ == "__main__":
    try:
        files = files_of(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent)
        wrong, quoted, sought = check(files)
    except Exception as error:
        sys.exit(f"not an evidence bundle, or damaged: {error!r}")
    print("SHA-256 of the manifest:", hashlib.sha256(files["manifest.json"]).hexdigest())
    sys.exit("\n".join(wrong) or print(f"nothing was changed; {sought} of {quoted} quotations looked up; they stand"))
