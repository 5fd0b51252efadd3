"""Where the frozen program starts: the same command line as everywhere."""

import os
import sys

from peru_timeline.cli import main


def forget_own_libraries() -> None:
    """Let programs that this one starts, such as the browser, find the system's libraries.

    PyInstaller points the loader at ours before Python starts; for this process that is settled.
    """
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before


if __name__ == "__main__":
    if getattr(sys, "frozen", False) and sys.platform == "linux":
        forget_own_libraries()
    sys.exit(main())
