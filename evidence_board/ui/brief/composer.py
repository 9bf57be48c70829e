"""What the brief has: depth, key judgements, parts, paper, and what is told to its readers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from evidence_board.analysis.titles import short
from evidence_board.brief.case import key_judgements_of
from evidence_board.brief.plan import BY_NAME, is_in, ordered, plan_of, reaches
from evidence_board.commands import briefing
from evidence_board.model.brief_plan import BriefPlan, Depth, Paper
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.project_record import ProjectRecord
from evidence_board.project.project import Project
from evidence_board.ui.brief.choice_list import Choice, ChoiceList
from evidence_board.ui.brief.part_words import DEPTHS, PAPERS, depth_words, part_words
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.docks.frozen import freeze
from evidence_board.ui.docks.prose_field import ProseField
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, rule, scaled

_SHOWN = (BriefPlan, Claim, ProjectRecord)


class Composer(QScrollArea):
    """Shows the plan of the brief and changes it, one undo step an act."""

    def __init__(self, document: Document) -> None:
        """Change the brief of ``document``."""
        super().__init__()
        self._document = document
        self._stale = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What the brief has"))
        self.deepness = ChoiceField(self.tr("Depth"), [(key, depth_words(key)) for key in DEPTHS])
        self.paper = ChoiceField(self.tr("Paper"), [(key, key) for key in PAPERS])
        self.judgements = ChoiceList(self.tr("Key judgements"), takes_records=True)
        self.parts = ChoiceList(self.tr("Parts"))
        self.audience = ProseField(
            self.tr("Note to the reader"), self.tr("What the reader should know first"), 2
        )
        self.distribution = ProseField(self.tr("Distribution"), self.tr("Who receives it"), 1)
        self._none = label("", "hint", wrap=True)
        self._lay_out()
        self._connect()
        if document.project.read_only:
            freeze(self)

    def finish(self) -> None:
        """Finish the edit in the field that is being typed in."""
        for field in (self.audience, self.distribution):
            field.finish()

    def refresh(self) -> None:
        """Show what is stored."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        project = self._document.project
        plan, still = plan_of(project), project.read_only
        self.deepness.show_key(plan.depth)
        self.paper.show_key(plan.paper)
        self.parts.show_choices([_part(plan, name) for name in ordered(plan)], still=still)
        choices = _judgements(project)
        self.judgements.show_choices(choices, still=still)
        self.judgements.setVisible(bool(choices))
        self._none.setVisible(not choices)
        self.audience.show_text(plan.audience)
        self.distribution.show_text(project.record.distribution)

    def catch_up(self) -> None:
        """Show what changed while this was hidden."""
        if self._stale:
            self.refresh()

    # Building

    def _lay_out(self) -> None:
        page = QWidget()
        page.setProperty("role", "panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(page)
        column.setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(16))
        column.setSpacing(scaled(6))
        for words, field in ((self.tr("Depth"), self.deepness), (self.tr("Paper"), self.paper)):
            across = QHBoxLayout()
            across.addWidget(label(words, "field"), 1)
            across.addWidget(field, 3)
            column.addLayout(across)
        self._none.setText(
            self.tr("No judgement yet. Write a claim of your own and judge its likelihood.")
        )
        self._section(column, self.tr("Key judgements"), self._none, self.judgements)
        self._section(column, self.tr("Parts"), self.parts)
        self._section(column, self.tr("Note to the reader"), self.audience)
        self._section(column, self.tr("Distribution"), self.distribution)
        column.addStretch()
        self.setWidget(page)

    def _section(self, column: QVBoxLayout, title: str, *below: QWidget) -> None:
        column.addSpacing(scaled(4))
        column.addWidget(rule())
        column.addWidget(label(title, "section"))
        for part in below:
            column.addWidget(part)

    def _connect(self) -> None:
        self.deepness.chosen.connect(self._set_depth)
        self.paper.chosen.connect(self._set_paper)
        self.parts.ticked.connect(self._tick_part)
        self.parts.moved.connect(
            lambda keys, key: self._do(lambda p: briefing.order_parts(p, keys, key))
        )
        self.judgements.ticked.connect(self._tick_judgement)
        self.judgements.moved.connect(self._move_judgement)
        self.judgements.given.connect(self._take_records)
        self.judgements.pointed.connect(lambda id: self._document.select((id,)))
        self.audience.finished.connect(
            lambda words: self._write(self.audience, lambda p: briefing.set_audience(p, words))
        )
        self.distribution.finished.connect(
            lambda words: self._write(
                self.distribution, lambda p: briefing.set_distribution(p, words)
            )
        )
        self._document.changed.connect(self._follow)

    # Acting

    def _do(self, command: Callable[[Project], object]) -> None:
        """Run a command; what is refused is shown again as it is stored."""
        if not self._document.does(command):
            self.refresh()

    def _write(self, field: ProseField, command: Callable[[Project], object]) -> None:
        self._document.write(field.writing.told, command)

    def _set_depth(self, key: object) -> None:
        depth: Depth | None = next((one for one in DEPTHS if one == key), None)
        if depth is not None:
            self._do(lambda project: briefing.set_depth(project, depth))

    def _set_paper(self, key: object) -> None:
        paper: Paper | None = next((one for one in PAPERS if one == key), None)
        if paper is not None:
            self._do(lambda project: briefing.set_paper(project, paper))

    def _tick_part(self, name: str, wanted: bool) -> None:
        self._do(lambda project: briefing.choose_part(project, name, wanted=wanted))

    def _tick_judgement(self, id: str, wanted: bool) -> None:
        self._do(lambda project: briefing.choose_judgement(project, id, wanted=wanted))

    def _move_judgement(self, keys: tuple[str, ...], key: str) -> None:
        ranked = {one.id for one in key_judgements_of(self._document.project)}
        ids = [one for one in keys if one in ranked]
        self._do(lambda project: briefing.order_judgements(project, ids, key))

    def toggle(self, id: str) -> None:
        """Make a claim a key judgement, or none any more; tell what came of it."""
        document = self._document
        claim = document.project.find(id)
        if not isinstance(claim, Claim):
            document.tell(self.tr("Only judgements can be key judgements."))
            return
        wanted = claim not in key_judgements_of(document.project)
        if document.does(briefing.choose_judgement, id, wanted=wanted):
            document.tell(document.project.undo_label or "", undo=True)

    def _take_records(self, ids: tuple[str, ...], place: int) -> None:
        """Make dropped claims key judgements, at the place where they were let go."""
        project = self._document.project
        claims = [one for one in map(project.find, ids) if isinstance(one, Claim)]
        if not claims:
            self._document.problem.emit(
                self.tr("Only judgements can be key judgements. Drop a claim of your own.")
            )
        for at, claim in enumerate(claims, place):
            self._do(partial(briefing.choose_judgement, claim=claim.id, wanted=True, place=at))

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(*_SHOWN):
            self.refresh()


def _part(plan: BriefPlan, name: str) -> Choice:
    """Return a part as a row; what needs a deeper brief says so."""
    choice = BY_NAME[name]
    words = part_words(name)
    there = choice.fixed or reaches(plan.depth, choice.depth)
    tip = "" if there else f"{words}. {depth_words(choice.depth)}"
    ticked = is_in(plan, name)
    orderly = name != "front"
    return Choice(name, words, ticked, choice.fixed, there, orderly, tip)


def _judgements(project: Project) -> list[Choice]:
    """Return the key judgements in their order, then what could be one."""
    keys = key_judgements_of(project)
    ours = [one for one in project.all(Claim) if one.kind in ("judgement", "hypothesis")]
    others = [one for one in ours if one not in keys and one.status != "withdrawn"]
    rows = [(claim, True) for claim in keys]
    rows += [(claim, False) for claim in sorted(others, key=lambda one: one.number)]
    return [
        Choice(
            claim.id,
            f"{claim.mark}  {short(claim.text, 120)}",
            key,
            orderly=key,
            tip=f"{claim.mark}. {short(claim.text, 400)}",
        )
        for claim, key in rows
    ]
