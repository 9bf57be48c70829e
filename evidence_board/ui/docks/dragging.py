"""Records on their way from a list to the board, which makes cards of them."""

import json
from collections.abc import Iterable

from PySide6.QtCore import QMimeData

RECORDS_TYPE = "application/x-evidence-board-records"
"""The MIME type of records that are dragged: a JSON list of their ids."""


def pack_records(ids: Iterable[str], words: str) -> QMimeData:
    """Return what travels with a drag: the ids, and their names for who does not know ids."""
    packed = QMimeData()
    packed.setData(RECORDS_TYPE, json.dumps(list(ids)).encode())
    packed.setText(words)
    return packed


def unpack_records(packed: QMimeData) -> tuple[str, ...]:
    """Return the ids that a drag carries; none when it carries none that can be read."""
    try:
        listed = json.loads(bytes(packed.data(RECORDS_TYPE).data()))
    except ValueError:
        return ()
    right = isinstance(listed, list) and all(isinstance(one, str) for one in listed)
    return tuple(listed) if right else ()
