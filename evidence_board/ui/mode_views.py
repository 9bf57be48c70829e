"""The views that take turns with the board, each made when it is first asked for.

Together they are more than half of the parts of a window, and a window opens with the board. When
nobody has asked for one a while after the first frame, it is made in a quiet moment.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from evidence_board.ui import habits
from evidence_board.ui.brief.view import BriefView
from evidence_board.ui.lineage.view import LineageView
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.regions import add_after
from evidence_board.ui.settings import Settings
from evidence_board.ui.situation import Mode
from evidence_board.ui.theme import current_theme

if TYPE_CHECKING:
    from evidence_board.ui.wiring import Wiring

_AFTER_MS, _EACH_MS = 800, 100


class ModeViews(QObject):
    """Reader, Lineage and Brief of one window."""

    def __init__(self, wiring: "Wiring") -> None:
        """Make the views for ``wiring``, which owns this."""
        super().__init__(wiring)
        self._on = wiring
        self._reader: ReaderView | None = None
        self._lineage: LineageView | None = None
        self._brief: BriefView | None = None
        self.quiet = QTimer(self, interval=_AFTER_MS)
        self.quiet.timeout.connect(self._make_ready)
        self.quiet.start()

    @property
    def reader(self) -> ReaderView:
        """The view of the Reader mode."""
        if self._reader is None:
            self._reader = self._made_reader()
        return self._reader

    @property
    def lineage(self) -> LineageView:
        """The view of the Lineage mode."""
        if self._lineage is None:
            self._lineage = self._made_lineage()
        return self._lineage

    @property
    def brief(self) -> BriefView:
        """The view of the Brief mode."""
        if self._brief is None:
            self._brief = self._made_brief()
        return self._brief

    def of(self, mode: Mode) -> QWidget:
        """Return what a mode shows in the place of the views."""
        if mode == "reader":
            return self.reader
        if mode == "lineage":
            return self.lineage
        return self._on.board_page if mode == "board" else self.brief

    def follow_board(self, id: str) -> None:
        """Let claims that are made in the reader get their cards on another board."""
        if self._reader is not None:
            self._reader.set_board(id)

    def take_habits(self, now: Settings) -> None:
        """Let the reader follow the settings."""
        if self._reader is not None:
            habits.take_reader(self._reader, now)

    def finish(self) -> None:
        """Finish the edits in those that there are."""
        if self._brief is not None:
            self._brief.composer.finish()
        if self._reader is not None:
            self._reader.maker.rest()

    def close(self) -> None:
        """End what works for them, and make no more."""
        self.quiet.stop()
        if self._brief is not None:
            self._brief.close_preview()

    # Making

    def _make_ready(self) -> None:
        """Make the next one that is missing, unless somebody drags something just now."""
        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        self.quiet.setInterval(_EACH_MS)
        if self._reader is None:
            self._reader = self._made_reader()
        elif self._lineage is None:
            self._lineage = self._made_lineage()
        elif self._brief is None:
            self._brief = self._made_brief()
        else:
            self.quiet.stop()

    def _made_reader(self) -> ReaderView:
        on, document = self._on, self._on.document
        made = ReaderView(document, current_theme())
        made.set_board(on.board_id)
        made.show_on_board.connect(document.reveal)
        habits.take_reader(made, on.settings.current)
        made.turning.chosen.connect(lambda pages: on.settings.change(reader_pages=pages))
        layers = made.header.layers
        layers.switched.connect(lambda: on.settings.change(hidden_hints=layers.hidden))
        self._add(made)
        return made

    def _made_lineage(self) -> LineageView:
        made = LineageView(self._on.document, current_theme())
        made.menu_requested.connect(self._on.open_menu)
        made.chart.zoom_changed.connect(partial(self._on.texts.show_zoom_of, "lineage"))
        self._add(made)
        return made

    def _made_brief(self) -> BriefView:
        made, actions = BriefView(self._on.document), self._on.window.actions_here
        made.export_asked.connect(actions["export_brief"].trigger)
        made.issue_asked.connect(actions["issue_brief"].trigger)
        made.pages.zoom_changed.connect(partial(self._on.texts.show_zoom_of, "brief"))
        self._add(made)
        return made

    def _add(self, view: QWidget) -> None:
        """Put a view in its place, by Tab too: after the board, before the panels."""
        add_after(self._on.board_page, view, self._on.window.views.addWidget)
