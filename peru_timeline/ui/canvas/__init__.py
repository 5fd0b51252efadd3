"""The timeline on the screen: canvas, axis, overview, and what is live about them: the scene, the visible span.

`input` reads the reader's hands into intents, `interaction` carries them out, `accessible` shows the events to screen
readers. Scenes are laid out by `timeline`; panels and dialogs belong elsewhere.
"""
