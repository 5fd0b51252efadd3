"""What each command does in the window: small groups of functions, each bound to commands by their ids.

The table of commands, its menus and keys are in `ui/commands`; nothing here knows how a command is invoked.
"""
