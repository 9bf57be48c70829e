"""The view of the Reader mode: one source, its words, and what is made of them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_board.commands import dating
from evidence_board.commands.proposing import Proposal
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.ui.document import Document
from evidence_board.ui.keymap import KeyMap
from evidence_board.ui.reader.acts import ReaderActs
from evidence_board.ui.reader.differing import Differing
from evidence_board.ui.reader.dragging import DraggedExcerpt
from evidence_board.ui.reader.find_bar import FindBar
from evidence_board.ui.reader.forms import Forms
from evidence_board.ui.reader.header import ReaderHeader
from evidence_board.ui.reader.hinting import Hinting
from evidence_board.ui.reader.keys import takes
from evidence_board.ui.reader.maker import Maker
from evidence_board.ui.reader.making import Making
from evidence_board.ui.reader.margin import Margin
from evidence_board.ui.reader.marked import Marked
from evidence_board.ui.reader.opening import excerpt_for
from evidence_board.ui.reader.orphan_bar import OrphanBar
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.picture_making import PictureMaking
from evidence_board.ui.reader.picture_page import PicturePage
from evidence_board.ui.reader.reading import Reading
from evidence_board.ui.reader.refusals import Refusals
from evidence_board.ui.reader.sharing import Sharing
from evidence_board.ui.reader.turning import Turning
from evidence_board.ui.reader.ways import Ways
from evidence_board.ui.theme import Theme

_SHOWN = (Source, Capture, Excerpt, Assertion, Claim)


class ReaderView(QWidget):
    """Reads the source that is selected in the document; claims are made from its words."""

    claim_made = Signal(str)
    """The id of a claim that was made from words."""
    excerpt_activated = Signal(str)
    """The id of an excerpt whose words or card were pressed."""
    show_on_board = Signal(str)
    """The id of a claim that is to be shown on the board."""

    def __init__(self, document: Document, theme: Theme) -> None:
        """Show no source until one is selected or opened."""
        super().__init__()
        self._document = document
        self._reading: Reading | None = None
        self._stale = True
        self.page = PageView(theme, lambda: self.making.drag())
        self.picture = PicturePage(document.pictures, document.pages, theme)
        self.header = ReaderHeader()
        self.find_bar = FindBar()
        self.orphans = OrphanBar()
        self.margin = Margin(self.page, theme)
        self.making = Making(document, self.page, self.margin, theme)
        self.turning = Turning(document, self, self.making, theme)
        self.picture_making = PictureMaking(document, self.picture, theme)
        self.marked = Marked(document, self, theme)
        self.hinting = Hinting(
            document, self.page, self.making, self.turning, self.header.layers, theme
        )
        self.sharing = Sharing(document, self.page, self.hinting, theme)
        self.differing = Differing(document, self.page, theme)
        self.refusals = Refusals(self)
        self.ways = Ways(document, self)
        self.acts = ReaderActs(self)
        self.forms = Forms(self.page, self.turning.pages, self.picture)
        self._lay_out()
        self._connect()
        self._show_reading(None)

    def _lay_out(self) -> None:
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.turning.bar)
        column.addWidget(self.orphans)
        column.addWidget(self.find_bar)
        column.addWidget(self.forms, 1)

    def _connect(self) -> None:
        self._document.changed.connect(self._apply)
        self._document.selection_changed.connect(self._follow)
        self.page.settled.connect(self._describe)
        for maker in self._makers:
            maker.claim_made.connect(self.claim_made)
            maker.marks_changed.connect(self._show_records)
        for margin in (self.margin, self.turning.margin):
            margin.show_on_board.connect(self.show_on_board)
        self.marked.chosen.connect(self.jump_to)
        self.marked.chosen.connect(self.excerpt_activated)
        self.find_bar.found.connect(self.page.show_found)
        self.find_bar.found.connect(self.turning.pages.show_found)
        self.find_bar.closed.connect(self.forms.take_focus)
        self.turning.bar.left.connect(self.forms.take_focus)
        self.acts.connect_header(self.header)
        self.header.other_date.clicked.connect(self._take_other_date)

    @property
    def is_reading(self) -> bool:
        """Whether a text shows."""
        return self.forms.text_shows

    @property
    def maker(self) -> Maker:
        """What makes something of what is marked now: in a text, on pages, or in a picture."""
        if self.forms.pages_show:
            return self.turning.making
        return self.making if self.is_reading else self.picture_making

    @property
    def _makers(self) -> tuple[Maker, ...]:
        return self.making, self.turning.making, self.picture_making

    @property
    def source_id(self) -> str | None:
        """The id of the source that is read, or None."""
        return self._reading.source.id if self._reading else None

    def set_board(self, board: str | None) -> None:
        """Let new claims get their cards on this board; None is the first one."""
        for maker in self._makers:
            maker.board = board

    def open(self, record_id: str, *, anew: bool = True) -> None:
        """Read a source, an excerpt, or the words on which a claim or an assertion rests.

        Unless ``anew``, what the reader stands at already stays as it was scrolled.
        """
        project = self._document.project
        record = project.find(record_id)
        if isinstance(record, Source):
            self.show_source(record.id)
        elif record is not None:
            excerpt = excerpt_for(project, record, self.source_id, self.marked.here)
            if excerpt is not None and (anew or excerpt.id != self.marked.here):
                self.jump_to(excerpt.id)

    def show_source(self, source_id: str | None) -> None:
        """Show a source from its top; the same source again stays where it is."""
        if source_id != self.source_id:
            source = self._document.project.find(source_id) if source_id else None
            self._show_reading(source if isinstance(source, Source) else None)

    def proposal(self, dragged: DraggedExcerpt) -> Proposal:
        """Return what is proposed for a claim from words of the text that is read."""
        read = self._reading.capture if self._reading else None
        if read is None or read.id != dragged.capture:
            return Proposal()
        return self.hinting.proposal((dragged.start, dragged.end))

    def jump_to(self, excerpt_id: str) -> None:
        """Bring the words of an excerpt into view and mark them as the present ones."""
        excerpt = self._document.project.find(excerpt_id)
        if isinstance(excerpt, Excerpt):
            self.show_source(excerpt.source)
            self.marked.go(excerpt)

    def show_words(self, start: int, end: int) -> None:
        """Bring words of the text into view and select them."""
        if self.forms.words_show and end <= len(self.page.paragraphs.text):
            self.page.select(start, end)
            self.turning.reveal(start, end)

    def tell(self, words: str) -> None:
        """Tell the person something of the reader."""
        self._document.tell(words)

    @property
    def read_only(self) -> bool:
        """Whether nothing of the project may be changed."""
        return self._document.project.read_only

    def open_find(self) -> None:
        """Open the find bar, with the selected words if they are few."""
        if self.forms.words_show:
            words = self.page.words if len(self.page.words) <= 80 else ""
            self.find_bar.open(words)

    def show_form(self) -> None:
        """Show what is read in its form, and what can be done with it there."""
        forms = self.forms
        forms.show_reading(self._reading, pages=self.turning.shows_pages)
        self.header.allow(
            hints=forms.words_show, words=forms.words_show, something=forms.something_shows
        )
        self.hinting.stand_beside(pages=forms.pages_show)
        self.maker.offer()

    def take_keys(self, keys: KeyMap) -> None:
        """Let the actions that also mean a text be asked for by these keys."""
        self.acts.keys = keys
        self.header.show_keys(keys)
        self.turning.bar.show_keys(keys)

    def hide_hints(self, hidden: Iterable[str]) -> None:
        """Switch these kinds of hints off and the others on."""
        self.header.layers.hide_layers(hidden)
        self.hinting.show_kinds()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the reader from being shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            moves = self.forms.has_caret and takes(event)
            if self.forms.something_shows and (moves or self.acts.of(event) is not None):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act by keys: what is made of selected words, and ways through the text."""
        act = self.acts.of(event) if self.forms.something_shows else None
        if act is not None:
            act()
        elif not self.acts.refuse(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while this was hidden."""
        super().showEvent(event)
        self.sharing.begin()
        self.turning.begin()
        if self._stale:
            self._stale = False
            self._refresh()
            self._follow()

    def _show_reading(self, source: Source | None) -> None:
        self._reading = Reading.of(self._document.project, source) if source else None
        self.marked.here = None
        self._let_makers_read()
        name, text = (source.name, self._reading.text) if source and self._reading else ("", "")
        self.turning.expect(self._reading)
        for margin in (self.margin, self.turning.margin):
            margin.let_go()
            margin.show_marks(())
        self.page.show_text(text, source.title if source else "")
        self.turning.read(self._reading)
        self.picture.show_capture(self._reading.picture if self._reading else None, name)
        self.header.setVisible(source is not None)
        self.show_form()
        if not self.forms.words_show:
            self.find_bar.hide()
        self.find_bar.read(text)
        self._show_records()
        self.hinting.read(self._reading)
        self.sharing.read(self.source_id)
        self._describe()

    def _let_makers_read(self) -> None:
        for maker in self._makers:
            maker.reading = self._reading

    def _show_records(self) -> None:
        """Show name, grade and marks as the records have them now."""
        if self._reading is not None:
            self.header.name_source(self._reading.source)
        self.marked.read(self._reading)

    def _apply(self, changes: ChangeSet) -> None:
        if not changes.touches(*_SHOWN):
            return
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _refresh(self) -> None:
        """Take up what changed; a source that is gone leaves the page empty."""
        if self._reading is None:
            return
        project = self._document.project
        source = project.find(self._reading.source.id)
        if not isinstance(source, Source):
            self._show_reading(None)
        elif project.capture_of(source.id) != self._reading.capture:
            self._show_reading(source)
        else:
            self._reading = Reading(source, self._reading.capture, self._reading.text)
            self._let_makers_read()
            self._show_records()
            self.hinting.read(self._reading)

    def _follow(self) -> None:
        """Read the source or excerpt that was selected elsewhere."""
        if not self.isVisible():
            self._stale = True
            return
        chosen = self._document.selected_records()
        if chosen and isinstance(chosen[0], Source | Excerpt | Claim | Assertion):
            self.open(chosen[0].id, anew=False)
        self.marked.show_active()
        self.maker.offer()

    def _take_other_date(self) -> None:
        source = self._reading.source if self._reading else None
        day = dating.next_reading(source) if source else None
        if source is not None and day is not None:
            self._document.act(dating.take_reading, source, day)

    def _describe(self) -> None:
        self.page.describe(self._reading.source.name if self._reading else "")
