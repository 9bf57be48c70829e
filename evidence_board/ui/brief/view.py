"""The view of the Brief mode: composer, pages as they will be, and what stands in the way."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from evidence_board.model.change import ChangeSet
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.issue import Issue
from evidence_board.model.source import Source
from evidence_board.ui.brief.composer import Composer
from evidence_board.ui.brief.gate import Gate
from evidence_board.ui.brief.header import BriefHeader
from evidence_board.ui.brief.pages_view import PagesView
from evidence_board.ui.brief.previewing import Previewing
from evidence_board.ui.document import Document
from evidence_board.ui.labels import rule, scaled

_APART_MS = 4
"""Between the paintings of two parts of the mode, so that what a person does comes first."""


class BriefView(QWidget):
    """Shows the brief as it would be written now, and lets it be composed."""

    export_asked = Signal()
    issue_asked = Signal()

    def __init__(self, document: Document) -> None:
        """Show the brief of ``document``; nothing is typeset before this is seen."""
        super().__init__()
        self.document = document
        self.previewing = Previewing(document)
        self.header = BriefHeader()
        self.composer = Composer(document)
        self.pages = PagesView(self.previewing)
        self.gate = Gate(document)
        self._held = 0
        self._unpainted: list[Composer | Gate] = []
        self._next = QTimer(self, singleShot=True, interval=_APART_MS)
        self._next.timeout.connect(self._paint_next)
        self._lay_out()
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more room than the other views: a wide header must not press the docks."""
        return QSize(scaled(320), scaled(240))

    def zoom(self, step: int) -> None:
        """Show the pages larger or smaller; 0 as wide as there is room."""
        self.pages.zoom_by(step)

    def close_preview(self) -> None:
        """End what typesets the pages."""
        self.previewing.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while this was hidden."""
        super().showEvent(event)
        self.composer.catch_up()
        self.previewing.begin()
        self._name()
        self._unpainted = [self.gate, self.composer]
        for part in self._unpainted:
            part.setUpdatesEnabled(False)
        self._next.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Typeset nothing that nobody sees."""
        super().hideEvent(event)
        while self._unpainted:
            self._unpainted.pop().setUpdatesEnabled(True)
        self.composer.finish()
        self.previewing.leave()

    def _paint_next(self) -> None:
        """Paint what stands beside the pages, a part at a time: all at once held up the window."""
        if self._unpainted:
            part = self._unpainted.pop()
            part.catch_up()
            part.setUpdatesEnabled(True)
            self._next.start()

    # Building

    def _lay_out(self) -> None:
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(rule())
        column.addWidget(self.pages, 1)
        down = QSplitter(Qt.Orientation.Vertical)
        down.addWidget(upper)
        down.addWidget(self.gate)
        down.setStretchFactor(0, 1)
        down.setChildrenCollapsible(False)
        down.setSizes([scaled(640), scaled(210)])
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.composer)
        across.addWidget(down)
        across.setStretchFactor(1, 1)
        across.setChildrenCollapsible(False)
        self.composer.setMinimumWidth(scaled(210))
        across.setSizes([scaled(270), scaled(700)])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(across)

    def _connect(self) -> None:
        self.header.stepped.connect(self.pages.step)
        self.header.zoomed.connect(self.zoom)
        self.header.export_asked.connect(self.export_asked)
        self.header.issue_asked.connect(self.issue_asked)
        self.pages.turned.connect(self._tell_page)
        self.pages.pressed.connect(self._select)
        self.pages.followed.connect(self._follow_mark)
        self.previewing.typeset.connect(self._take_pages)
        self.previewing.drawn.connect(lambda _page: self._take_pages())
        self.previewing.worked.connect(self._tell_work)
        self.gate.counted.connect(self._take_count)
        self.document.changed.connect(self._follow)
        self.document.muted_changed.connect(self._name)
        self._take_pages()
        self.gate.refresh()

    # Following

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Issue):
            self._name()

    def _take_pages(self) -> None:
        """Show the pages, or why there are none."""
        shown = self.previewing
        waiting = "" if shown.sizes else self.tr("Typesetting the brief…")
        self.pages.say(shown.refusal or waiting)
        self.gate.show_stand_ins(shown.stand_ins)
        self._tell_page(self.pages.page)

    def _tell_page(self, page: int) -> None:
        self.header.show_pages(page, len(self.previewing.sizes))

    def _tell_work(self, busy: bool) -> None:
        self.header.state.setText(self.tr("Updating…") if busy else "")

    def _take_count(self, _count: int, held: int) -> None:
        self._held = held
        self._name()

    def _name(self) -> None:
        """Say which issue this would be, and whether it may go out."""
        project = self.document.project
        last = max((one.number for one in project.all(Issue)), default=0)
        self.header.show_issue(last, project.next_number(Issue))
        self.header.show_held(self._held)
        muted = bool(self.document.counts.muted)
        self.header.export.setEnabled(not muted)
        self.header.issue.setEnabled(not muted and not project.read_only and not self._held)

    # Acting

    def _select(self, place: str) -> None:
        """Select the record that a mark names: the inspector shows it beside the pages."""
        record = self._record(place)
        if record:
            self.document.select((record,))

    def _follow_mark(self, place: str) -> None:
        """Go to the record that a mark names: words in the reader, all else on the board."""
        record = self.document.project.find(self._record(place))
        if isinstance(record, Excerpt | Source):
            self.document.read(record.id)
        elif record is not None:
            self.document.reveal(record.id)

    def _record(self, place: str) -> str:
        """Return the id of the record that a place of the brief stands for, or nothing."""
        kind, _, name = place.removeprefix("original-").partition("-")
        if kind == "excerpt":
            found = (one.id for one in self.document.project.all(Excerpt) if one.mark == name)
            return next(found, "")
        return name if kind in ("claim", "source") else ""
