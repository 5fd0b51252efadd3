"""A second start with a file hands it over to the window that is already open.

The window listens on a local socket in the reader's own cache folder, where no other
user of the machine can create one; on Windows, on a pipe named after that folder. A path and a NUL are sent;
the answer is a NUL, or nothing if the window cannot open a file now. A start that gets no answer opens a
window of its own, so nothing here can keep the program from starting.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from peru_timeline import paths

END = b"\0"
LONGEST_PATH = 65_536
LONGEST_WAIT_MS = 2000
MOST_GUESTS = 1000


def socket_name() -> str:
    """The name of the socket or pipe: one for each user and each PERU_TIMELINE_HOME."""
    socket = str(paths.user_cache_dir() / "window.socket")
    if sys.platform == "win32":
        return "peru-timeline-" + hashlib.sha256(socket.encode()).hexdigest()[:16]
    return socket


def hand_over(path: Path) -> bool:
    """Hand a file over to an open window; return whether one took it."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name())
    if not socket.waitForConnected(LONGEST_WAIT_MS):
        return False
    socket.write(os.fsencode(path.absolute()) + END)
    socket.waitForBytesWritten(LONGEST_WAIT_MS)
    return socket.waitForReadyRead(LONGEST_WAIT_MS) and socket.readAll().data() == END


class HandOverServer(QObject):
    """Takes over the files that later starts hand over."""

    file_handed = Signal(Path)

    def __init__(self, is_free: Callable[[], bool], parent: QObject | None = None) -> None:
        """`is_free` says whether a file can be opened now, which it cannot while a dialog waits for an answer."""
        super().__init__(parent)
        self._is_free = is_free
        self._server = QLocalServer(self)
        self._server.setMaxPendingConnections(MOST_GUESTS)
        self._server.setListenBacklogSize(MOST_GUESTS)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def listen(self) -> bool:
        """Listen, unless another window of this user already does; return whether this one listens.

        If the folder cannot be written, or its name is too long for a socket, nobody listens.
        """
        try:
            paths.user_cache_dir().mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        # Ask first: listening would silently replace the other window.
        other = QLocalSocket()
        other.connectToServer(socket_name())
        if other.waitForConnected(LONGEST_WAIT_MS):
            return False
        QLocalServer.removeServer(socket_name())  # left behind by a window that was killed
        return self._server.listen(socket_name())

    def _welcome(self) -> None:
        while self._server.hasPendingConnections():
            self._listen_to(self._server.nextPendingConnection())

    def _listen_to(self, socket: QLocalSocket) -> None:
        # Who says nothing is shown the door, so that others get in.
        patience = QTimer(socket)
        patience.setSingleShot(True)
        patience.timeout.connect(lambda: socket.abort())
        patience.start(LONGEST_WAIT_MS)
        said = bytearray()

        def read() -> None:
            said.extend(socket.readAll().data())
            if len(said) > LONGEST_PATH:
                socket.abort()
            elif said.endswith(END):
                self._take(socket, Path(os.fsdecode(bytes(said[:-1]))))

        socket.readyRead.connect(read)
        socket.disconnected.connect(socket.deleteLater)
        read()  # what arrived before the signal was connected

    def _take(self, socket: QLocalSocket, path: Path) -> None:
        is_taken = path.is_absolute() and self._is_free()
        if is_taken:
            socket.write(END)
            socket.flush()
        socket.disconnectFromServer()
        if (
            is_taken
        ):  # last, as opening a file takes a while and the other start need not wait for it
            self.file_handed.emit(path)
