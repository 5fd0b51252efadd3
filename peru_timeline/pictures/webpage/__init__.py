"""The web page: one self-contained file with all that a reader needs, working from disk in any browser.

The rows come from the program's own packing and are written as numbers; the page's script only maps and paints them.
No Qt lives here, and nothing that asks the network.
"""
