"""One small painter per kind of card: `CARD_PAINTERS`."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.cards import claim, dress, hypothesis
from evidence_board.ui.canvas.cards.actor import paint_actor
from evidence_board.ui.canvas.cards.excerpt import paint_excerpt
from evidence_board.ui.canvas.cards.image import paint_image
from evidence_board.ui.canvas.cards.note import paint_note
from evidence_board.ui.canvas.cards.origin import paint_origin
from evidence_board.ui.canvas.cards.placeholder import paint_placeholder
from evidence_board.ui.canvas.cards.question import paint_question
from evidence_board.ui.canvas.cards.source import paint_source
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink

CardPainter = Callable[[Ink, Face, QRectF], None]
"""Draws a face into a box; ink, face, box in px of the screen."""


def dressed(paint: CardPainter) -> CardPainter:
    """Return a painter that adds what every card may have: its colour and its tags."""

    def painted(ink: Ink, face: Face, box: QRectF) -> None:
        paint(ink, face, box)
        dress.strip(ink, face, box)
        dress.tags(ink, face, box)

    return painted


_BARE: Mapping[str, CardPainter] = {
    "claim": claim.paint_claim,
    "hypothesis": hypothesis.paint_hypothesis,
    "source": paint_source,
    "origin": paint_origin,
    "actor": paint_actor,
    "excerpt": paint_excerpt,
    "note": paint_note,
    "gap": paint_question,
    "indicator": paint_note,
    "placeholder": paint_placeholder,
    "image": paint_image,
}

SHEETS: Mapping[str, Callable[[Ink, QRectF], None]] = {
    "claim": claim.paint_sheet,
    "hypothesis": hypothesis.paint_sheet,
}
"""What draws the bare sheet of a card, for the kinds whose sheet is the same whatever it says."""

CARD_PAINTERS: Mapping[str, CardPainter] = {kind: dressed(paint) for kind, paint in _BARE.items()}
