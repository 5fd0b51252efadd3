"""What the reader's hands ask of the timeline: mouse, wheel, touch pad and keys, read into intents.

An intent is a frozen value that says what is asked, never how it is done. Hit testing and the rules for going
from event to event are pure functions. Nothing here knows a widget; `interaction.py` carries intents out.
"""
