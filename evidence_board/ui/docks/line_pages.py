"""The inspector's pages of what is drawn between cards: links and citations."""

from typing import TypeVar, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from evidence_board.commands import links, premises, removal
from evidence_board.model.assertion import Basis
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY, LINK_TYPES, Weight
from evidence_board.ui.docks.fields import ChoiceField, Segments
from evidence_board.ui.docks.frozen import edits
from evidence_board.ui.docks.page import Grid, HintBox, Page, link_button, told
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.naming import line_of, short_of
from evidence_board.ui.theme import set_icon

Line = TypeVar("Line", Link, Citation)


class LinePage(Page[Line]):
    """Type, ends, reason; reverse and delete."""

    record_word = "link"

    def build(self) -> None:
        """Add the sections."""
        part = self.section()
        self._ends = []
        for title in (self.tr("From"), self.tr("To")):
            part.addWidget(label(title, "field"))
            button = link_button("")
            button.clicked.connect(self._reveal)
            words = label("", wrap=True)
            part.addWidget(button)
            part.addWidget(words)
            self._ends.append((button, words))
        self._build_type()
        self._build_reason()
        self.build_more()
        self._build_acts()

    def build_more(self) -> None:
        """Add the sections of one kind of line only."""

    def fill(self, record: Line) -> None:
        """Show ``record``."""
        project = self.document.project
        for (button, words), id in zip(self._ends, (record.from_id, record.to_id), strict=True):
            end = project.find(id)
            button.show_words(short_of(end, project))
            button.setProperty("record", id)
            told(words, (line_of(end, project) if end is not None else "",))
        self.type.show_key(record.type)
        kind = BY_KEY[record.type]
        self._meaning.setText(kind.meaning.capitalize() + ".")
        self.reason.show_text(record.reason)
        self.check.say("" if record.reason.strip() else self._missing())

    def _missing(self) -> str:
        return self.tr("Without a reason the brief lists this as unfinished.")

    def _build_type(self) -> None:
        part = self.section(self.tr("Type"))
        self.type = ChoiceField(
            self.tr("Type"),
            [
                (kind.key, f"{kind.sign}  {kind.word}")
                for kind in LINK_TYPES
                if kind.record == self.record_word
            ],
        )
        self.type.chosen.connect(lambda key: self.document.act(links.retype, self.record, key))
        part.addWidget(self.type)
        self._meaning = label("", "hint", wrap=True)
        part.addWidget(self._meaning)

    def _build_reason(self) -> None:
        part = self.section(self.tr("Reason"))
        self.reason = ProseField(self.tr("Reason"), self.tr("Why this holds"))
        self.reason.finished.connect(lambda text: self.change("Set reason", reason=text))
        part.addWidget(self.reason)
        self.check = HintBox()
        part.addWidget(self.check)

    def _build_acts(self) -> None:
        part = self.section()
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        self.reverse = edits(QPushButton(self.tr("Reverse")))
        set_icon(self.reverse, "refresh-cw")
        self.reverse.clicked.connect(lambda: self.document.act(links.reverse, self.record))
        self.delete = edits(QPushButton(self.tr("Delete")))
        self.delete.setProperty("role", "danger")
        set_icon(self.delete, "trash-2")
        self.delete.clicked.connect(lambda: self.document.act(removal.remove, (self.record.id,)))
        row.addWidget(self.reverse)
        row.addWidget(self.delete)
        row.addStretch()
        part.addLayout(row)

    def _reveal(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.document.reveal(str(button.property("record")))


class LinkPage(LinePage[Link]):
    """A step of the argument: with its weight, and the premises that it needs."""

    def build_more(self) -> None:
        """Add the weight and the linked premises."""
        part = self.section(self.tr("Weight"))
        rows = [(weight, weight, "") for weight in get_args(Weight)]
        self.weight = Segments(self.tr("Weight"), rows)
        self.weight.chosen.connect(
            lambda weight: self.change("Set weight", weight=weight or "moderate")
        )
        part.addWidget(self.weight)
        self.premises = label("", wrap=True)
        self.part = edits(QPushButton(self.tr("Part linked premises")))
        self.part.clicked.connect(lambda: self.document.act(premises.part, (self.record,)))
        part.addWidget(self.premises)
        part.addWidget(self.part, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, record: Link) -> None:
        """Show ``record``."""
        super().fill(record)
        self.weight.show_key(record.weight)
        project = self.document.project
        others = premises.together(project.referrers(record.to_id), record)
        starts = (project.find(one.from_id) for one in others if one.id != record.id)
        marks = ", ".join(short_of(start, project) for start in starts)
        words = self.tr("Needed together with {0}: one falls, all fall.").format(marks)
        told(self.premises, (words if marks else "",))
        self.part.setVisible(bool(marks))


class CitationPage(LinePage[Citation]):
    """Provenance between sources: with how it is known."""

    record_word = "citation"

    def build_more(self) -> None:
        """Add the basis."""
        grid = Grid(self.section(self.tr("How it is known")))
        self.basis = ChoiceField(self.tr("Basis"), [(key, key) for key in get_args(Basis)])
        self.basis.chosen.connect(lambda key: self.change("Set basis", basis=key))
        grid.add(self.tr("Basis"), self.basis)

    def fill(self, record: Citation) -> None:
        """Show ``record``."""
        super().fill(record)
        self.basis.show_key(record.basis)

    def _missing(self) -> str:
        return ""
