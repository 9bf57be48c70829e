"""The inspector's pages of notes, frames and excerpts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Frame
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.docks.page import Grid, Page, clear, link_button
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.naming import short_of
from evidence_board.ui.theme import set_icon


class NotePage(Page[Note]):
    """A remark, a gap or an indicator."""

    def build(self) -> None:
        """Add the fields."""
        part = self.section()
        self.text = ProseField(self.tr("Text"), self.tr("What to keep in mind"), lines=4)
        self.text.finished.connect(lambda text: self.change("Edit note", text=text))
        part.addWidget(self.text)
        grid = Grid(part)
        self.kind = ChoiceField(
            self.tr("Kind"),
            (
                ("note", self.tr("note")),
                ("gap", self.tr("question: what we do not know")),
                ("indicator", self.tr("indicator: a sign to watch for")),
            ),
        )
        self.kind.chosen.connect(lambda key: self.change("Set kind of note", kind=key))
        grid.add(self.tr("Kind"), self.kind)
        self.state = ChoiceField(
            self.tr("State"),
            (
                ("open", self.tr("open")),
                ("tasked", self.tr("tasked")),
                ("answered", self.tr("answered")),
            ),
        )
        self.state.chosen.connect(lambda key: self.change("Set state of note", state=key))
        grid.add(self.tr("State"), self.state)
        self.about = ChoiceField(self.tr("About"), ())
        self.about.chosen.connect(lambda key: self.change("Set claim of note", about=key))
        grid.add(self.tr("About"), self.about)
        self.private = QCheckBox(self.tr("Private: never in a brief"))
        self.private.setToolTip(
            self.tr("Pictures and prints of the board show it only after asking you.")
        )
        self.private.clicked.connect(lambda on: self.change("Set private", private=on))
        part.addWidget(self.private)

    def fill(self, record: Note) -> None:
        """Show ``record``."""
        self.text.show_text(record.text)
        self.kind.show_key(record.kind)
        self.state.show_key(record.state)
        self.about.clear()
        self.about.addItem(self.tr("no claim"), None)
        for claim in self.document.project.all(Claim):
            self.about.addItem(f"{claim.mark}  {claim.text}", claim.id)
        self.about.show_key(record.about)
        self.private.setChecked(record.private)


class FramePage(Page[Frame]):
    """A titled area of a board."""

    def build(self) -> None:
        """Add the fields."""
        grid = Grid(self.section())
        self.title = LineField(self.tr("Title"))
        self.title.finished.connect(lambda text: self.change("Set title of frame", title=text))
        grid.add(self.tr("Title"), self.title)

    def fill(self, record: Frame) -> None:
        """Show ``record``."""
        self.title.show_text(record.title)


class ExcerptPage(Page[Excerpt]):
    """Marked words: never edited here, only read and used."""

    def build(self) -> None:
        """Add the words and where they stand."""
        part = self.section()
        self._words = label("", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        part.addWidget(self._words)
        grid = Grid(part)
        self._source = link_button("")
        self._source.clicked.connect(lambda: self.document.reveal(self.record.source))
        grid.add(self.tr("Source"), self._source)
        self._place = label("", wrap=True)
        grid.add(self.tr("Place"), self._place)
        read = QPushButton(self.tr("Read"))
        set_icon(read, "book-open")
        read.clicked.connect(lambda: self.document.read(self.record.id))
        part.addWidget(read, 0, Qt.AlignmentFlag.AlignLeft)
        self._count = label("", "hint")
        carried = self.section(self.tr("Carries"), self._count)
        self._claims = QVBoxLayout()
        self._claims.setSpacing(scaled(2))
        carried.addLayout(self._claims)

    def fill(self, record: Excerpt) -> None:
        """Show ``record``."""
        project = self.document.project
        quoted = f"…{record.prefix}[{record.exact}]{record.suffix}…"
        self._words.setText(record.exact if record.region is not None else quoted)
        self._source.show_words(short_of(project.get(Source, record.source), project))
        self._place.setText(self._told(record))
        clear(self._claims)
        said = [one for one in project.referrers(record.id) if isinstance(one, Assertion)]
        self._count.setText(self.tr("%n claim(s)", "", len(said)))
        for claim in (project.get(Claim, one.claim) for one in said):
            button = link_button(f"{claim.mark}  {claim.text}")
            button.clicked.connect(lambda _on=False, id=claim.id: self.document.reveal(id))
            self._claims.addWidget(button)

    def _told(self, excerpt: Excerpt) -> str:
        """Return where an excerpt stands: page, and characters or part."""
        span = self.tr("characters {0}–{1}").format(excerpt.start, excerpt.end)
        page = self.tr("page {0}").format(excerpt.page) if excerpt.page is not None else ""
        place = excerpt.part or span
        return f"{page}, {place}" if page else place[:1].upper() + place[1:]
