"""Taking over the files of later starts, where the system can hand them over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject


def take_over(
    parent: QObject, is_free: Callable[[], bool], take: Callable[[Path], None]
) -> QObject | None:
    """Listen for files as long as `parent` lives; None where that is not possible. See hand_over.py."""
    try:
        from peru_timeline.ui.session.hand_over import HandOverServer
    except ImportError:  # QtNetwork, and nothing else of Qt here, needs Kerberos's library
        return None
    server = HandOverServer(is_free, parent)
    server.file_handed.connect(take)
    server.listen()
    return server
