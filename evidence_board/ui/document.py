"""The open project as Qt sees it: changes as a signal, one selection for all views."""

from collections.abc import Callable, Iterable
from typing import Concatenate, ParamSpec, TypeVar

from pydantic import ValidationError
from PySide6.QtCore import QObject, Qt, Signal

from evidence_board.analysis.recount import Recount
from evidence_board.commands import altered
from evidence_board.model.board import Card
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.record import Record
from evidence_board.model.scales import Wording
from evidence_board.model.source import Source
from evidence_board.project.errors import ProjectError, ReadOnly
from evidence_board.project.project import Project
from evidence_board.project.rechecking import Evidence
from evidence_board.ui.arriving import Arriving
from evidence_board.ui.issues.watch import IssueWatch
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.picture_store import PictureStore
from evidence_board.ui.reader.pages.store import PageStore
from evidence_board.ui.snapping import Snapping
from evidence_board.ui.typing_rests import Told
from evidence_board.ui.under_way import UnderWay

Given = ParamSpec("Given")
Made = TypeVar("Made")


class Document(QObject):
    """A project, its selection, and the one way in which a view acts on it.

    The selection holds ids of records (source, claim, note, frame, link, ...), never of cards, so
    that it means the same on the board, in the reader and in a list.
    """

    changed = Signal(object)
    """The ChangeSet of every step, undo and redo; also of those that this program did not ask."""
    selection_changed = Signal()
    problem = Signal(str)
    """A sentence about what the world did; the person can act on it."""
    saving_changed = Signal()
    """Something that was being saved is on the disk, or could not be: ask the project."""
    unwritable = Signal(str)
    """The same sentence after `problem`, where the file takes no changes: a copy would."""
    stepped = Signal(object)
    """The ChangeSet of an undo or redo, after `changed`, when what it touched is selected."""
    evidence_checked = Signal()
    """The originals were hashed again: see `evidence`, and `altered` for whom it concerns."""
    told = Signal(str, bool)
    """What an act did, and whether Undo is offered beside it."""
    warned = Signal(str, str)
    """What an act brought about that its person should know, and the record with that issue."""
    reveal_asked = Signal(str)
    """Someone wants to see this record where it lies: the board brings its card into view."""
    snapping_changed = Signal()
    wording_changed = Signal()
    """Figures of credibility are told in other words."""
    read_asked = Signal(str)
    """Someone wants to read this source or excerpt: the reader opens there."""
    history_asked = Signal(str)
    """Someone wants to see the history of this record: the History dock shows its steps."""
    capture_asked = Signal(str)
    """Someone wants the page of this source to be captured from the web."""
    lineage_asked = Signal(str)
    """Someone wants to see where this claim comes from: Lineage shows it."""
    muted_changed = Signal()
    """Other things are taken for gone than before: see `counts.muted`."""
    words_asked = Signal(str, int, int)
    """Someone wants to read these words of a source, from start to end."""
    pair_asked = Signal(str)
    """Someone wants to see both places of this discrepancy side by side."""
    settling = Signal()
    """All is about to be saved before the project is left: what is under way comes to its end."""
    _noticed = Signal()
    # From the thread that saves to this one.

    def __init__(self, project: Project, jobs: Jobs, parent: QObject | None = None) -> None:
        """Listen to ``project`` until ``close`` and let it save in a thread.

        ``jobs`` runs what is slow.
        """
        super().__init__(parent)
        self.project = project
        self.jobs = jobs
        self.under_way = UnderWay(jobs, self)
        self.under_way.silent.connect(self.problem)
        self.pictures = PictureStore(project, jobs, self)
        self.pages = PageStore(project, jobs, self)
        self.counts = Recount(project)
        self.arriving = Arriving(self)
        self.evidence: Evidence | None = None
        self.altered: frozenset[str] = frozenset()
        self._selected: tuple[str, ...] = ()
        self._claim_before = ""
        self._snapping = Snapping()
        self.wording: Wording = "nato"
        self.trouble = ""
        """What became of the file, in a sentence; or nothing."""
        self.unsaved = False
        """Whether nothing more is saved for it."""
        self.waits = False
        """Whether that is only that its place does not answer: then it is saved once it does."""
        self._all_saved = True
        self._stop_observing = project.observe(self._receive)
        self.issues = IssueWatch(self)
        self._noticed.connect(self._follow_saves, Qt.ConnectionType.QueuedConnection)
        if not project.read_only:
            project.save_in_background(self._noticed.emit, self._tell_unsaved)

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the selected records, in the order in which they were selected."""
        return self._selected

    @property
    def claim_at_hand(self) -> Claim | None:
        """The one claim that is selected; among sources, the one that was selected last.

        Who looks for further words of a claim opens one source after the other.
        """
        chosen = self.selected_records()
        if len(chosen) == 1 and isinstance(chosen[0], Claim):
            return chosen[0]
        if not all(isinstance(one, Source) for one in chosen):
            return None
        before = self.project.find(self._claim_before)
        return before if isinstance(before, Claim) else None

    def select(self, ids: Iterable[str]) -> None:
        """Select these records and no others; ids that are gone are left out."""
        asked = dict.fromkeys(ids)
        held = self.project.holding(asked)
        chosen = tuple(one for one in asked if one in held)
        if chosen != self._selected:
            self._selected = chosen
            if len(chosen) == 1 and isinstance(self.project.find(chosen[0]), Claim):
                self._claim_before = chosen[0]
            self.selection_changed.emit()

    def take_evidence(self, found: Evidence) -> None:
        """Keep what a check of the evidence found, and tell it. Nothing is written to the file."""
        self.evidence = found
        self.altered = frozenset(altered.concerned(self.project, found.altered))
        self.evidence_checked.emit()

    @property
    def snapping(self) -> Snapping:
        """What holds a card while it is dragged, on every board."""
        return self._snapping

    def set_snapping(self, snapping: Snapping) -> None:
        """Switch the grid and the guides on or off."""
        if snapping != self._snapping:
            self._snapping = snapping
            self.snapping_changed.emit()

    def set_wording(self, wording: Wording) -> None:
        """Tell figures of credibility in the words of NATO or of FM 2-22.3."""
        if wording != self.wording:
            self.wording = wording
            self.wording_changed.emit()

    def selected_records(self) -> tuple[Record, ...]:
        """Return the selected records as they are now."""
        found = (self.project.find(one) for one in self._selected)
        return tuple(record for record in found if record is not None)

    def act(
        self,
        command: Callable[Concatenate[Project, Given], Made],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Made | None:
        """Run a command on the project: ``document.act(claims.write, text, board=board_id)``.

        What the world or a rule refuses is told by ``problem``; then nothing changed and the
        answer is None. What turns out later not to be saved is taken back and told the same way.
        """
        try:
            return command(self.project, *given, **named)
        except (ProjectError, ValueError) as refusal:
            self._tell_refusal(refusal)
            return None

    def write(self, told: Told | None, command: Callable[[Project], Made]) -> Made | None:
        """Run a command as `act` does, with text that a field told, as part of its edit.

        At a rest a text that cannot be stored as it stands is not told: more of it may come.
        """
        if told is None:
            return self.act(command)
        with self.project.typing(told.edit):
            if not told.rests:
                return self.act(command)
            try:
                return command(self.project)
            except ValueError:
                return None
            except ProjectError as refusal:
                self._tell_refusal(refusal)
                return None

    def does(
        self,
        command: Callable[Concatenate[Project, Given], object],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> bool:
        """Run a command as `act` does; returns whether it was done."""

        def done(project: Project) -> bool:
            command(project, *given, **named)
            return True

        return self.act(done) is not None

    def undo(self) -> None:
        """Take the newest step back and select what it touched."""
        self._step_back_or_forth(Project.undo)

    def redo(self) -> None:
        """Do the oldest undone step again and select what it touched."""
        self._step_back_or_forth(Project.redo)

    def reveal(self, record_id: str) -> None:
        """Select a record and ask the views to show it."""
        self.select((record_id,))
        self.reveal_asked.emit(record_id)

    def read(self, record_id: str) -> None:
        """Ask for the reader at this source or excerpt."""
        self.read_asked.emit(record_id)

    def lead_to(self, record_id: str) -> None:
        """Show a record where it can be seen: marked words in the reader, all else on the board."""
        if isinstance(self.project.find(record_id), Excerpt):
            self.read(record_id)
        else:
            self.reveal(record_id)

    def trace(self, claim_id: str) -> None:
        """Select a claim and ask for where it comes from."""
        self.select((claim_id,))
        self.lineage_asked.emit(claim_id)

    def compare(self, discrepancy_id: str) -> None:
        """Ask for both places of a discrepancy side by side."""
        self.pair_asked.emit(discrepancy_id)

    def mute(self, ids: Iterable[str]) -> None:
        """Take these records for gone, and no others, in all that is counted; nothing is written.

        Ids of what is gone in truth are left out.
        """
        asked = frozenset(self.project.holding(ids))
        if asked != self.counts.muted:
            self.counts.mute(asked)
            self.muted_changed.emit()

    def read_words(self, source: str, start: int, end: int) -> None:
        """Ask for the reader at words of a source."""
        self.select((source,))
        self.words_asked.emit(source, start, end)

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Tell the person what an act did, with Undo beside it where that may be wanted."""
        self.told.emit(text, undo)

    def warn(self, text: str, record: str) -> None:
        """Tell the person of an issue that an act brought about, with the way to it."""
        self.warned.emit(text, record)

    def note_trouble(
        self, trouble: str, *, waits: bool = False, saves: bool = False, copied: bool = True
    ) -> None:
        """Take in what became of the file, or with nothing that it is there again.

        It ``waits`` where the place of the file does not answer: a copy would have to wait too.
        Where what is done is saved all the same, it ``saves``. A copy is offered where one can be
        ``copied``.
        """
        self.trouble = trouble
        self.waits = waits
        self.unsaved = bool(trouble) and not saves
        self.saving_changed.emit()
        if trouble and copied and not waits:
            self.unwritable.emit(trouble)
        elif trouble:
            self.problem.emit(trouble)

    def settle(self) -> bool:
        """Wait until all is saved; what could not be is told, and the answer is False then."""
        self._all_saved = True
        self.settling.emit()
        if not self.project.read_only:
            self.project.settle()
            self.saving_changed.emit()
        return self._all_saved

    def close(self) -> None:
        """Stop listening and close the project; nothing may be asked of it afterwards."""
        self._stop_observing()
        self.issues.stop()
        self.arriving.stop()
        self.pictures.close()
        self.pages.close()
        self.project.close()

    def leave(self) -> None:
        """Close without waiting for a drive that does not answer: a thread waits for it.

        What is not saved yet is, if it answers before the program ends.
        """
        self._stop_observing()
        self.issues.stop()
        self.arriving.stop()
        self.pictures.close()
        self.pages.close()
        self.project.hush()
        self.jobs.run("", self.project.close)

    def _step_back_or_forth(self, step: Callable[[Project], ChangeSet]) -> None:
        changes = self.act(step)
        if changes is not None:
            touched = (*changes.added(), *changes.updated())
            ids = {_meant(record) for record in touched if record.table not in _UNSELECTED}
            if ids and ids != set(self._selected):
                self.select([one for one in map(_meant, touched) if one in ids])
            self.stepped.emit(changes)

    def _follow_saves(self) -> None:
        if not self.project.closed:
            self.project.follow_saves()
            self.saving_changed.emit()

    def _tell_unsaved(self, error: BaseException) -> None:
        self._all_saved = False
        if not isinstance(error, ProjectError):
            raise error  # a fault of ours
        self._tell_refusal(error)

    def _tell_refusal(self, refusal: Exception) -> None:
        self.problem.emit(sentence(refusal))
        if isinstance(refusal, ReadOnly):
            self.unwritable.emit(sentence(refusal))

    def _receive(self, changes: ChangeSet) -> None:
        """Pass a change set on; what is gone leaves the selection after the views know."""
        self.counts.apply(changes)
        self.changed.emit(changes)
        self.select(self._selected)
        self.mute(self.counts.muted)


_UNSELECTED = frozenset(
    {"project", "board", "capture", "tag", "tagging", "origin_group", "brief_plan", "issue"}
)


def _meant(record: Record) -> str:
    """Return the id by which a record is selected: of a card, that of what it shows."""
    return record.record if isinstance(record, Card) else record.id


def sentence(refusal: Exception) -> str:
    """Return what to tell the person about a refusal, in one sentence or two."""
    if isinstance(refusal, ValidationError):
        first = refusal.errors()[0]
        words = str(first["msg"]).removeprefix("Value error, ")
        return f"{words[:1].upper()}{words[1:]}."
    return str(refusal)
