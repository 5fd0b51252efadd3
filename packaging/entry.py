"""Where the frozen program starts: the same command line as everywhere."""

import sys

from peru_timeline.cli import main

if __name__ == "__main__":
    sys.exit(main())
