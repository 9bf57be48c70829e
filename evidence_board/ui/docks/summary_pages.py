"""The inspector without one record: the whole board, or several things that are selected."""

from collections import Counter
from collections.abc import Mapping
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_board.analysis.warnings.finding import Finding
from evidence_board.analysis.warnings.project_answers import NO_JUDGEMENT, NO_QUESTION
from evidence_board.analysis.warnings.rules import sentence
from evidence_board.commands import scaling
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.scales import MARKINGS, SCALES, ScaleKey, Tlp
from evidence_board.model.source import Source
from evidence_board.ui.dialogs.scale_switch import ScaleForm
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.docks.origins_summary import OriginsSummary
from evidence_board.ui.docks.page import Grid, Page, clear, link_button, told
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.naming import heading, line_of

_MOST = 12


class BoardPage(Page[ProjectRecord]):
    """Nothing selected: what the project is, how much there is, the worst issues."""

    def build(self) -> None:
        """Add the sections."""
        self._build_project()
        part = self.section(self.tr("On record"))
        self._counts = label("", wrap=True)
        part.addWidget(self._counts)
        self.origins = OriginsSummary(self)
        self._number = label("", "hint")
        unfinished = self.section(self.tr("Issues"), self._number)
        self._listed: tuple[tuple[tuple[Finding, str], ...], int, bool] | None = None
        self._points = QVBoxLayout()
        self._points.setSpacing(scaled(2))
        unfinished.addLayout(self._points)
        self._empty = label(self.tr("No open issues."), "hint", wrap=True)
        unfinished.addWidget(self._empty)
        self.document.issues.changed.connect(self._fill_issues)

    def fill(self, record: ProjectRecord) -> None:
        """Show the project."""
        self.title.show_text(record.title)
        self.question.show_text(record.question)
        self.scale.show_key(record.scale)
        told(self._terms, (", ".join(term.word for term in SCALES[record.scale].terms) + ".",))
        self.marking.show_key(record.tlp)
        told(self._handling, (MARKINGS[record.tlp].handling,))
        self.author.show_text(record.author)
        self._counts.setText(self._told_counts())
        self.origins.fill()
        self._fill_issues()

    def _switch(self, key: ScaleKey) -> None:
        """Show what each likelihood would become, where there are any; then switch."""
        if key == self.record.scale:
            return
        becoming = scaling.becoming(self.document.project, key)
        if not becoming:
            self._switched(key, {})
            return
        form = ScaleForm(key, becoming, self.window())
        form.accepted.connect(lambda: self._switched(key, form.words()))
        form.rejected.connect(lambda: self.scale.show_key(self.record.scale))
        form.open()

    def _switched(self, key: ScaleKey, words: Mapping[str, str]) -> None:
        """Switch the scale; which likelihoods span two of its words is told, and listed."""
        switched = self.document.act(scaling.switch, key, words)
        if switched is None:
            self.scale.show_key(self.record.scale)
        if switched is not None and switched.asking:
            asks = self.tr(
                "%n likelihood(s) have no one word on this scale.", "", len(switched.asking)
            )
            self.document.warn(asks, switched.asking[0])

    def _told_counts(self) -> str:
        project = self.document.project
        ids, kinds = project.columns(Source, "id", "origin_kind")
        held = len(set(ids).intersection(project.columns(Capture, "source")[0]))
        origins = sum(kind is not None for kind in kinds)
        return "\n".join(
            (
                self.tr("%n claim(s)", "", project.count(Claim)),
                self.tr("%n source(s)", "", len(ids)),
                self.tr("%n held", "", held),
                self.tr("%n origin(s)", "", origins),
                *self._told_lines(),
            )
        )

    def _told_lines(self) -> tuple[str, ...]:
        """Count what the board draws as lines, under the names of their pages."""
        project = self.document.project
        return (
            self.tr("%n link(s) between claims", "", project.count(Link)),
            self.tr("%n assertion(s) by sources", "", project.count(Assertion)),
            self.tr("%n citation(s) between sources", "", project.count(Citation)),
        )

    def _fill_issues(self) -> None:
        """List the worst issues; the dock has all of them."""
        found = self.document.issues.found.open
        project = self.document.project
        lines = tuple((one, sentence(project, one)) for one in found[:_MOST])
        now = lines, len(found), project.count(Claim) > 0
        if now == self._listed:
            return  # this is asked at each change, and widgets are dear
        self._listed = now
        clear(self._points)
        self._number.setText(str(len(found)) if found else "")
        self._empty.setVisible(not found)
        for finding, words in lines:
            self._points.addWidget(self._point(finding, words))
        if len(found) > _MOST:
            more = self.tr("%n more", "", len(found) - _MOST)
            self._points.addWidget(label(more, "hint"))

    def _point(self, finding: Finding, words: str) -> QWidget:
        """Return a line that leads to where an issue can be settled."""
        if finding.kind == NO_JUDGEMENT and not self._nearest_to_a_judgement():
            return label(words, wrap=True)
        line = link_button(words)
        line.clicked.connect(lambda: self._go_to(finding))
        return line

    def _go_to(self, finding: Finding) -> None:
        if finding.kind == NO_QUESTION:
            self.question.setFocus()
        elif finding.kind == NO_JUDGEMENT:
            self.document.reveal(self._nearest_to_a_judgement())
        else:
            self.document.reveal(finding.records[0])

    def _nearest_to_a_judgement(self) -> str:
        """Return the claim that most likely becomes the key judgement, or nothing."""
        ids, kinds = self.document.project.columns(Claim, "id", "kind")
        written = kinds.index("judgement") if "judgement" in kinds else 0
        return str(ids[written]) if ids else ""

    def _build_project(self) -> None:
        part = self.section()
        grid = Grid(part)
        self.title = LineField(self.tr("Title"))
        self.title.finished.connect(lambda text: self.change("Set title", title=text))
        grid.add(self.tr("Title"), self.title)
        self.question = ProseField(self.tr("Key question"), self.tr("What the brief answers"))
        self.question.finished.connect(lambda text: self.change("Set key question", question=text))
        grid.add(self.tr("Question"), self.question)
        self.scale = ChoiceField(self.tr("Scale"), [(s.key, s.name) for s in SCALES.values()])
        self.scale.chosen.connect(self._switch)
        grid.add(self.tr("Scale"), self.scale)
        self._terms = label("", "hint", wrap=True)
        grid.below(self._terms)
        self.marking = ChoiceField(self.tr("Marking"), [(key, key) for key in get_args(Tlp)])
        self.marking.chosen.connect(lambda key: self.change("Set marking", tlp=key))
        grid.add(self.tr("Marking"), self.marking)
        self._handling = label("", "hint", wrap=True)
        grid.below(self._handling)
        self.author = LineField(self.tr("Author"))
        self.author.finished.connect(lambda text: self.change("Set author", author=text))
        grid.add(self.tr("Author"), self.author)


class SeveralPage(QWidget):
    """Several things selected: how many of which kind, and each to go to."""

    def __init__(self, document: Document) -> None:
        """Show records of ``document``."""
        super().__init__()
        self._document = document
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._summary = label("", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(16))
        column.setSpacing(scaled(8))
        column.addWidget(self._summary)
        column.addLayout(self._lines)
        column.addStretch()

    def show_records(self, records: tuple[Record, ...]) -> None:
        """Show what is selected."""
        kinds = Counter(record.noun for record in records)
        counted = ", ".join(f"{number} × {noun}" for noun, number in kinds.items())
        self._summary.setText(counted)
        clear(self._lines)
        for record in records[:_MOST]:
            line = line_of(record, self._document.project)
            button = link_button(f"{heading(record)}  {line}")
            button.clicked.connect(lambda _on=False, id=record.id: self._document.reveal(id))
            self._lines.addWidget(button)
        if len(records) > _MOST:
            self._lines.addWidget(label(self.tr("%n more", "", len(records) - _MOST), "hint"))
