"""Package URLs in their canonical form, as the purl specification writes it."""

from __future__ import annotations

from urllib.parse import quote, unquote


def purl(kind: str, *names: str, version: str = "", **qualifiers: str) -> str:
    """Return a package URL; `names` are the namespace and the name."""
    path = "/".join([kind, *map(_quoted, names)])
    said = "&".join(f"{key}={_quoted(value)}" for key, value in sorted(qualifiers.items()))
    return f"pkg:{path}" + (f"@{_quoted(version)}" if version else "") + (said and f"?{said}")


def canonical(written: str) -> str:
    """Return a package URL of somebody else's in its canonical form, without qualifiers."""
    path, _, version = written.partition("?")[0].removeprefix("pkg:").partition("@")
    kind, *names = map(unquote, path.split("/"))
    return purl(kind, *names, version=unquote(version))


def _quoted(text: str) -> str:
    return quote(text, safe=":")
