"""The stage: saved views, and showing them to an audience full screen."""
