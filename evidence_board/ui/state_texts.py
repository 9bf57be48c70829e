"""What the title and the status bar say of the project: saved, selected, counted, open."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from evidence_board.analysis.titles import MOST, short
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.change import ChangeSet
from evidence_board.model.link import Citation, Link
from evidence_board.model.record import Record
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.naming import heading, line_of, short_of
from evidence_board.ui.next_step import next_step, unjudged, unread, words_of
from evidence_board.ui.situation import Mode

_PAUSE_MS = 120


class StateTexts(QObject):
    """Keeps the texts true; counting waits for a pause in the work."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        """Write into ``window`` about ``document``, which owns this."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.count)
        self._mode: Mode = "board"
        self._zooms: dict[Mode, float] = {}
        self._step = next_step(document.project)
        window.status.step_asked.connect(self._take_step)
        document.changed.connect(self._follow)
        document.selection_changed.connect(self.show_selection)
        document.saving_changed.connect(self.show_title)
        document.issues.changed.connect(self.show_issues)
        self.show_title()
        self.count()

    def show_title(self) -> None:
        """Show name, save state and marking."""
        project = self._document.project
        state = "" if project.read_only else self._saved()
        chip = self.tr("Read only") if project.read_only else ""
        self._window.setWindowTitle(f"{project.record.title} – {self.tr('Evidence Board')}")
        self._window.titles.show_name(project.record.title, state, chip=chip)
        self._window.titles.show_marking(project.record.tlp)
        self._show_saved()

    def _saved(self) -> str:
        """Return whether all is on the disk: said only when it is."""
        if self._document.waits:
            return self.tr("Waiting for the drive")
        if self._document.unsaved:
            return self.tr("Nothing more is saved")
        saving = self._document.project.is_saving
        return self.tr("Saving…") if saving else self.tr("All changes saved")

    def _show_saved(self) -> None:
        project = self._document.project
        if project.is_saving:
            self._window.status.show_saving(self.tr("Saving…"))
        elif self._document.unsaved or not project.saved_at:
            self._window.status.show_saved("")
        else:
            moment = datetime.fromisoformat(project.saved_at).astimezone()
            self._window.status.show_saved(self.tr("Saved {time}").format(time=f"{moment:%H:%M}"))

    def show_selection(self) -> None:
        """Say what is selected."""
        records = self._document.selected_records()
        if len(records) == 1:
            text = self.tr("{what} selected").format(what=self._named(records[0]))
        else:
            text = self.tr("%n selected", "", len(records)) if records else ""
        self._window.status.show_selection(text)

    def _named(self, record: Record) -> str:
        """Return a record in a word or two; a link without the brackets it has among others."""
        project = self._document.project
        said = line_of if isinstance(record, Link) else short_of
        return short(said(record, project), MOST) or heading(record)

    def count(self) -> None:
        """Count what lies on the boards."""
        project = self._document.project
        links = sum(project.count(kind) for kind in (Link, Assertion, Citation))
        counts = self.tr("%n card(s)", "", project.count(Card)), self.tr("%n link(s)", "", links)
        self._window.status.show_counts(", ".join(counts))
        self._step = next_step(project)
        self._window.status.show_step(words_of(self._step))

    def show_issues(self) -> None:
        """Say how many issues are open."""
        count = len(self._document.issues.found.open)
        self._window.status.show_issues(self.tr("%n open issue(s)", "", count) if count else "")

    def show_zoom_of(self, mode: Mode, zoom: float) -> None:
        """Take in how large a view is shown; said while it shows."""
        self._zooms[mode] = zoom
        if mode == self._mode:
            self.show_zoom(zoom)

    def show_zoom(self, zoom: float) -> None:
        """Say how large the view is shown."""
        self._window.status.show_zoom(self.tr("{percent} %").format(percent=round(zoom * 100)))

    def show_mode(self, mode: Mode) -> None:
        """Show the zoom on the board, and of Lineage; a text has none."""
        self._mode = mode
        if mode == "reader":
            self._window.status.show_zoom("")
        else:
            self.show_zoom(self._zooms.get(mode, 1.0))

    def _take_step(self) -> None:
        """Go where the step that is told can be taken."""
        project, actions = self._document.project, self._window.actions_here
        source = unread(project) if self._step in ("read", "add") else None
        if source is not None:
            self._document.read(source)
        elif self._step == "issue":
            actions["brief"].trigger()
        elif self._step is not None:
            actions["board"].trigger()
        conclusion = unjudged(project) if self._step == "judge" else None
        if conclusion is not None:
            self._document.select((conclusion,))

    def _follow(self, _changes: ChangeSet) -> None:
        self.show_title()
        self.show_selection()
        self._pause.start()
