"""The drawing of Lineage: stations in columns, routes between them, to walk and to work on."""

from collections.abc import Mapping
from math import ceil

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from evidence_board.analysis.chart import Chart
from evidence_board.analysis.chart_places import groups_in
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.viewport import NEAR_FROM
from evidence_board.ui.lineage import accessible
from evidence_board.ui.lineage.chart_ground import ChartGround
from evidence_board.ui.lineage.crowd import paint_routes
from evidence_board.ui.lineage.heads import HEADS_HEIGHT, Heads, paint_heads
from evidence_board.ui.lineage.painting import paint_group, paint_station
from evidence_board.ui.lineage.rings import paint_aim, paint_focus, paint_picked
from evidence_board.ui.lineage.sights import Sight
from evidence_board.ui.lineage.walking import Spot, beside, first
from evidence_board.ui.regions import WAY_IN
from evidence_board.ui.theme import Theme

_DRAG = 5.0


class ChartView(ChartGround):
    """Shows a chart; what is done on it is asked of others by signals.

    One spot has the keyboard's focus: a station by its key, or a route by both of its keys.
    """

    focused = Signal()
    """Another spot has the focus; several stations may be `picked`."""
    opened = Signal(object)
    """A Spot was activated: by Enter or a double click."""
    fold_asked = Signal(str)
    """The root of a group that is to be folded or unfolded."""
    joined = Signal(str, str)
    """A line was drawn from the station with one key to that with another."""
    led_elsewhere = Signal(object, str)
    """The end of a Route was dropped on the station with a key."""
    menu_asked = Signal(QPoint)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(theme)
        self._names: Mapping[str, str] = {}
        self._heads = Heads()
        self._drag: tuple[Spot, QPointF] | None = None
        self._aim: QPointF | None = None
        self._ring = False
        self._kept = False
        """Whether what is picked was kept by Space: walking on leaves it then."""
        self.access: accessible.ChartAccess | None = None
        accessible.install()
        self.setProperty(WAY_IN, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._restyle)

    def show_chart(
        self, chart: Chart | None, sights: Mapping[str, Sight], names: Mapping[str, str]
    ) -> None:
        """Show a chart, or nothing; ``names`` are those of the groups by their roots."""
        self._sights, self._names, self._kept = sights, names, False
        if chart is None:
            self._placed, self._curves = None, ()
        else:
            self._place(chart)
        if self.spot is not None and not self._has(self.spot):
            self.spot = None
        self.picked = tuple(one for one in self.picked if one in sights)
        accessible.forget(self)
        self._fit_bars()
        self.viewport().update()

    def show_heads(self, heads: Heads) -> None:
        """Write this over the columns."""
        self._heads = heads
        self.viewport().update()

    def go(
        self, spot: Spot | None, *, add: bool = False, leave: bool = False, ring: bool = True
    ) -> None:
        """Give a station or a route the focus, bring it into view, and tell.

        It alone is picked; with ``add`` it is picked too, or no more; ``leave`` leaves all picks.
        """
        self._ring = ring
        self.spot = spot
        keys: tuple[str, ...] = (spot.key,) if spot is not None and not spot.farther else ()
        if add and keys:
            held = self.picked
            inside = keys[0] in held
            keys = tuple(x for x in held if x != keys[0]) if inside else (*held, keys[0])
        if add or not leave:
            self.picked = keys
        self._kept = bool(self.picked) and (add or leave)
        if spot is not None:
            self._bring(spot)
        accessible.tell_focus(self)
        self.viewport().update()
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what lies in the part that is asked for."""
        painter = QPainter(self.viewport())
        for part in event.region():  # type: ignore[attr-defined]  # absent in Qt's stubs
            painter.save()
            painter.setClipRect(part)
            self._paint_part(painter, part)
            painter.restore()
        painter.end()

    def _paint_part(self, painter: QPainter, part: QRect) -> None:
        painter.fillRect(part, self._look.color("surface.board"))
        if self._placed is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self._scale, self._scale)
            shift = QPointF(self._left, self._top) / self._scale
            painter.translate(-shift)
            ink = self._ink(painter)
            box = QRectF(part)
            shown = QRectF(box.topLeft() / self._scale + shift, box.size() / self._scale)
            self._paint(ink, shown.adjusted(-12, -12, 12, 12))
            painter.translate(shift)
            at = -shift.x()
            paint_heads(ink, self._placed, self._heads, at, self.viewport().width() / self._scale)

    def _paint(self, ink: Ink, shown: QRectF) -> None:
        assert self._placed is not None
        zoom = self.zoom
        for root, box in groups_in(self._placed):
            paint_group(ink, _grown(box, zoom), self._names.get(root, ""))
        paint_routes(ink, self._placed.chart, self._curves, self._sights, self.spot, shown)
        for key, box in self._placed.boxes.items():
            place = _grown(box, zoom)
            if shown.intersects(place):
                paint_station(ink, self._sights[key], place)
                self._paint_rings(ink, key, place)
        if self._drag is not None and self._aim is not None:
            aimed = self._station_at(self._aim / zoom)
            boxes = self._placed.boxes
            other = aimed is not None and aimed != self._drag[0].key
            target = _grown(boxes[aimed], zoom) if aimed is not None and other else None
            paint_aim(ink, _grown(boxes[self._drag[0].key], zoom), self._aim, target)

    def _paint_rings(self, ink: Ink, key: str, place: QRectF) -> None:
        if key in self.picked:
            paint_picked(ink, place, port=not self.read_only and self._sights[key].face is None)
        if self._ring and self.spot == Spot(key) and self.hasFocus():
            paint_focus(ink, place)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of walking to itself before they are shortcuts of something else."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            walks = event.key() in _WALKING and event.modifiers() in _WALKING_WITH
            if walks or event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by arrows, along routes with Alt; Space keeps what is picked and adds to it.

        Shift and an arrow add as well. Enter opens, Esc lets go.
        """
        key, alt = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self._placed is None:
            super().keyPressEvent(event)
        elif key in _WALKING:
            spot = beside(self._placed, self.spot, key, along=alt)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.go(spot, add=shift and spot.key not in self.picked, leave=shift or self._kept)
        elif key == Qt.Key.Key_Space and self.spot is not None:
            picked = self.spot.key in self.picked
            self.go(self.spot, add=self._kept or not picked, leave=picked and not self._kept)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.spot is not None:
            self.opened.emit(self.spot)
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        elif key == Qt.Key.Key_Escape and (self.picked or self.spot):
            self.go(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the claim, where nothing has the focus yet."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY and self.spot is None and self._placed is not None:
            self.spot, self._ring = first(self._placed), True
            accessible.tell_focus(self)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a station, a route, the port of a station or the end of a route."""
        if event.button() != Qt.MouseButton.LeftButton or self._placed is None:
            return
        place = self._of_chart(event.position())
        port = self._port_at(place)
        if port is not None:
            self._drag = Spot(port), event.position()
            return
        spot = self._spot_at(place)
        adding = bool(event.modifiers() & _ADDING)
        if spot is not None and spot.farther and self._near_end(spot, place):
            self._drag = spot, event.position()
        self.go(spot, add=adding, ring=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a line, or show what would be taken."""
        place = self._of_chart(event.position())
        if self._drag is None:
            taken = self._port_at(place) or self._spot_at(place)
            shape = Qt.CursorShape.PointingHandCursor if taken else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            return
        if self.read_only:
            return
        if (event.position() - self._drag[1]).manhattanLength() >= _DRAG or self._aim is not None:
            self._aim = place * self.zoom
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the line that was drawn."""
        drag, aim = self._drag, self._aim
        target = self._station_at(self._of_chart(event.position()))
        route = self._route_of(drag[0]) if drag is not None and drag[0].farther else None
        self._end_drag()
        if drag is None or aim is None or target is None or target == drag[0].key:
            return
        if not drag[0].farther:
            self.joined.emit(drag[0].key, target)
        elif route is not None and target != route.farther:
            self.led_elsewhere.emit(route, target)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what lies there."""
        spot = self._spot_at(self._of_chart(event.position()))
        self._end_drag()
        if spot is not None:
            self.opened.emit(spot)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies there, or of what has the focus."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            spot = self._spot_at(self._of_chart(QPointF(event.pos())))
            if spot is None or spot.key not in self.picked:
                self.go(spot, ring=False)
        elif self.spot is not None:
            box = self.box_of_spot(self.spot)
            place = self.viewport().mapToGlobal(box.center().toPoint()) if box else place
        self.menu_asked.emit(place)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, and paint what comes into view; heads stay at the top."""
        view, head = self.viewport(), ceil(HEADS_HEIGHT * self._scale)
        view.scroll(dx, dy, view.rect().adjusted(0, head, 0, 0))
        view.update(0, 0, view.width(), head)

    def _ink(self, painter: QPainter) -> Ink:
        level = "near" if self.zoom >= NEAR_FROM else "middle"
        ratio = self._scale * self.devicePixelRatioF()
        return Ink(painter, self._look, "near" if level == "near" else "middle", self.zoom, ratio)

    def _end_drag(self) -> None:
        self._drag = self._aim = None
        self.viewport().update()

    def _restyle(self) -> None:
        self._look = Look(self._theme.tokens, Lettering(self._theme.tokens))
        if self.chart is not None:
            self._place(self.chart)
        self._fit_bars()
        self.viewport().update()


def _grown(box: tuple[float, float, float, float], zoom: float) -> QRectF:
    return QRectF(*(part * zoom for part in box))


_WALKING = frozenset(
    {
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)
_WALKING_WITH = frozenset(
    {
        *(Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier),
        Qt.KeyboardModifier.ShiftModifier,
    }
)
_ADDING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_BY_KEY = frozenset(
    {
        *(Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason),
        Qt.FocusReason.ShortcutFocusReason,
    }
)
