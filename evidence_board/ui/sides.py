"""The panels at both sides of the views: their widths, hiding them, folding the left one.

The views always keep a good part of the window. Where that leaves no room for the left panel, it
opens as a drawer over the views.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QToolBar, QWidget

from evidence_board.ui.drawer import Drawer
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme

NARROW = 1280
"""Below this width at 100 % the left panel is a drawer."""
VIEWS_SHARE = 0.4
"""The least share of the window that the views keep."""
LEFT, RIGHT = (200, 420), (300, 520)
"""The least and the most width of each panel, in px at 100 %."""
_UNLIMITED = 16_777_215
"""QWIDGETSIZE_MAX, which Qt for Python does not name."""


class Sides(QObject):
    """Two docks of ``window`` about ``views``."""

    def __init__(self, window: QMainWindow, rail: QToolBar, views: QWidget) -> None:
        """Make empty docks; ``fill`` gives them what they show."""
        super().__init__(window)
        self._window = window
        self._rail = rail
        area = Qt.DockWidgetArea
        self.left = self._dock("left", self.tr("Sources"), area.LeftDockWidgetArea)
        self.right = self._dock("right", self.tr("Inspector"), area.RightDockWidgetArea)
        self.drawer = Drawer(views)
        self._panels: tuple[QWidget, QWidget] | None = None
        self._left_width = LEFT[0]
        self.folded = False
        self.hidden = False
        self._left_shut = False

    def fill(self, left: QWidget, right: QWidget) -> None:
        """Show these at the left and at the right."""
        for dock, panel in ((self.left, left), (self.right, right)):
            panel.setProperty("role", "panel")
            panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            dock.setWidget(panel)
            panel.installEventFilter(self)
        self._panels = (left, right)
        self.folded = False
        self.follow()

    def follow(self) -> None:
        """Share the width of the window anew, after it or the scale changed."""
        if self._panels is None:
            return
        narrow = self._window.width() < scaled(NARROW)
        folds = narrow or scaled(LEFT[0]) + scaled(RIGHT[0]) > self._room()
        if folds != self.folded:
            self._fold(self._panels[0], folds)
        self._limit(*self._panels)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let one panel grow only by what the other leaves."""
        if event.type() == QEvent.Type.Resize and self._panels is not None:
            self._limit(*self._panels)
        return False

    def size(self, left: int, right: int) -> None:
        """Give the docks their widths, in px at 100 %."""
        self._left_width = left
        self._window.resizeDocks(
            [self.left, self.right], [scaled(left), scaled(right)], Qt.Orientation.Horizontal
        )

    def widths(self) -> tuple[int, int]:
        """Return the widths of left and right as they are now, in px at 100 %."""
        scale = current_theme().scale
        if self.left.isVisible():
            self._left_width = round(self.left.width() / scale)
        return self._left_width, round(self.right.width() / scale)

    def show(self, shown: bool) -> None:
        """Show or hide both and the rail."""
        self.hidden = not shown
        self._left_shut = False
        self.drawer.hide()
        self._rail.setVisible(shown)
        self.right.setVisible(shown)
        self.left.setVisible(shown and not self.folded)

    def toggle_left(self) -> bool:
        """Show or hide the left panel, as dock or as drawer; returns whether it shows now."""
        opens = not self.left_shows()
        if self.folded:
            self.drawer.setVisible(opens)
            if opens:
                self.drawer.open(self._left_width)
        else:
            self._left_shut = not opens
            self.left.setVisible(opens)
        return opens

    def left_shows(self) -> bool:
        """Whether the left panel can be seen."""
        return (self.drawer if self.folded else self.left).isVisible()

    def _room(self) -> int:
        """Return how many px the panels may take together."""
        return round(self._window.width() * (1 - VIEWS_SHARE)) - self._rail.width()

    def _limit(self, left: QWidget, right: QWidget) -> None:
        room = self._room()
        beside = 0 if self.folded or not self.left.isVisible() else left.width()
        right.setMinimumWidth(min(scaled(RIGHT[0]), room))
        right.setMaximumWidth(max(right.minimumWidth(), min(scaled(RIGHT[1]), room - beside)))
        if not self.folded:
            left.setMinimumWidth(scaled(LEFT[0]))
            rest = room - min(right.width(), right.maximumWidth())
            left.setMaximumWidth(max(scaled(LEFT[0]), min(scaled(LEFT[1]), rest)))
        else:
            left.setMinimumWidth(0)
            left.setMaximumWidth(_UNLIMITED)

    def _fold(self, panel: QWidget, folds: bool) -> None:
        self.folded = folds
        self.drawer.hide()
        if folds:
            if self.left.isVisible():
                self.widths()
            self.drawer.take(panel)
            self.left.hide()
        else:
            self.left.setWidget(panel)
            panel.show()
            self.left.setVisible(not self.hidden and not self._left_shut)
            self._window.resizeDocks(
                [self.left], [scaled(self._left_width)], Qt.Orientation.Horizontal
            )

    def _dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        dock.setTitleBarWidget(QWidget(dock))
        self._window.addDockWidget(area, dock)
        return dock
