"""The silhouettes of cards, by which a kind is known without its text."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from evidence_board.ui.canvas.ink import rounded

KIND_COLORS: Mapping[str, str] = {
    "claim": "kind.claim",
    "hypothesis": "kind.hypothesis",
    "source": "kind.source",
    "origin": "kind.origin",
    "actor": "kind.actor",
    "excerpt": "kind.excerpt",
    "note": "kind.note",
    "gap": "kind.question",
    "indicator": "kind.note",
    "placeholder": "kind.frame",
    "image": "kind.image",
}
KIND_ICONS: Mapping[str, str] = {
    "claim": "scale",
    "hypothesis": "flask-conical",
    "source": "newspaper",
    "origin": "circle-dot",
    "actor": "user-round",
    "excerpt": "quote",
    "note": "sticky-note",
    "gap": "circle-question-mark",
    "indicator": "eye",
    "placeholder": "file-warning",
    "image": "image",
}
_RADII: Mapping[str, float] = {
    "claim": 8.0,
    "gap": 8.0,
    "source": 4.0,
    "excerpt": 3.0,
    "note": 2.0,
    "indicator": 2.0,
    "placeholder": 4.0,
    "image": 4.0,
}


def outline(kind: str, box: QRectF, zoom: float) -> QPainterPath:
    """Return the silhouette of a kind of card in a box; corners scale with the board."""
    special = _SPECIAL.get(kind)
    if special is not None:
        return special(box, zoom)
    return rounded(box, max(_RADII[kind] * zoom, 1.0))


def cut_corners(box: QRectF, cut: float) -> QPainterPath:
    """Return a box whose four corners are cut off."""
    left, top, right, bottom = box.left(), box.top(), box.right(), box.bottom()
    spots = (
        (left + cut, top),
        (right - cut, top),
        (right, top + cut),
        (right, bottom - cut),
        (right - cut, bottom),
        (left + cut, bottom),
        (left, bottom - cut),
        (left, top + cut),
    )
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(*spot) for spot in spots]))
    path.closeSubpath()
    return path


def _hypothesis(box: QRectF, zoom: float) -> QPainterPath:
    return cut_corners(box, min(12.0 * zoom, box.height() / 3))


def _pill(box: QRectF, zoom: float) -> QPainterPath:
    return rounded(box, min(box.height() / 2, 32.0 * zoom))


def _half_pill(box: QRectF, zoom: float) -> QPainterPath:
    """Return a box that is a pill on its leading side only."""
    tail = QRectF(box)
    tail.setLeft(box.center().x())
    return _pill(box, zoom).united(rounded(tail, 8.0 * zoom))


_SPECIAL: Mapping[str, Callable[[QRectF, float], QPainterPath]] = {
    "hypothesis": _hypothesis,
    "origin": _pill,
    "actor": _half_pill,
}
