"""Make the disk image for macOS from the frozen bundle: the program, and where to drag it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from macos.signing import notarise
from recipe import TITLE
from tool import run


def build_image(app: Path, image: Path, identity: str | None) -> Path:
    """Return the image, signed and notarised where there is an identity. SystemExit says why not."""
    run("codesign", "--verify", "--deep", "--strict", app)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(app, Path(folder, app.name), symlinks=True)
        Path(folder, "Applications").symlink_to("/Applications")
        form = ("-fs", "HFS+", "-format", "UDZO", "-ov")
        run("hdiutil", "create", "-volname", TITLE, "-srcfolder", folder, *form, image)
    if identity is not None:
        run("codesign", "--sign", identity, "--timestamp", image)
        notarise(image)
    return image
