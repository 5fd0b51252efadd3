"""Certificate and notary profile of macOS, from the secrets of the release workflow.

MACOS_CERTIFICATE is a "Developer ID Application" certificate (.p12 in Base64) and
MACOS_CERTIFICATE_PASSWORD its password; APPLE_ID, APPLE_TEAM_ID and APPLE_PASSWORD (of that one
program) are for the notary. What is not set is passed over, and that is said.
"""

from __future__ import annotations

import base64
import os
import re
import secrets
import tempfile
from pathlib import Path

from tool import run

CERTIFICATE = ("MACOS_CERTIFICATE", "MACOS_CERTIFICATE_PASSWORD")
NOTARY = ("APPLE_ID", "APPLE_TEAM_ID", "APPLE_PASSWORD")
#: A whole path: `security` would look for a bare name in this folder, the notary's tool in the working folder.
KEYCHAIN = str(Path.home() / "Library" / "Keychains" / "peru-timeline-release.keychain-db")
PROFILE = "peru-timeline"


def identity() -> str | None:
    """Import the certificate into a keychain of its own; return its name, or None without one."""
    if missing := [name for name in CERTIFICATE if not os.environ.get(name)]:
        print(f"signed for this machine only, since these are not set: {', '.join(missing)}")
        return None
    certificate, password = (os.environ[name] for name in CERTIFICATE)
    lock = secrets.token_urlsafe(24)
    run("security", "create-keychain", "-p", lock, KEYCHAIN)
    run("security", "set-keychain-settings", "-lut", 21_600, KEYCHAIN)
    run("security", "unlock-keychain", "-p", lock, KEYCHAIN)
    with tempfile.TemporaryDirectory() as folder:
        p12 = Path(folder, "certificate.p12")
        p12.write_bytes(base64.b64decode(certificate))
        imported = ("-k", KEYCHAIN, "-P", password, "-T", "/usr/bin/codesign")
        run("security", "import", p12, *imported)
    # Without this codesign would ask on the screen whether it may use the key.
    allowed = ("-S", "apple-tool:,apple:,codesign:", "-s", "-k", lock)
    run("security", "set-key-partition-list", *allowed, KEYCHAIN)
    others = run("security", "list-keychains", "-d", "user").replace('"', "").split()
    run("security", "list-keychains", "-d", "user", "-s", KEYCHAIN, *others)
    listed = run("security", "find-identity", "-v", "-p", "codesigning", KEYCHAIN)
    found = re.search(r'"(Developer ID Application: [^"]+)"', listed)
    if found is None:
        raise SystemExit(f"{CERTIFICATE[0]} holds no Developer ID Application certificate")
    return found[1]


def notarise(image: Path) -> bool:
    """Have Apple look at a signed disk image, and attach its answer; whether the secrets are there."""
    if missing := [name for name in NOTARY if not os.environ.get(name)]:
        print(f"not notarised, since these are not set: {', '.join(missing)}")
        return False
    apple_id, team, password = (os.environ[name] for name in NOTARY)
    account = ("--apple-id", apple_id, "--team-id", team, "--password", password)
    run("xcrun", "notarytool", "store-credentials", PROFILE, *account, "--keychain", KEYCHAIN)
    stored = ("--keychain-profile", PROFILE, "--keychain", KEYCHAIN)
    said = run("xcrun", "notarytool", "submit", image, *stored, "--wait", "--timeout", "30m")
    if "status: Accepted" not in said:
        raise SystemExit(f"Apple's notary does not accept {image.name}: {said.strip()}")
    run("xcrun", "stapler", "staple", image)
    return True
