"""The main window's frame: menus, bars, docks and the place of the views; no project in it.

It paints before the project is read, so nothing here imports a record.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from evidence_board.ui.action_set import ActionSet
from evidence_board.ui.banner import Banner
from evidence_board.ui.find_field import FindField
from evidence_board.ui.issues.badge import CountBadge
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.menus import NAMED_TOOLS, fill_menu_bar, fill_rail, fill_tool_bar
from evidence_board.ui.regions import first_stop
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.sides import Sides
from evidence_board.ui.situation import Situation
from evidence_board.ui.status_line import StatusLine
from evidence_board.ui.theme import current_theme, set_icon
from evidence_board.ui.title_strip import TitleStrip
from evidence_board.ui.toast import Toast

SMALLEST = (1024, 640)
NARROW = 1120
"""Below this width at 100 % the tool bar shows icons only."""


class MainWindow(QMainWindow):
    """One project's window; `asked` tells the id of an action that a person chose."""

    asked = Signal(str)
    backups_asked = Signal()
    """The project of this window cannot be opened, and the person wants to see its backups."""
    salvage_asked = Signal()
    """The project of this window is damaged, and the person wants what can be read of it."""
    open_asked = Signal(str)
    """The path of another project that a person wants to see, such as a copy of this one."""
    closing = Signal()
    """The window is about to go: finish edits, close the project."""

    def __init__(self) -> None:
        """Build the frame; it shows empty until a workspace fills it."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setDockNestingEnabled(False)
        self.actions_here = ActionSet(self)
        self.actions_here.asked.connect(self.asked)
        self.recent_menu = fill_menu_bar(self.menuBar(), self.actions_here)
        self.titles = TitleStrip(self.menuBar())
        self.may_close: Callable[[], bool] = always
        self.find_field = FindField(self)
        self.tools = self._tool_bar()
        self.rail = self._rail()
        self.banner = Banner()
        self.views = QStackedWidget()
        self._opening = label("", "hint")
        self._opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.views.addWidget(_ground(within=self._opening))
        self.setCentralWidget(self._middle())
        self.toast = Toast(self.views)
        self.sides = Sides(self, self.rail, self.views)
        self.left, self.right = self.sides.left, self.sides.right
        self.left.setWidget(_ground("panel"))
        self.right.setWidget(_ground("panel"))
        self.sides.drawer.closed.connect(self._leave_left_panel)
        self.sides.drawer.left.connect(self._check_left_panel)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.adapt(Situation())
        current_theme().changed.connect(self._share_room)
        self.setMinimumSize(QSize(*SMALLEST))

    def tell_opening(self, name: str) -> None:
        """Say in the place of the views that a project is being opened, until they show."""
        self._opening.setText(self.tr("Opening {name} …").format(name=name))

    def adapt(self, now: Situation) -> None:
        """Enable what the situation allows and show its mode."""
        self.actions_here.adapt(now)
        self.actions_here.check(now.mode)
        self.export.setEnabled(self.actions_here["export_brief"].isEnabled())

    def size_docks(self, left: int, right: int) -> None:
        """Give the docks their widths, in px at 100 %."""
        self.sides.size(left, right)

    def show_docks(self, shown: bool) -> None:
        """Show or hide both docks and the rail."""
        self.sides.show(shown)
        self.actions_here["docks"].setChecked(shown)
        self._check_left_panel()

    def fill_docks(self, left: QWidget, right: QWidget) -> None:
        """Show these at the sides of the views."""
        self.sides.fill(left, right)
        self._check_left_panel()

    def add_bar(self, bar: QWidget) -> None:
        """Let a bar stand under the tool bar, over the views."""
        self._column.insertWidget(0, bar)

    def toggle_left_panel(self) -> None:
        """Show or hide the left panel; shown by a key it takes the focus where it is a drawer."""
        if self.sides.toggle_left() and self.sides.folded:
            stop = first_stop(self.sides.drawer)
            if stop is not None:
                stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._check_left_panel()

    def show_left_panel(self) -> None:
        """Show the left panel if it is hidden."""
        if self.sides.hidden:
            self.show_docks(True)
        if not self.sides.left_shows():
            self.toggle_left_panel()

    def regions(self) -> Sequence[QWidget]:
        """Return the parts of the window in the order in which F6 walks them."""
        left = self.sides.drawer if self.sides.folded else self.left
        every = (self.rail, self.tools, left, self.views, self.right)
        return tuple(one for one in every if one.isVisible())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes, while everything in it is still there; or stay."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tools as icons only, and the left panel as a drawer, where it is narrow."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Fit tools and panels to the width of the window at the scale of the interface."""
        focused = QApplication.focusWidget()
        left = self.sides.drawer if self.sides.folded else self.left
        held = focused is not None and left.isAncestorOf(focused)
        self.sides.follow()
        self._check_left_panel()
        if held and not self.sides.left_shows():
            self._leave_left_panel()
        narrow = self.width() < scaled(NARROW)
        style = (
            Qt.ToolButtonStyle.ToolButtonIconOnly
            if narrow
            else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        )
        for id in NAMED_TOOLS:
            button = self.tools.widgetForAction(self.actions_here[id])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(style)
        self.find_field.setFixedWidth(scaled(220 if narrow else 300))

    def _tool_bar(self) -> QToolBar:
        bar = self._bar("tools", self.tr("Tools"), Qt.ToolBarArea.TopToolBarArea)
        fill_tool_bar(bar, self.actions_here)
        self.find_field.setFixedWidth(scaled(300))
        bar.addWidget(self.find_field)
        rule = bar.addSeparator()
        self.export = QPushButton(self.tr("Export draft"))
        self.export.setProperty("role", "primary")
        set_icon(self.export, "file-down", "text.onAccent")
        self.export.clicked.connect(self.actions_here["export_brief"].trigger)
        self._export_place = rule, bar.addWidget(self.export)
        return bar

    def show_export(self, shown: bool) -> None:
        """Show the button of the export, or leave it out where a mode has the same."""
        for place in self._export_place:
            place.setVisible(shown)

    def _rail(self) -> QToolBar:
        rail = self._bar("rail", self.tr("Modes"), Qt.ToolBarArea.LeftToolBarArea)
        rail.setProperty("role", "rail")
        rail.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        ScaledSize(rail, width=56)
        self._drawer_entry = fill_rail(rail, self.actions_here)
        entry = rail.widgetForAction(self.actions_here["issues"])
        self.issue_badge = CountBadge(entry, self.actions_here["issues"].text())
        return rail

    def _leave_left_panel(self) -> None:
        shown = self.views.currentWidget()
        if shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self._check_left_panel()

    def _check_left_panel(self) -> None:
        """Show on the rail and in the menu whether the left panel can be seen."""
        self._drawer_entry.setVisible(self.sides.folded)
        self.actions_here["left_panel"].setChecked(self.sides.left_shows())

    def _bar(self, name: str, title: str, area: Qt.ToolBarArea) -> QToolBar:
        bar = QToolBar(title, self)
        bar.setObjectName(name)
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addToolBar(area, bar)
        return bar

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.views, 1)
        middle.setMinimumWidth(1)  # what the widest of the views wants would push out the panels
        self._column = column
        return middle


def always() -> bool:
    """Let the window close: there is no project yet."""
    return True


def _ground(role: str = "board", *, within: QWidget | None = None) -> QFrame:
    """Return an empty ground in the colour of what will stand there, with words in its middle."""
    ground = QFrame()
    if within is not None:
        QVBoxLayout(ground).addWidget(within)
    ground.setProperty("role", role)
    ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return ground
