"""Starts of the program that find a project open elsewhere: its window comes to the front.

Each process listens at a local socket in the person's private folder; its number is part of the
name, and the note on an open file tells the number. Whoever can reach the socket is this person,
or root, and all that can be asked for is that a window comes to the front.
"""

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from evidence_board.paths import user_work_folder
from evidence_board.project import presence

_MOST_BYTES = 16_384
_PATIENCE_MS = 1_000
_LONGEST_NAME = 100
"""The system has room for no more bytes in the address of a socket."""

Raise = Callable[[Path], bool]
"""Brings the window of a project to the front; whether there is one."""


class Instances(QObject):
    """Listens for other starts of the program until its owner goes."""

    def __init__(self, raise_window: Raise, parent: QObject) -> None:
        """Listen; where that cannot be, other starts say that the project is open here."""
        super().__init__(parent)
        self._raise = raise_window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)
        name = _name(os.getpid())
        if name:
            QLocalServer.removeServer(name)  # of a process that had this number and crashed
            self._server.listen(name)

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _take(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.readyRead.connect(lambda caller=caller: self._answer(caller))
            caller.disconnected.connect(caller.deleteLater)
            self._answer(caller)  # it may be here already

    def _answer(self, caller: QLocalSocket) -> None:
        """Raise the window that one line asks for; whatever else is said ends the conversation."""
        if caller.bytesAvailable() > _MOST_BYTES:
            caller.abort()
        elif caller.canReadLine():
            line = bytes(caller.readLine(_MOST_BYTES).data()).rstrip(b"\n")
            known = self._raise(Path(os.fsdecode(line.replace(b"\0", b"\n"))))
            caller.write(b"raised\n" if known else b"unknown\n")
            caller.flush()
            caller.disconnectFromServer()


def raised_elsewhere(path: Path) -> bool:
    """Whether another process of this person has the file open and brought it to the front."""
    there = presence.of(path)
    if there is None or there.ours or not there.runs:
        return False
    name = _name(there.pid)
    caller = QLocalSocket()
    caller.connectToServer(name)
    if not name or not caller.waitForConnected(_PATIENCE_MS):
        return False
    caller.write(os.fsencode(there.path).replace(b"\n", b"\0") + b"\n")  # no name holds a zero
    caller.flush()
    answered = caller.waitForReadyRead(_PATIENCE_MS)
    answer = bytes(caller.readAll().data()) if answered else b""
    caller.abort()
    return answer == b"raised\n"


def _name(pid: int) -> str:
    """Return the name of the socket of a process; nothing where it would be too long."""
    if os.name == "nt":
        return f"evidence-board-{os.getlogin()}-{pid}"
    name = str(user_work_folder() / f"{pid}.socket")
    return name if len(os.fsencode(name)) <= _LONGEST_NAME else ""
