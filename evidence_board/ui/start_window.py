"""The start window: three doors, recent projects, and a place to drop files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from evidence_board import VERSION
from evidence_board.ui.action_set import ActionSet
from evidence_board.ui.doors import Door, LinkLine
from evidence_board.ui.icons import application_icon
from evidence_board.ui.labels import label, picture, scaled
from evidence_board.ui.menus import fill_menu_bar
from evidence_board.ui.recent_list import RecentList
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.situation import Situation
from evidence_board.ui.style import repolish
from evidence_board.ui.theme import current_theme
from evidence_board.ui.title_strip import TitleStrip

_WRAPS = 1.5
"""From this scale on the words of the drop area wrap."""
_WITH_A_PROJECT = (
    *("add_folder", "add_sources", "export_brief", "export_json", "import_json", "save"),
    *("save_copy", "undo"),
    *(
        "share_copy",
        "redo",
        "delete",
        "select_all",
        "find",
        "claim",
        "source",
        "note",
        "frame",
        "link",
    ),
    *("select_tool", "pan_tool", "board", "reader", "zoom_in", "zoom_out", "zoom_100"),
    *("zoom_fit", "zoom_selection", "left_panel", "docks", "reset_layout", "next_region"),
    *("previous_region", "paste", "paste_words"),
)
"""Actions that have no place in this window."""


class StartWindow(QMainWindow):
    """What the program shows when it is given no file."""

    asked = Signal(str)
    """The id of an action that a person chose."""
    open_asked = Signal(str)
    """The path of a recent project."""
    dropped = Signal(object)
    """Paths (a tuple of Path) that were dropped on the window."""
    closing = Signal()
    """The window is about to go."""

    def __init__(self, settings: SettingsFile) -> None:
        """Show the recent projects in ``settings``."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Evidence Board"))
        self.actions_here = ActionSet(self, without=_WITH_A_PROJECT)
        self.actions_here.asked.connect(self.asked)
        self.actions_here.adapt(Situation())
        self.recent_menu = fill_menu_bar(self.menuBar(), self.actions_here)
        TitleStrip(self.menuBar()).show_name(self.tr("Evidence Board"))
        self.recent = RecentList(settings)
        self.recent.chosen.connect(self.open_asked)
        self._drop_area = self._drop_frame()
        self.setCentralWidget(self._scrolled(self._page()))
        self.setMinimumSize(1024, 640)
        self.doors[0].setFocus(Qt.FocusReason.TabFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window goes."""
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders."""
        if paths_in(event):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._mark_drop_area(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show the drop area as it was."""
        self._mark_drop_area(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the paths on."""
        self._mark_drop_area(False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(paths_in(event))

    def _mark_drop_area(self, over: bool) -> None:
        self._drop_area.setProperty("over", "true" if over else "false")
        repolish(self._drop_area)

    def _scrolled(self, page: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("role", "window")
        across = QHBoxLayout(page)
        across.setContentsMargins(scaled(32), 0, scaled(32), 0)
        across.addStretch(1)
        middle = QWidget()
        middle.setMaximumWidth(scaled(1264))
        middle.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, scaled(32), 0, scaled(24))
        column.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(scaled(56))
        columns.addWidget(self._start_column(), 0, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._recent_column(), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(columns)
        column.addStretch(3)
        column.addLayout(self._foot())
        across.addWidget(middle, 100)
        across.addStretch(1)
        return page

    def _start_column(self) -> QWidget:
        column = QWidget()
        column.setMinimumWidth(scaled(300))
        column.setMaximumWidth(scaled(424))
        lines = QVBoxLayout(column)
        lines.setContentsMargins(scaled(4), scaled(4), scaled(4), scaled(4))
        lines.setSpacing(scaled(10))
        lines.addLayout(self._heading())
        lines.addSpacing(scaled(14))
        self.doors = tuple(self._door(*row) for row in self._door_rows())
        for door in self.doors:
            lines.addWidget(door)
        lines.addSpacing(scaled(14))
        links = (
            ("shield-check", "verify_brief"),
            ("keyboard", "shortcuts"),
            ("settings", "settings"),
        )
        for icon, id in links:
            lines.addWidget(LinkLine(icon, self.actions_here[id]))
        return column

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(14))
        sign = QLabel()
        sign.setTextFormat(Qt.TextFormat.PlainText)
        sign.setPixmap(application_icon().pixmap(scaled(44), scaled(44)))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(self.tr("Evidence Board"), "display"))
        words.addWidget(
            label(
                self.tr("What is claimed, by whom, from which origin, how sure"), "hint", wrap=True
            )
        )
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _door_rows(self) -> Sequence[tuple[str, str, str, str]]:
        """Return icon, action, title and explanation of each door."""
        return (
            (
                "file-plus",
                "new",
                self.tr("New project"),
                self.tr("Choose a name and a folder; the board opens at once."),
            ),
            (
                "folder-open",
                "open",
                self.tr("Open a project"),
                self.tr("A project file, or drop one on this window."),
            ),
            (
                "briefcase",
                "sample",
                self.tr("Open the sample case"),
                self.tr("Press reports, October 2023, with a finished board. Opens as a copy."),
            ),
        )

    def _door(self, icon: str, id: str, title: str, more: str) -> Door:
        door = Door(icon, title, more, self.actions_here[id])
        return door

    def _recent_column(self) -> QWidget:
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(scaled(12))
        lines.addWidget(self.recent)
        lines.addWidget(self._drop_area)
        return column

    def _drop_frame(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "dropArea")
        frame.setFixedHeight(scaled(84))
        row = QHBoxLayout(frame)
        wraps = current_theme().scale >= _WRAPS
        row.addStretch(1)
        row.addWidget(picture("download", size=20))
        row.addSpacing(scaled(8))
        words = QVBoxLayout()
        words.setSpacing(scaled(2))
        words.addStretch()
        title = self.tr("Drop a project, or a folder of articles")
        words.addWidget(label(title, "cardTitle", wrap=wraps))
        words.addWidget(
            label(
                self.tr("Articles start a new project: each becomes a source, stored and hashed."),
                "hint",
                wrap=wraps,
            )
        )
        words.addStretch()
        row.addLayout(words, 12 if wraps else 0)
        row.addStretch(1)
        return frame

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        row.addWidget(picture("lock", "text.tertiary", 14))
        row.addWidget(label(self.tr("Works offline. Nothing leaves this computer."), "hint"))
        row.addStretch()
        row.addWidget(label(self.tr("Version {number}").format(number=VERSION), "hint"))
        return row


def paths_in(event: QDropEvent) -> tuple[Path, ...]:
    """Return the local files and folders that a drop carries."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
