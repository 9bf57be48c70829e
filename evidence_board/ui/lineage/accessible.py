"""The chart of Lineage for assistive technology: its stations and routes as a named list."""

from functools import cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget

from evidence_board.ui.lineage.walking import Spot, spots

if TYPE_CHECKING:
    from evidence_board.ui.lineage.chart_view import ChartView

NOTHING = cast(QAccessibleInterface, None)
"""What Qt takes for no interface; its stubs leave that out."""


class SpotAccess(QAccessibleInterface):
    """A station or a route; what it is asked is read from the chart at that moment."""

    def __init__(self, chart: "ChartView", spot: Spot) -> None:
        super().__init__()
        self._chart = chart
        self.spot = spot

    def isValid(self) -> bool:
        """Return whether it is still there."""
        return self._chart.box_of_spot(self.spot) is not None

    def object(self) -> QObject:
        """Return nothing: a part is no object of Qt."""
        return cast(QObject, None)

    def window(self) -> QWindow:
        """Return the window of the chart."""
        return self._chart.window().windowHandle()

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is picked, has the focus, lies in sight."""
        state = QAccessible.State()
        state.selectable = state.focusable = 1
        state.selected = int(self.spot.key in self._chart.picked and not self.spot.farther)
        state.focused = int(self.spot == self._chart.spot)
        box = self._chart.box_of_spot(self.spot)
        inside = self._chart.viewport().rect()
        state.offscreen = int(box is None or not inside.intersects(box.toRect()))
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name."""
        named = kind == QAccessible.Text.Name and self.isValid()
        return self._chart.name_of_spot(self.spot) if named else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a name follows its record."""

    def rect(self) -> QRect:
        """Return where it lies on the screen."""
        box = self._chart.box_of_spot(self.spot)
        if box is None:
            return QRect()
        place = box.toRect()
        return QRect(self._chart.viewport().mapToGlobal(place.topLeft()), place.size())

    def parent(self) -> QAccessibleInterface:
        """Return the chart."""
        return QAccessible.queryAccessibleInterface(self._chart)

    def child(self, _index: int) -> QAccessibleInterface:
        """Return nothing: it has no parts."""
        return NOTHING

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Return nothing: it has no parts."""
        return NOTHING

    def childCount(self) -> int:
        """Return none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that there is none."""
        return -1


class ChartAccess(QAccessibleWidget):
    """The chart as a list: its stations column by column, then its routes."""

    def __init__(self, chart: "ChartView") -> None:
        super().__init__(chart, QAccessible.Role.List, chart.accessibleName())
        self._chart = chart
        self._parts: dict[Spot, SpotAccess] = {}
        self._order: tuple[Spot, ...] | None = None

    def forget(self) -> None:
        """Take the order anew when it is next asked for, since the chart has changed."""
        self._order = None

    def childCount(self) -> int:
        """Return how many stations and routes there are."""
        return len(self._listed())

    def child(self, index: int) -> QAccessibleInterface:
        """Return a station or a route by its place."""
        listed = self._listed()
        return self._part(listed[index]) if 0 <= index < len(listed) else NOTHING

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a station or a route."""
        if not isinstance(child, SpotAccess):
            return -1
        return self.place_of(child.spot)

    def place_of(self, spot: Spot) -> int:
        """Return the place of a spot in the list, -1 where it is not in it."""
        listed = self._listed()
        return listed.index(spot) if spot in listed else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what lies at a place of the screen."""
        place = QPointF(self._chart.viewport().mapFromGlobal(QPoint(x, y)))
        for spot in self._listed():
            box = self._chart.box_of_spot(spot)
            if not spot.farther and box is not None and box.contains(place):
                return self._part(spot)
        return NOTHING

    def focusChild(self) -> QAccessibleInterface:
        """Return what has the keyboard's focus."""
        spot = self._chart.spot
        return self._part(spot) if spot is not None and spot in self._listed() else NOTHING

    def _listed(self) -> tuple[Spot, ...]:
        if self._order is None:
            self._order = spots(self._chart.placed) if self._chart.placed else ()
        return self._order

    def _part(self, spot: Spot) -> SpotAccess:
        """Return the interface of a part, kept so that Qt never holds one that is gone."""
        if spot not in self._parts:
            self._parts[spot] = SpotAccess(self._chart, spot)
        return self._parts[spot]


@cache
def install() -> None:
    """Let Qt ask here for the accessible side of charts; once is enough."""
    QAccessible.installFactory(_made)


def _made(_key: str, thing: QObject) -> QAccessibleInterface | None:
    from evidence_board.ui.lineage.chart_view import ChartView  # the view imports this module

    if not isinstance(thing, ChartView):
        return None
    if thing.access is None:
        thing.access = ChartAccess(thing)
    return thing.access


def tell_focus(chart: "ChartView") -> None:
    """Tell assistive technology that something else has the focus."""
    if chart.spot is None or not QAccessible.isActive():
        return
    listed = QAccessible.queryAccessibleInterface(chart)
    place = listed.place_of(chart.spot) if isinstance(listed, ChartAccess) else -1
    if place >= 0:
        event = QAccessibleEvent(chart, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)


def forget(chart: "ChartView") -> None:
    """Let the list of parts be taken anew, since the chart has changed."""
    if chart.access is not None:
        chart.access.forget()
