"""Selected words on their way to the board, or to any other program as plain text."""

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QMimeData

EXCERPT_TYPE = "application/x-evidence-board-excerpt"
"""The MIME type of an excerpt that is dragged: JSON with source, capture, start and end."""


@dataclass(frozen=True)
class DraggedExcerpt:
    """Words of a source by their place in its text, in code points."""

    source: str
    capture: str
    start: int
    end: int


def pack(dragged: DraggedExcerpt, words: str) -> QMimeData:
    """Return what travels with a drag: the place, and the words for who does not know places."""
    packed = QMimeData()
    packed.setData(EXCERPT_TYPE, json.dumps(asdict(dragged)).encode())
    packed.setText(words)
    return packed


def unpack(packed: QMimeData) -> DraggedExcerpt | None:
    """Return the excerpt that a drag carries; None when it carries none that can be read."""
    if not packed.hasFormat(EXCERPT_TYPE):
        return None
    try:
        fields = json.loads(bytes(packed.data(EXCERPT_TYPE).data()))
        source, capture = str(fields["source"]), str(fields["capture"])
        return DraggedExcerpt(source, capture, int(fields["start"]), int(fields["end"]))
    except (ValueError, KeyError, TypeError):
        return None
