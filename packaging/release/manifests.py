"""Fill in the manifests for package collections: `manifests.py DIST TARGET`.

DIST has the files of a release and their SHA256SUMS. A mark `@SHA256 name@` stands for the sum of
a file, in whose name `@VERSION@` stands for the version.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import changelog  # noqa: E402  # the folder is no package: it is put on the path above

from peru_timeline import HOMEPAGE, __version__  # noqa: E402

MANIFESTS = ROOT / "packaging" / "manifests"
_SUM = re.compile(r"@SHA256 ([^@]+)@")


def fill_manifests(target: Path, version: str, sum_of: Callable[[str], str]) -> list[Path]:
    """Write every manifest into `target` and return them; `sum_of` gives a file's SHA-256 sum."""
    section = changelog.release(ROOT, version)
    day = str(section.day) if section and section.day else "1970-01-01"
    made = []
    for source in sorted(path for path in MANIFESTS.rglob("*") if path.is_file()):
        text = source.read_text(encoding="utf-8")
        for mark, said in (("@VERSION@", version), ("@DATE@", day), ("@HOMEPAGE@", HOMEPAGE)):
            text = text.replace(mark, said)
        text = _SUM.sub(lambda found: sum_of(found[1]), text)
        made.append(target / source.relative_to(MANIFESTS))
        made[-1].parent.mkdir(parents=True, exist_ok=True)
        made[-1].write_text(text, encoding="utf-8")
    return made


def sums(dist: Path) -> dict[str, str]:
    """Return the sums in SHA256SUMS by file name."""
    lines = (dist / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


if __name__ == "__main__":
    known = sums(Path(sys.argv[1]))

    def sum_of(file: str) -> str:
        """Look a file up in SHA256SUMS; SystemExit says that it is not there."""
        if file not in known:
            raise SystemExit(f"SHA256SUMS has no line for {file}: is it that of {__version__}?")
        return known[file]

    for path in fill_manifests(Path(sys.argv[2]), __version__, sum_of):
        print(path)
