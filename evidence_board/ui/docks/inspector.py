"""The inspector: shows the record that is selected, or the board where nothing is."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card, Frame
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.colours import COLOURS
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import TAGGED, Note
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.ui.actions.marking import COLOUR_WORDS
from evidence_board.ui.arriving import Patient
from evidence_board.ui.docks.assertion_page import AssertionPage
from evidence_board.ui.docks.boards_field import BoardsField
from evidence_board.ui.docks.claim_page import ClaimPage
from evidence_board.ui.docks.line_pages import CitationPage, LinkPage
from evidence_board.ui.docks.other_pages import ExcerptPage, FramePage, NotePage
from evidence_board.ui.docks.page import Page, RecordPage
from evidence_board.ui.docks.record_history import RecordHistory
from evidence_board.ui.docks.source_page import SourcePage
from evidence_board.ui.docks.summary_pages import BoardPage, SeveralPage
from evidence_board.ui.docks.tags_field import TagsField
from evidence_board.ui.document import Document
from evidence_board.ui.labels import IconLabel, label, rule, scaled, tip
from evidence_board.ui.naming import heading, kind_icon
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.theme import set_icon
from evidence_board.ui.wording import translate

PAGES: Mapping[type[Record], type[RecordPage]] = {
    Claim: ClaimPage,
    Source: SourcePage,
    Link: LinkPage,
    Citation: CitationPage,
    Assertion: AssertionPage,
    Excerpt: ExcerptPage,
    Note: NotePage,
    Frame: FramePage,
    ProjectRecord: BoardPage,
}
"""The page of each kind of record that can be selected; the project's shows when nothing is."""


_MANY = 200
_FEW = 20
"""Of more records than these all cards are looked through."""


class Inspector(QWidget):
    """Head and page; pages are built when their kind is selected first."""

    def __init__(self, document: Document) -> None:
        """Follow the selection of ``document``."""
        super().__init__()
        self.setAccessibleName(self.tr("Inspector"))
        self._document = document
        self._pages: dict[type[Record], RecordPage] = {}
        self._past: dict[type[Record], RecordHistory] = {}
        self._icon = IconLabel("info")
        self._title = label("", "panelTitle")
        self._stack = QStackedWidget()
        self._several: SeveralPage | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(rule())
        self.tags = TagsField(document)
        self.tags.setContentsMargins(scaled(16), scaled(8), scaled(16), 0)
        column.addWidget(self.tags)
        self._colour = label("", "hint")
        self._colour.setContentsMargins(scaled(16), scaled(6), scaled(16), 0)
        column.addWidget(self._colour)
        self.boards = BoardsField(document)
        self.boards.setContentsMargins(scaled(16), scaled(6), scaled(16), 0)
        column.addWidget(self.boards)
        column.addWidget(self._stack, 1)
        self._stale = True
        self._following = Patient(document.arriving, self.refresh, self)
        document.selection_changed.connect(self._follow_selection)
        document.changed.connect(self.apply)
        document.evidence_checked.connect(self.refresh)
        document.muted_changed.connect(self.refresh)

    @property
    def page(self) -> QWidget | None:
        """The page that shows."""
        shown = self._stack.currentWidget()
        return shown.widget() if isinstance(shown, QScrollArea) else shown

    def apply(self, _changes: ChangeSet) -> None:
        """Show what is selected as it is now."""
        self._following.ask()

    def _follow_selection(self) -> None:
        """Show what is selected; of a great many, after the views show which they are."""
        if len(self._document.selected) > _MANY:
            self._following.soon()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Show what is selected; a hidden inspector waits until it is seen."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        records = self._document.selected_records()
        self._show_marks(records)
        self.history.setVisible(len(records) == 1)
        if len(records) > 1:
            self._show_several(records)
            return
        record = records[0] if records else self._document.project.record
        page = self._page_of(record)
        page.show_record(record)
        if type(record) in self._past:
            self._past[type(record)].show_record(record.id)
        self._show(page)
        icon, color = kind_icon(record) if records else ("layout-dashboard", "text.secondary")
        self._icon.show_icon(icon, color)
        self._title.setText(heading(record) if records else self.tr("Board"))

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def finish(self) -> None:
        """Finish the edit that is being typed."""
        for page in self._pages.values():
            page.finish()

    def _show_marks(self, records: tuple[Record, ...]) -> None:
        """Show the tags of what is selected, the colours of its cards by name, and its boards."""
        taggable = tuple(record.id for record in records if record.table in TAGGED)
        self.tags.setVisible(bool(taggable))
        self.tags.show_records(taggable)
        self.boards.show_records([record.id for record in records])
        colours = self._colours_of(records)
        named = [COLOUR_WORDS[name] for name in COLOURS if name in colours]
        words = ", ".join(translate("Action", name) for name in named)
        self._colour.setText(self.tr("Colour: {colours}").format(colours=words.lower()))
        self._colour.setVisible(bool(named))

    def _colours_of(self, records: tuple[Record, ...]) -> set[str]:
        """Return the colours of frames, and of the cards of records, which may be thousands."""
        project = self._document.project
        own = {one.colour for one in records if isinstance(one, Card | Frame)}
        if len(records) <= _FEW:
            cards = (one for record in records for one in project.referrers(record.id))
            return own | {one.colour for one in cards if isinstance(one, Card)}
        ids = {record.id for record in records}
        rows = zip(*project.columns(Card, "record", "colour"), strict=True)
        return own | {str(colour) for record, colour in rows if record in ids}

    def _page_of(self, record: Record) -> RecordPage:
        kind = type(record)
        if kind not in self._pages:
            self._pages[kind] = page = PAGES.get(kind, BoardPage)(self._document)
            if isinstance(page, Page) and kind is not ProjectRecord:
                self._past[kind] = RecordHistory(self._document)
                page.add_foot(self._past[kind])
            self._stack.addWidget(_scrolled(self._pages[kind]))
        return self._pages[kind]

    def _show(self, page: QWidget) -> None:
        for place in range(self._stack.count()):
            area = self._stack.widget(place)
            if isinstance(area, QScrollArea) and area.widget() is page:
                self._stack.setCurrentIndex(place)

    def _show_several(self, records: tuple[Record, ...]) -> None:
        if self._several is None:
            self._several = SeveralPage(self._document)
            self._stack.addWidget(_scrolled(self._several))
        self._several.show_records(records)
        self._show(self._several)
        self._icon.show_icon("layout-dashboard")
        self._title.setText(self.tr("%n selected", "", len(records)))

    def _head(self) -> QWidget:
        head = QWidget()
        ScaledSize(head, height=36)
        row = QHBoxLayout(head)
        row.setContentsMargins(scaled(16), 0, scaled(8), 0)
        row.setSpacing(scaled(8))
        row.addWidget(self._icon)
        row.addWidget(self._title)
        row.addStretch()
        self.history = QToolButton()
        self.history.setProperty("role", "flat")
        set_icon(self.history, "history")
        tip(self.history, self.tr("History of this"))
        self.history.clicked.connect(self._ask_history)
        row.addWidget(self.history)
        return head

    def _ask_history(self) -> None:
        for id in self._document.selected[:1]:
            self._document.history_asked.emit(id)


def _scrolled(page: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
