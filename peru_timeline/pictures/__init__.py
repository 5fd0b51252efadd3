"""Pictures for an audience: a choice of events composed on a page, as slides, as a poster. No Qt."""
