"""The ground of the drawing of Lineage: where its stations and routes lie, how large, how far."""

from collections.abc import Mapping, Sequence
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip

from evidence_board.analysis.chart import Chart, Route
from evidence_board.analysis.chart_places import HEAD, Placed, placed
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.hover_text import as_it_stands
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.viewport import NEAR_FROM
from evidence_board.ui.lineage.curves import Curve, curves_of
from evidence_board.ui.lineage.painting import size_of
from evidence_board.ui.lineage.sights import Sight, parts_of, spoken
from evidence_board.ui.lineage.walking import Spot
from evidence_board.ui.theme import Theme

LEAST_ZOOM, MOST_ZOOM, STEP = 0.3, 2.0, 1.2
_REACH, _PORT = 9.0, 12.0


class ChartGround(QAbstractScrollArea):
    """Knows what of a chart lies where; one spot has the focus, several stations may be picked."""

    zoom_changed = Signal(float)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._look = Look(theme.tokens, Lettering(theme.tokens))
        self._placed: Placed | None = None
        self._sights: Mapping[str, Sight] = {}
        self._curves: tuple[Curve, ...] = ()
        self.zoom = 1.0
        self.spot: Spot | None = None
        self.picked: tuple[str, ...] = ()
        self.read_only = False

    @property
    def chart(self) -> Chart | None:
        """The chart that shows."""
        return self._placed.chart if self._placed else None

    @property
    def placed(self) -> Placed | None:
        """Where its stations stand."""
        return self._placed

    @property
    def curves(self) -> tuple[Curve, ...]:
        """How its routes run, in their order."""
        return self._curves

    def sight(self, key: str) -> Sight | None:
        """Return what a station shows."""
        return self._sights.get(key)

    def route(self) -> Route | None:
        """Return the route that has the focus."""
        spot = self.spot
        if spot is None or self.chart is None or not spot.farther:
            return None
        ends = spot.key, spot.farther
        return next((x for x in self.chart.routes if (x.nearer, x.farther) == ends), None)

    def name_of_spot(self, spot: Spot) -> str:
        """Return how a station or route is read aloud."""
        sight = self._sights[spot.key]
        if not spot.farther:
            return spoken(sight, selected=spot.key in self.picked)
        farther = self._sights[spot.farther]
        route = self._route_of(spot)
        word = tr("{nearer} rests on {farther}, {type}")
        return word.format(
            nearer=sight.mark or sight.title,
            farther=farther.mark or farther.title,
            type=route.type if route else "",
        )

    def box_of_spot(self, spot: Spot) -> QRectF | None:
        """Return where a station or route lies in the viewport."""
        if self._placed is None or not self._has(spot):
            return None
        if spot.farther:
            place = self._places().index((spot.key, spot.farther))
            return self._on_screen(self._curves[place].span)
        return self._on_screen(QRectF(*self._placed.boxes[spot.key]))

    def zoom_by(self, step: int) -> None:
        """Show it larger or smaller by a step; 0 shows it at 100 %."""
        zoom = 1.0 if step == 0 else self.zoom * STEP**step
        self._zoom_to(zoom, self.viewport().rect().center())

    def show_all(self) -> None:
        """Show all of it, no larger than 100 %."""
        if self._placed is not None:
            wide = self.viewport().width() / self._scale / max(self._placed.width, 1)
            high = self.viewport().height() / self._scale / max(self._placed.height, 1)
            self._zoom_to(min(wide, high, 1.0), QPoint())

    def begin(self) -> None:
        """Show it from its beginning: the claim stands at the left, in the middle.

        Where a little smaller shows all columns, so small as that.
        """
        if self._placed is not None:
            wide = self.viewport().width() / self._scale / max(self._placed.width, 1)
            self._zoom_to(min(wide, 1.0) if wide >= NEAR_FROM else 1.0, QPoint())
            self.horizontalScrollBar().setValue(0)
            _, top, _, height = self._placed.boxes[self._placed.chart.claim]
            middle = (top + height / 2) * self.zoom * self._scale
            below = self.viewport().height() + HEAD * self._scale  # the heads stay at the top
            self.verticalScrollBar().setValue(round(middle - below / 2))

    def tip_at(self, place: QPointF) -> str:
        """Return what a tool tip tells of what lies at a place of the viewport, line by line."""
        spot = self._spot_at(self._of_chart(place))
        if spot is None:
            return ""
        return (
            self.name_of_spot(spot) if spot.farther else "\n".join(parts_of(self._sights[spot.key]))
        )

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell by a tool tip what a station has no room for."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        text = self.tip_at(QPointF(event.pos()))
        if text:
            QToolTip.showText(event.globalPos(), as_it_stands(text), self.viewport(), QRect())
        else:
            QToolTip.hideText()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else pan."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = STEP ** (event.angleDelta().y() / 120)
            self._zoom_to(self.zoom * turn, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the size."""
        super().resizeEvent(event)
        self._fit_bars()

    @property
    def _scale(self) -> float:
        return self._theme.scale

    @property
    def _left(self) -> float:
        return self.horizontalScrollBar().value() - self._free().width() / 2

    @property
    def _top(self) -> float:
        return self.verticalScrollBar().value() - self._free().height() / 2

    def _free(self) -> QSize:
        """Return what of the viewport the chart leaves free."""
        assert self._placed is not None
        factor = self.zoom * self._scale
        wide, high = ceil(self._placed.width * factor), ceil(self._placed.height * factor)
        view = self.viewport()
        return QSize(max(view.width() - wide, 0), max(view.height() - high, 0))

    def _of_chart(self, spot: QPointF) -> QPointF:
        """Return the place of the chart, px at 100 %, at a place of the viewport."""
        if self._placed is None:
            return QPointF()
        return (spot + QPointF(self._left, self._top)) / (self.zoom * self._scale)

    def _on_screen(self, box: QRectF) -> QRectF:
        factor = self.zoom * self._scale
        corner = box.topLeft() * factor - QPointF(self._left, self._top)
        return QRectF(corner, box.size() * factor)

    def _place(self, chart: Chart) -> None:
        lettering = self._look.lettering
        sizes = {key: size_of(sight, lettering) for key, sight in self._sights.items()}
        self._placed = placed(chart, sizes)
        self._curves = curves_of(self._placed)

    def _fit_bars(self) -> None:
        wide, high = 0, 0
        if self._placed is not None:
            factor = self.zoom * self._scale
            wide, high = ceil(self._placed.width * factor), ceil(self._placed.height * factor)
        for bar, whole, room in (
            (self.horizontalScrollBar(), wide, self.viewport().width()),
            (self.verticalScrollBar(), high, self.viewport().height()),
        ):
            bar.setRange(0, max(whole - room, 0))
            bar.setPageStep(max(room, 1))
            bar.setSingleStep(24)

    def _zoom_to(self, zoom: float, about: QPoint) -> None:
        place = self._of_chart(QPointF(about))
        self.zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self._fit_bars()
        if self._placed is not None:
            moved = self._on_screen(QRectF(place, place)).topLeft() - QPointF(about)
            for bar, away in (
                (self.horizontalScrollBar(), moved.x()),
                (self.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(round(bar.value() + away))
        self.viewport().update()
        self.zoom_changed.emit(self.zoom)

    def _bring(self, spot: Spot) -> None:
        """Scroll so far that a spot can be seen, below the heads of the columns."""
        box = self.box_of_spot(spot)
        if box is None:
            return
        head = HEAD * self._scale
        for bar, low, high, least, most in (
            (self.horizontalScrollBar(), box.left(), box.right(), 8, self.viewport().width() - 8),
            (self.verticalScrollBar(), box.top(), box.bottom(), head, self.viewport().height() - 8),
        ):
            if low < least or high - low > most - least:
                bar.setValue(round(bar.value() + low - least))
            elif high > most:
                bar.setValue(round(bar.value() + high - most))

    def _has(self, spot: Spot) -> bool:
        return spot.key in self._sights and (
            not spot.farther or (spot.key, spot.farther) in self._places()
        )

    def _places(self) -> Sequence[tuple[str, str]]:
        return [(x.nearer, x.farther) for x in self.chart.routes] if self.chart else []

    def _route_of(self, spot: Spot) -> Route | None:
        ends = spot.key, spot.farther
        routes = self.chart.routes if self.chart else ()
        return next((x for x in routes if (x.nearer, x.farther) == ends), None)

    def _station_at(self, place: QPointF) -> str | None:
        boxes = self._placed.boxes.items() if self._placed else ()
        return next((key for key, box in boxes if QRectF(*box).contains(place)), None)

    def _port_at(self, place: QPointF) -> str | None:
        """Return the station at whose port a place lies: the dot at the end of picked ones."""
        for key in self.picked if self._placed and not self.read_only else ():
            assert self._placed is not None
            x, y, width, height = self._placed.boxes[key]
            away = place - QPointF(x + width, y + height / 2)
            claim = self._sights[key].face is not None
            if not claim and max(abs(away.x()), abs(away.y())) <= _PORT:
                return key
        return None

    def _spot_at(self, place: QPointF) -> Spot | None:
        station = self._station_at(place)
        if station is not None:
            return Spot(station)
        reach = QRectF(place.x() - _REACH, place.y() - _REACH, 2 * _REACH, 2 * _REACH)
        for route, curve in zip(self.chart.routes if self.chart else (), self._curves, strict=True):
            if curve.span.intersects(reach) and curve.path(1.0).intersects(reach):
                return Spot(route.nearer, route.farther)
        return None

    def _near_end(self, spot: Spot, place: QPointF) -> bool:
        """Whether a place of a route is that end which can be led elsewhere."""
        end = self._curves[self._places().index((spot.key, spot.farther))].end
        away = place - QPointF(*end)
        return max(abs(away.x()), abs(away.y())) <= 2 * _PORT
