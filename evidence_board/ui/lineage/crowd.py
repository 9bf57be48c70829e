"""The routes of a chart: many at once are faint, so that those of what has the focus stand out."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from evidence_board.analysis.chart import Chart, Route, ways_through
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.lineage.curves import Curve
from evidence_board.ui.lineage.painting import color_of, paint_head, paint_route
from evidence_board.ui.lineage.sights import Sight
from evidence_board.ui.lineage.walking import Spot

CROWD = 60
"""Above so many routes a chart is crowded: lines side by side would be one dark band."""
_FAINT, _FAINTER = 0.4, 0.2

Ends = tuple[str, str]
Drawn = tuple[str, bool, Curve]
"""The type of a route, whether it leads over what is gone, and its curve."""


def paint_routes(
    ink: Ink,
    chart: Chart,
    curves: Sequence[Curve],
    sights: Mapping[str, Sight],
    spot: Spot | None,
    shown: QRectF,
) -> None:
    """Draw the routes that lie in ``shown``, px on the screen; those that stand out last."""
    chosen = (spot.key, spot.farther) if spot else None
    lit = lit_in(chart, spot)
    crowd: list[Drawn] = []
    others: list[tuple[Route, Curve, bool]] = []
    for route, curve in zip(chart.routes, curves, strict=True):
        span = curve.span
        if not shown.intersects(QRectF(span.topLeft() * ink.zoom, span.size() * ink.zoom)):
            continue
        gone = sights[route.nearer].gone or sights[route.farther].gone
        if lit is None or (route.nearer, route.farther) in lit:
            others.append((route, curve, gone))
        else:
            crowd.append((route.type, gone, curve))
    paint_crowd(ink, crowd, shown)
    for route, curve, gone in others:
        ends = route.nearer, route.farther
        paint_route(ink, route, curve, chosen=ends == chosen, faded=gone)


def lit_in(chart: Chart, spot: Spot | None) -> AbstractSet[Ends] | None:
    """Return which routes stand out by their ends; None for all, where there is no crowd.

    Where more stand on the ways through a station than are told apart, none of them does.
    """
    if len(chart.routes) <= CROWD:
        return None
    if spot is None:
        return frozenset()
    if spot.farther:
        return frozenset({(spot.key, spot.farther)})
    found = ways_through(chart, spot.key)
    return found if len(found) <= CROWD else frozenset()


def paint_crowd(ink: Ink, routes: Iterable[Drawn], shown: QRectF) -> None:
    """Draw routes of each type in one stroke, so that where many lie together it stays faint.

    Their heads are drawn where they are ``shown``, px on the screen.
    """
    runs: dict[tuple[str, bool], list[Curve]] = {}
    for type, gone, curve in routes:
        runs.setdefault((type, gone), []).append(curve)
    for (type, gone), curves in runs.items():
        whole = QPainterPath()
        for curve in curves:
            whole.addPath(curve.path(ink.zoom))
        color = color_of(ink, type)
        if not ink.look.plain:
            color.setAlphaF(_FAINTER if gone else _FAINT)
        ink.painter.setPen(QPen(color, 1.0))
        ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        ink.painter.drawPath(whole)
        paint_head(ink, type, curves, color, shown)
