"""Check everything that a release needs: `make release-check`. Nothing is published or tagged.

    make release-check ARGS="--tag v1.2.3"       hold the version against a tag, as the workflow does
    make release-check ARGS="--notes FILE"       write the release notes too

Each check prints a line; the exit status is 1 when one of them failed. Wheel and sdist are left in
build/release/.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import changelog  # noqa: E402  # the folder is no package: it is put on the path above
from linux.elf import needed_from_system, oldest_glibc  # noqa: E402
from linux.stage import APP_ID, filled, marks  # noqa: E402
from release.manifests import MANIFESTS, fill_manifests  # noqa: E402
from tool import run  # noqa: E402

from peru_timeline import HOMEPAGE, __version__  # noqa: E402

DIST = ROOT / "dist"
LARGEST_DEB, LARGEST_INSTALLED = 48_000_000, 155_000_000
"""In bytes; a release that is larger needs a reason."""
VALIDATE = """
import json, sys
from pathlib import Path
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
text = Path(sys.argv[1]).read_text(encoding="utf-8")
if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
    sys.exit(f"error: {sys.argv[1]} is not CycloneDX 1.6: {fault}")
for part in json.loads(text)["components"]:
    written = part.get("purl", "")
    if written and PackageURL.from_string(written).to_string() != written:
        sys.exit(f"error: {written} is not canonical")
"""
"""Run in the environment of the checking programs, with the path of a bill of materials."""


def main(words: list[str]) -> int:
    """Run every check, also after one that failed."""
    parser = argparse.ArgumentParser(prog="make release-check")
    parser.add_argument("tools", type=Path, help="the folder of the checking programs")
    parser.add_argument("--tag", help="the tag that is being released, such as v1.2.3")
    parser.add_argument("--notes", type=Path, help="where to write the release notes")
    chosen = parser.parse_args(words)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1767225600")
    checks: list[tuple[str, Callable[[], str]]] = [
        ("version", lambda: version_agrees(chosen.tag)),
        ("repository", lambda: repository_is_clean(chosen.tag)),
        ("addresses", addresses_agree),
        ("workflows", lambda: workflows_are_sound(chosen.tools)),
        ("manifests", manifests_fill),
        ("Python packages", lambda: python_packages(chosen.tools)),
        ("installers", lambda: installers(chosen.tools)),
    ]
    failed = sum(not passes(name, check) for name, check in checks)
    if chosen.notes is not None and (section := changelog.release(ROOT, __version__)):
        chosen.notes.write_text(section.notes + "\n", encoding="utf-8")
    return 1 if failed else 0


def passes(name: str, check: Callable[[], str]) -> bool:
    """Run a check and print how it went; whether it passed."""
    try:
        print(f"ok      {name}: {check()}", flush=True)
    except SystemExit as fault:
        print(f"FAILED  {name}: {fault}", flush=True)
        return False
    return True


def version_agrees(tag: str | None) -> str:
    """Hold __version__, the tag, CHANGELOG.md and the AppStream data against each other."""
    if not re.fullmatch(r"\d+\.\d+\.\d+", __version__):
        raise SystemExit(f"{__version__} is not of the form 1.2.3")
    if tag is not None and tag != f"v{__version__}":
        raise SystemExit(f"the tag {tag} is not v{__version__}, as peru_timeline/__init__.py says")
    sections = changelog.releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    if waiting := next((s for s in sections if s.day is None and s.notes), None):
        raise SystemExit(f"CHANGELOG.md has changes under [{waiting.version}], of no version yet")
    latest = next((section for section in sections if section.day is not None), None)
    if latest is None or latest.version != __version__ or not latest.notes:
        raise SystemExit(f"the latest section of CHANGELOG.md is not that of {__version__}")
    data = filled(ROOT / "packaging" / "linux" / f"{APP_ID}.metainfo.xml", marks(ROOT, __version__))
    release = ElementTree.fromstring(data).find("releases/release")
    told = None if release is None else (release.get("version"), release.get("date"))
    if told != (latest.version, str(latest.day)):
        raise SystemExit(f"the AppStream data tells of {told}, CHANGELOG.md of {latest.version}")
    return f"{__version__} of {latest.day}"


def repository_is_clean(tag: str | None) -> str:
    """See that all is committed, and that the tag is new unless it is the one being released."""
    if changed := run("git", "-C", ROOT, "status", "--porcelain").strip():
        raise SystemExit(f"not committed: {', '.join(changed.splitlines())}")
    known = run("git", "-C", ROOT, "tag", "--list", f"v{__version__}").strip()
    if known and tag is None:
        raise SystemExit(f"the tag {known} exists already: raise the version first")
    return run("git", "-C", ROOT, "describe", "--always").strip()


def addresses_agree() -> str:
    """See that every file names the project's page as peru_timeline/__init__.py does."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    if project["urls"]["Homepage"] != HOMEPAGE:
        raise SystemExit("pyproject.toml names another homepage than peru_timeline/__init__.py")
    return HOMEPAGE


