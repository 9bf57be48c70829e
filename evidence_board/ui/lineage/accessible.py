"""The chart of Lineage for assistive technology: its stations and routes as a named list."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from evidence_board.ui.accessible import NOTHING, ListedPart, tell_focused
from evidence_board.ui.lineage.walking import Spot, spots

if TYPE_CHECKING:
    from evidence_board.ui.lineage.chart_view import ChartView


class SpotAccess(ListedPart):
    """A station or a route."""

    def __init__(self, chart: "ChartView", spot: Spot) -> None:
        super().__init__(chart.viewport())
        self._chart = chart
        self.spot = spot

    def place(self) -> QRect | None:
        """Return where it shows on the chart, None where it is not there."""
        box = self._chart.box_of_spot(self.spot)
        return None if box is None else box.toRect()

    def name(self) -> str:
        """Return what it says."""
        return self._chart.name_of_spot(self.spot)

    def selected(self) -> bool:
        """Return whether it is picked."""
        return self.spot.key in self._chart.picked and not self.spot.farther

    def focused(self) -> bool:
        """Return whether the keys go on from it."""
        return self.spot == self._chart.spot

    def parent(self) -> QAccessibleInterface:
        """Return the chart."""
        return QAccessible.queryAccessibleInterface(self._chart)


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
        tell_focused(chart, place)


def forget(chart: "ChartView") -> None:
    """Let the list of parts be taken anew, since the chart has changed."""
    if chart.access is not None:
        chart.access.forget()
