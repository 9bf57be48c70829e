"""Cards on the clipboard: our document for boards, words for other programs."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from evidence_board.interchange import clipping as clippings
from evidence_board.interchange.clipping import MEDIA_TYPE, Clipping
from evidence_board.model.board import Card, Frame
from evidence_board.model.record import Numbered, Record
from evidence_board.ui.canvas.faces import title_of


def present() -> QMimeData:
    """Return what lies on the clipboard; systems that have nothing to give may give None."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def has_cards(mime: QMimeData) -> bool:
    """Whether copied cards are on a clipboard."""
    return mime.hasFormat(MEDIA_TYPE)


def packed(clipping: Clipping, words: str) -> QMimeData:
    """Return what goes on the clipboard; BadDocument if it is too large for one."""
    mime = QMimeData()
    mime.setData(MEDIA_TYPE, clippings.to_bytes(clipping))
    mime.setText(words)
    return mime


def unpacked(mime: QMimeData) -> Clipping:
    """Return the clipping on a clipboard; BadDocument says what is wrong with it."""
    return clippings.from_bytes(bytes(mime.data(MEDIA_TYPE).data()))


def words_of(records: Sequence[Record]) -> str:
    """Return cards as plain text: mark and words, a line each; a frame by its title."""
    return "\n".join(line for line in map(_line, records) if line)


def _line(record: Record) -> str:
    if isinstance(record, Frame):
        return record.title
    words = " ".join(title_of(record).split())
    return f"{record.mark} {words}" if isinstance(record, Numbered) else words


def places_of(clipping: Clipping) -> tuple[tuple[str, float, float], ...]:
    """Return the records that a clipping shows, and where their cards lay."""
    cards = (one for one in clipping.document.records if isinstance(one, Card))
    return tuple((card.record, card.x, card.y) for card in cards)


def extent(clipping: Clipping) -> tuple[float, float]:
    """Return about how much room the cards of a clipping take, px at 100 %."""
    laid = [one for one in clipping.document.records if isinstance(one, Card | Frame)]
    if not laid:
        return 0.0, 0.0
    right, bottom = (
        max(one.x + one.width for one in laid),
        max(one.y + (one.height or _USUAL) for one in laid),
    )
    return right - min(one.x for one in laid), bottom - min(one.y for one in laid)


_USUAL = 96.0
"""The height of most cards that follow their text."""