def workflows_are_sound(tools: Path) -> str:
    """Hold the workflows against their schema, and look for what is unsafe in them."""
    files = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    run(tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    if (tools / "zizmor").exists():
        run(tools / "zizmor", "--offline", "--no-progress", "--persona", "regular", *files)
    return ", ".join(file.name for file in files)


def manifests_fill() -> str:
    """Fill the manifests of the package collections with made-up sums."""
    target = ROOT / "build" / "release" / "manifests"
    names = fill_manifests(
        target, __version__, lambda file: hashlib.sha256(file.encode()).hexdigest()
    )
    return f"{len(names)} of {len(list(MANIFESTS.rglob('*.*')))} files"


def python_packages(tools: Path) -> str:
    """Build wheel and sdist, and look at what is in them."""
    target = ROOT / "build" / "release"
    for old in (*target.glob("*.whl"), *target.glob("*.tar.gz")):
        old.unlink()
    run(sys.executable, "-m", "hatchling", "build", "-d", target, cwd=ROOT)
    made = sorted((*target.glob("*.whl"), *target.glob("*.tar.gz")))
    run(tools / "twine", "check", "--strict", *made)
    run(tools / "check-wheel-contents", *target.glob("*.whl"), cwd=ROOT)
    return ", ".join(path.name for path in made)


def installers(tools: Path) -> str:
    """Look at what `make package` has made, where it has run."""
    if not (DIST / "SHA256SUMS").is_file():
        return "none here; `make package` makes them"
    for line in (DIST / "SHA256SUMS").read_text(encoding="ascii").splitlines():
        digest, _, name = line.partition("  ")
        if __version__ not in name:
            raise SystemExit(f"dist/{name} is not of {__version__}: run `make package` again")
        if hashlib.sha256((DIST / name).read_bytes()).hexdigest() != digest:
            raise SystemExit(f"dist/{name} is not the file in dist/SHA256SUMS")
    for bill in DIST.glob("*.cdx.json"):
        run(tools / "python", "-c", VALIDATE, bill)
    return ", ".join(filter(None, [linux_installers(), "checksums and bill of materials hold"]))


def linux_installers() -> str:
    """Hold the size of the installers, and the systems they run on, against what is promised."""
    program = DIST / "peru-timeline"
    if sys.platform != "linux" or not program.is_dir():
        return ""
    promised = re.search(r"glibc (\d+)\.(\d+)", (ROOT / "docs" / "install.md").read_text("utf-8"))
    needed = oldest_glibc(needed_from_system(program))
    if promised is None or needed > (int(promised[1]), int(promised[2])):
        raise SystemExit(
            f"the program needs glibc {needed[0]}.{needed[1]}, more than docs/install.md says: "
            "build on the oldest system it names"
        )
    stage = ROOT / "build" / "stage"
    installed = sum(path.stat().st_size for path in stage.rglob("*") if not path.is_symlink())
    (deb,) = DIST.glob("*.deb")
    if deb.stat().st_size > LARGEST_DEB or installed > LARGEST_INSTALLED:
        raise SystemExit(
            f"{deb.name} is {deb.stat().st_size} bytes, {installed} installed: too large"
        )
    return f"glibc {needed[0]}.{needed[1]}, {deb.stat().st_size / 1e6:.1f} MB, {installed / 1e6:.1f} MB installed"


if __name__ == "__main__":
    if not shutil.which("git"):
        raise SystemExit("git is not installed")
    sys.exit(main(sys.argv[1:]))
