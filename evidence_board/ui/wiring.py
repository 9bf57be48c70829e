"""A project in its window: fills the frame with docks and views, and joins them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from evidence_board.commands.boards import ensure_board
from evidence_board.model.board import Board
from evidence_board.model.change import ChangeSet
from evidence_board.ui import board_memory, habits
from evidence_board.ui.announcing import Announcing
from evidence_board.ui.arriving import Patient
from evidence_board.ui.backing_up import BackingUp
from evidence_board.ui.board_export import BoardExport
from evidence_board.ui.board_print import BoardPrint
from evidence_board.ui.board_tabs import BoardTabs, page_of
from evidence_board.ui.boards import Boards
from evidence_board.ui.brief.view import BriefView
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.capturing import Capturing, pages_among
from evidence_board.ui.context_menus import context_menu
from evidence_board.ui.copying import Copying
from evidence_board.ui.dates import dated_among
from evidence_board.ui.deeds import Deeds
from evidence_board.ui.docks.inspector import Inspector
from evidence_board.ui.document import Document
from evidence_board.ui.exporting import Exporting
from evidence_board.ui.finding import Finding
from evidence_board.ui.issues.linking import LinkTold
from evidence_board.ui.issuing import Issuing
from evidence_board.ui.leaving import Leaving
from evidence_board.ui.left_panels import LeftPanels
from evidence_board.ui.lineage.view import LineageView
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.menus import fill_menu
from evidence_board.ui.mode_views import ModeViews
from evidence_board.ui.other_boards import OtherBoards
from evidence_board.ui.over_tabs import OverTabs
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.reading_only import ReadingOnly
from evidence_board.ui.row_menu import RowMenu
from evidence_board.ui.selected_lines import lines_among
from evidence_board.ui.settings import Settings, SettingsFile
from evidence_board.ui.sharing import Sharing
from evidence_board.ui.showing_backups import Asked, show_backups
from evidence_board.ui.situation import Mode, Situation
from evidence_board.ui.spring import Spring
from evidence_board.ui.state_texts import StateTexts
from evidence_board.ui.verifying import Verifying
from evidence_board.ui.what_if_bar import WhatIfBar


class Wiring(QObject):
    """Builds the parts of an open project and lets each hear what concerns it."""

    def __init__(self, window: MainWindow, document: Document, settings: SettingsFile) -> None:
        """Fill ``window``, which owns this, until it closes."""
        super().__init__(window)
        self.window = window
        self.document = document
        self.settings = settings
        self.mode: Mode = "board"
        seen = board_memory.recall(settings.folder, str(document.project.path.absolute()))
        last = document.project.find(seen.board)
        first = last if isinstance(last, Board) else ensure_board(document.project)
        self.board = BoardView(document, first.id)
        self.board_tabs = BoardTabs(self.board.drops.accepts)
        self.boards = Boards(document, self.board, self.board_tabs, seen)
        self.other_boards = OtherBoards(document, self.board, self.boards)
        OverTabs(self.board, self.board_tabs.bar, self.other_boards)
        self.modes = ModeViews(self)
        self.what_if = WhatIfBar(document)
        self.board.drops.propose = lambda dragged: self.reader.proposal(dragged)
        self.inspector = Inspector(document)
        self.panels = LeftPanels(document, settings, self.board_id)
        LinkTold(document)
        self.exporting = Exporting(window, document, settings.folder)
        self.verifying = Verifying(window, document)
        self.issuing = Issuing(window, document, self.exporting)
        self.board_export = BoardExport(window, document, lambda: self.board)
        self.board_print = BoardPrint(window, document, lambda: self.board, self.board_export)
        self.copying = Copying(window, document)
        self.reading_only = ReadingOnly(window, document, self.copying)
        self.backing_up = BackingUp(document)
        self.sharing = Sharing(window, document)
        self.capturing = Capturing(window, document)
        self.finding = Finding(document, window.actions_here, self)
        self.texts = StateTexts(window, document)
        self.leaving = Leaving(self)
        Announcing(window, document, self.show_issues)
        self._fill()
        self._connect()
        self.leaving.remember()
        self.set_mode("board")
        self.adapt()
        self._give_keyboard()
        self.reading_only.tell()

    def _give_keyboard(self) -> None:
        """Give the keyboard to the board, unless somebody types what to find already."""
        field = self.window.find_field
        if field.hasFocus() and field.text():
            field.ask_again()
        else:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Bring files in as sources, with cards in free space in the middle of the view."""
        self.board.drops.add_files(paths)

    @property
    def board_id(self) -> str:
        """The id of the board that shows."""
        return self.board.board_id

    @property
    def reader(self) -> ReaderView:
        """The view of the Reader mode, made when it is first asked for."""
        return self.modes.reader

    @property
    def lineage(self) -> LineageView:
        """The view of the Lineage mode, made when it is first asked for."""
        return self.modes.lineage

    @property
    def brief(self) -> BriefView:
        """The view of the Brief mode, made when it is first asked for."""
        return self.modes.brief

    def set_mode(self, mode: Mode) -> None:
        """Show the board, the reader, Lineage or the brief; selection and docks stay."""
        self.mode = mode
        self.window.views.setCurrentWidget(self.modes.of(mode))
        self.panels.turn(mode == "lineage")
        if mode == "lineage" and self.lineage.claim_id is None:
            self.panels.claims.choose_weakest()
        self.window.toast.raise_()
        self.window.show_export(mode != "brief")
        self.adapt()
        self.texts.show_mode(mode)

    def show_history(self, record: str = "") -> None:
        """Show the History dock, with the steps of one record or of all."""
        self.window.show_left_panel()
        self.panels.show_history(record)

    def show_issues(self, record: str = "") -> None:
        """Show the Issues dock, at the worst issue about a record where one is named."""
        self.window.show_left_panel()
        self.panels.show_issues(record)

    def step_issue(self, by: int) -> None:
        """Show the next or the previous issue, and what it is about."""
        self.show_issues()
        self.panels.issues.step(by)

    def adapt(self) -> None:
        """Enable what can be done now."""
        self.window.adapt(self._situation())

    def _situation(self) -> Situation:
        project = self.document.project
        return Situation(
            project=True,
            writable=not project.read_only,
            mode=self.mode,
            selected=len(self.document.selected),
            pages=len(pages_among(self.document)),
            dated=dated_among(self.document) is not None,
            boards=self.boards.count,
            lines=lines_among(project, self.document.selected),
            muted=len(self.document.counts.muted),
            undo=project.undo_label,
            redo=project.redo_label,
        )

    def show_backups(self) -> None:
        """Show the backups of the project beside what it holds now."""
        project = self.document.project
        asked = Asked(project.path, project.record.id, self.backing_up.present())
        show_backups(
            self.window,
            self.document.jobs,
            asked,
            lambda path: self.window.open_asked.emit(str(path)),
        )

    # Building

    def _fill(self) -> None:
        window = self.window
        self.board_page = page_of(self.board, self.board_tabs)
        window.views.addWidget(self.board_page)
        window.add_bar(self.what_if)
        self.panels.add_sources.clicked.connect(window.actions_here["add_sources"].trigger)
        window.fill_docks(self.panels, self.inspector)
        now = self.settings.current
        window.size_docks(now.left_width, now.right_width)
        window.show_docks(not now.docks_hidden)

    def _connect(self) -> None:
        window, document = self.window, self.document
        self.stop_watching = self.settings.watch(self._take_habits)
        self._take_habits(self.settings.current)
        deeds = Deeds(self)
        window.asked.connect(deeds.do)
        window.find_field.asked.connect(self.finding.ask)
        window.find_field.left.connect(self.finding.leave)
        window.find_field.chosen.connect(self.finding.choose)
        window.find_field.given_back.connect(self._focus_view)
        self.finding.answered.connect(window.find_field.show_answer)
        window.may_close = self.leaving.may_close
        window.closing.connect(self.leaving.close)
        window.status.issues_asked.connect(self.show_issues)
        document.issues.changed.connect(self._show_count)
        self._adapting = Patient(document.arriving, self.adapt, self)
        document.changed.connect(self._follow)
        window.toast.clear_of = (self.board.overlays.legend,)
        document.selection_changed.connect(self.adapt)
        self.backing_up.told.connect(partial(window.banner.add_note, level="warn"))
        document.reveal_asked.connect(self._show_board)
        document.read_asked.connect(self._read)
        document.words_asked.connect(self._read_words)
        document.lineage_asked.connect(self._trace)
        document.pair_asked.connect(lambda pair: self.reader.differing.show_pair(pair))
        document.muted_changed.connect(self.adapt)
        self.what_if.ended.connect(lambda: document.mute(()))
        document.jobs.started.connect(window.status.follow)
        document.capture_asked.connect(lambda source: self.capturing.ask((source,)))
        self.board.menu_requested.connect(self.open_menu)
        self.board.add_source_requested.connect(window.actions_here["add_sources"].trigger)
        self.board.sample_requested.connect(window.actions_here["sample"].trigger)
        self.board.zoom_changed.connect(partial(self.texts.show_zoom_of, "board"))
        self.boards.shown.connect(self._follow_board)
        document.history_asked.connect(self.show_history)
        self.inspector.boards.asked.connect(self.other_boards.go)
        for tree in (self.panels.sources.tree, self.panels.outline.tree):
            RowMenu(tree, document, window.actions_here)
        self.panels.sources.add_asked.connect(window.actions_here["add_sources"].trigger)
        window.actions_here.check("select_tool")
        button = window.rail.widgetForAction(window.actions_here["board"])
        Spring(button, self.board.drops.accepts, lambda: self.set_mode("board"))

    # Following

    def _take_habits(self, now: Settings) -> None:
        habits.take(self.board, now)
        self.modes.take_habits(now)
        self.document.project.author = now.author
        self.document.set_wording(now.wording)

    def _follow(self, _changes: ChangeSet) -> None:
        self._adapting.ask()

    def _show_count(self) -> None:
        self.window.issue_badge.show_count(len(self.document.issues.found.open))

    def _show_board(self, record_id: str) -> None:
        self.set_mode("board")
        self.boards.reveal(record_id)

    def _follow_board(self, id: str) -> None:
        self.modes.follow_board(id)
        self.panels.outline.show_board(id)
        self.adapt()

    def _focus_view(self) -> None:
        """Give the keyboard to the view that shows."""
        if self.mode == "brief":
            view: QWidget = self.brief.pages
        elif self.mode == "board":
            view = self.board
        else:
            view = self.reader.page if self.reader.is_reading else self.reader
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, record_id: str) -> None:
        self.set_mode("reader")
        self.window.sides.drawer.leave()
        self.reader.open(record_id)
        self.reader.forms.take_focus()

    def _trace(self, claim_id: str) -> None:
        self.set_mode("lineage")
        self.lineage.open(claim_id)
        self.lineage.chart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read_words(self, source: str, start: int, end: int) -> None:
        self._read(source)
        self.reader.show_words(start, end)

    def open_menu(self, place: QPoint, _ids: object = ()) -> None:
        """Open the menu of what is selected."""
        menu = QMenu(self.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, context_menu(self._situation()), self.window.actions_here)
        boards = QMenu(self.tr("Boards"), menu)
        self.other_boards.fill_menu(boards)
        if not boards.isEmpty():
            menu.insertMenu(self.window.actions_here["zoom_selection"], boards)
        menu.popup(place)
