"""Write the bill of materials (CycloneDX 1.6) of what ships: packages, Qt, CPython, fonts."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from licences import declared_licence, shipped_distributions

from peru_timeline import __version__


def component(kind: str, name: str, version: str, licence: str, **more: Any) -> dict[str, Any]:
    """Describe one component in CycloneDX's terms; `licence` is an SPDX expression or a name."""
    is_spdx = " " not in licence or " AND " in licence or " OR " in licence
    return {
        "type": kind,
        "bom-ref": f"{kind}:{name}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"expression": licence} if is_spdx else {"license": {"name": licence}}],
        **more,
    }


def components() -> list[dict[str, Any]]:
    """List everything that ships beside the program's own code."""
    found = []
    for distribution in shipped_distributions():
        name = distribution.metadata["Name"]
        found.append(
            component(
                "library",
                name,
                distribution.version,
                declared_licence(distribution) or "see the licence text",
                purl=f"pkg:pypi/{name.lower()}@{distribution.version}",
            )
        )
    qt = next(c["version"] for c in found if c["name"].lower().startswith("pyside6"))
    return [
        *found,
        component("framework", "Qt", qt, "LGPL-3.0-only"),
        component("platform", "CPython", platform.python_version(), "Python-2.0"),
        component("data", "Inter", "4", "OFL-1.1"),
        component("data", "Source Serif 4", "4", "OFL-1.1"),
    ]


def write_sbom(target: Path) -> None:
    """Write the bill of materials; its time is SOURCE_DATE_EPOCH, so that builds are the same."""
    made = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), tz=UTC)
    parts = components()
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": component("application", "Peru Timeline", __version__, "MIT"),
        },
        "components": parts,
    }
    target.write_text(json.dumps(bill, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
