"""What PyInstaller's recipe says about executables, bundle and versions, on every system.

Kept beside `peru-timeline.spec` as plain values, so that tests can hand them to PyInstaller's own
code on another system than the one they are for.
"""

from __future__ import annotations

from typing import Any

NAME = "peru-timeline"
TITLE = "Peru Timeline"
AUTHORS = "The Peru Timeline authors"
BUNDLE_IDENTIFIER = "io.github.peru-timeline.PeruTimeline"
OLDEST_MACOS = "14.0"


def executables(platform: str) -> tuple[dict[str, Any], ...]:
    """Return the options `name` and `console` of each executable; `platform` is a `sys.platform`.

    Windows tells programs with a console from those without: one of each. A bundle of macOS whose
    executable has `console` set runs in the background, without menu and Dock icon.
    """
    if platform == "win32":
        return ({"name": NAME, "console": True}, {"name": TITLE, "console": False})
    return ({"name": NAME, "console": platform != "darwin"},)


def signing(identity: str | None, entitlements: str) -> dict[str, Any]:
    """Return the options that sign every executable and library for macOS; {} without an identity."""
    if identity is None:
        return {}
    return {"codesign_identity": identity, "entitlements_file": entitlements}


def bundle(version: str) -> dict[str, Any]:
    """Return the options of the bundle of macOS."""
    return {
        "name": f"{TITLE}.app",
        "version": version,
        "bundle_identifier": BUNDLE_IDENTIFIER,
        "info_plist": {
            "CFBundleVersion": version,
            "CFBundleLocalizations": ["en", "es"],
            "LSMinimumSystemVersion": OLDEST_MACOS,
            "LSApplicationCategoryType": "public.app-category.education",
            "NSHumanReadableCopyright": AUTHORS,
            "CFBundleDocumentTypes": [
                {
                    "CFBundleTypeName": "Chronology",
                    "CFBundleTypeRole": "Viewer",
                    "CFBundleTypeExtensions": ["chronology"],
                    "LSHandlerRank": "Owner",
                }
            ],
        },
    }


def version_resource(version: str, name: str) -> str:
    """Return the version resource of a Windows executable, in the form PyInstaller reads.

    `version` is `major.minor.patch`; `name` is that of the executable, without `.exe`.
    """
    numbers = (*map(int, version.split(".")), 0)
    strings = {
        "CompanyName": AUTHORS,
        "FileDescription": TITLE,
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": AUTHORS,
        "OriginalFilename": f"{name}.exe",
        "ProductName": TITLE,
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, "
        "flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{table}])]), "
        "VarFileInfo([VarStruct('Translation', [0x0409, 1200])])])\n"
    )
