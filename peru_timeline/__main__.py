"""`python -m peru_timeline` runs the same command line as `peru-timeline`."""

import sys

from peru_timeline.cli import main

if __name__ == "__main__":
    sys.exit(main())
