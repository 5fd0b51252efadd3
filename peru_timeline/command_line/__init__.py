"""What the commands of the command line do; `cli.py` beside this room reads their arguments.

Whatever is slow to import (Qt, numpy, the chronology) is imported inside the functions that need it, so that
`--help` and a wrong argument are answered at once.
"""
