"""Sign files for Windows: `python sign.py FILE...`, and for the installer on its own.

The certificate is in WINDOWS_CERTIFICATE (a .pfx file in Base64) and WINDOWS_CERTIFICATE_PASSWORD.
Without the first nothing is signed, and that is said.
"""

from __future__ import annotations

import base64
import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tool import run  # the folder is no package: it is put on the path above

CERTIFICATE = "WINDOWS_CERTIFICATE"
PASSWORD = "WINDOWS_CERTIFICATE_PASSWORD"  # the name of a variable
TIMESTAMPS = "http://timestamp.digicert.com"
KITS = Path(r"C:\Program Files (x86)\Windows Kits\10\bin")


def sign(files: list[Path]) -> bool:
    """Sign `files` in place; whether there was a certificate. SystemExit says why it failed."""
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        print(f"not signed, since {CERTIFICATE} is not set: {', '.join(f.name for f in files)}")
        return False
    with tempfile.TemporaryDirectory() as folder:
        pfx = Path(folder, "certificate.pfx")
        pfx.write_bytes(base64.b64decode(certificate))
        run(
            signtool(),
            *("sign", "/f", pfx, "/p", os.environ.get(PASSWORD, "")),
            *("/fd", "SHA256", "/td", "SHA256", "/tr", TIMESTAMPS),
            *files,
        )
    print(f"signed: {', '.join(file.name for file in files)}")
    return True


def signtool() -> Path:
    """Return the signing tool of the newest Windows SDK, or the one on the path."""
    found = shutil.which("signtool")
    kits = sorted(KITS.glob("10.*/x64/signtool.exe"), key=lambda path: path.parts[-3].split("."))
    return Path(found) if found else (kits[-1] if kits else Path("signtool"))


if __name__ == "__main__":
    sign([Path(word) for word in sys.argv[1:]])
