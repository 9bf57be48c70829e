"""Bringing files and pictures in as sources: read in workers, then pinned as one step."""

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QImageWriter

from evidence_board.commands import bringing, outcomes
from evidence_board.commands.bringing import Brought, Draft
from evidence_board.commands.outcomes import Outcome
from evidence_board.ingest.draft import Given, RefusedFile, SourceDraft, Wanted
from evidence_board.ingest.folders import MOST, Gathered, gather
from evidence_board.ingest.read import Batch, read_batch
from evidence_board.model.content import whole
from evidence_board.ui.document import Document

_MANY = 200
"""From how many files on the person is asked first."""
_TURN = 5
"""Ms after which a large batch is shown: what waits in the window comes first."""

PlaceFor = Callable[[int, bool], tuple[float, float]]
"""Gives the place of the first card, for a number of cards in the rows of `bringing.bring_in`, with
or without pictures among them."""


@dataclass(frozen=True)
class Spot:
    """Where the cards go: a board, and who finds room on it once it is known how many there are."""

    board: str
    place: PlaceFor


class Asking:
    """What the person is asked and shown meanwhile; the window answers."""

    def confirm(self, sentence: str, verb: str) -> bool:
        """Ask a question with a verb; says whether the verb was chosen."""
        raise NotImplementedError

    def encodings(self, unsure: Sequence[RefusedFile]) -> list[Wanted]:
        """Ask in which encodings texts are; those that are left out are not among the answer."""
        raise NotImplementedError

    def show(
        self, lines: Sequence[Outcome], mails: int, take_attached: Callable[[], None] | None
    ) -> None:
        """Show what became of each file; ``take_attached`` brings in what so many e-mails hold."""
        raise NotImplementedError


@dataclass(frozen=True)
class Bitmap:
    """A picture that comes as pixels, and what to call it."""

    name: str
    image: QImage


@dataclass
class Bringing:
    """Drafts on their way into the project, what has become of them, and what follows."""

    parts: Iterator[tuple[Brought, ...]]
    then: Callable[[tuple[Brought, ...]], None]
    brought: list[Brought] = field(default_factory=list)

    def step(self) -> bool:
        """Bring the next part in; says whether there was one."""
        part = next(self.parts, None)
        self.brought.extend(part or ())
        return part is not None


class Adding(QObject):
    """Reads files beside the window and pins what could be read; the rest is named."""

    added = Signal(object)
    """The ids of the sources that were brought in, held ones too."""
    named = Signal(str)
    """The id of the one new source, a picture, that wants its title written."""

    def __init__(self, document: Document, asking: Asking) -> None:
        """Bring sources into ``document``, which owns this; ``asking`` is the window's part."""
        super().__init__(document)
        self._document = document
        self._asking = asking
        self._bringing: list[Bringing] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._bring_some)
        document.settling.connect(self._bring_rest)

    def add_files(self, paths: Iterable[Path], board: str, place: PlaceFor) -> None:
        """Add files, and the files below folders, with cards on a board.

        ``place`` is asked once they are read, for only then it is known how many there are.
        """
        given, spot = tuple(paths), Spot(board, place)
        if not any(path.is_dir() for path in given):
            self._read(given, spot)
            return
        job = self._document.jobs.run(self.tr("Looking into folders"), partial(gather, given))
        job.done.connect(partial(self._confirm, spot))
        job.failed.connect(self._document.problem)

    def add_picture(self, picture: Given | Bitmap, board: str, place: PlaceFor) -> None:
        """Add a picture that comes by no file."""
        spot = Spot(board, place)
        if isinstance(picture, Given):
            self._read((picture,), spot)
            return
        job = self._document.jobs.run(self.tr("Reading a picture"), partial(_read_bitmap, picture))
        job.done.connect(partial(self._take, spot, ()))
        job.failed.connect(self._document.problem)

    def _confirm(self, spot: Spot, gathered: object) -> None:
        """Go on with what lies in folders, if it is as much as was meant."""
        if not isinstance(gathered, Gathered):
            return
        count = len(gathered.files)
        if gathered.cut:
            sentence = self.tr(
                "This folder holds more than {most} files. Add the folders in it that matter."
            )
            self._document.problem.emit(sentence.format(most=f"{MOST:,}"))
        elif not count:
            self._document.problem.emit(self.tr("There are no files in this folder."))
        elif count <= _MANY or self._asking.confirm(
            self.tr("Add %n file(s) as sources?", "", count), self.tr("Add files")
        ):
            self._read(gathered.files, spot, outcomes.companions(gathered.companions))

    def _read(
        self,
        wanted: Sequence[Path | Given | Wanted],
        spot: Spot,
        before: tuple[Outcome, ...] = (),
        held: Batch | None = None,
    ) -> None:
        """Read files; ``before`` is what is known already, ``held`` what was read of the batch."""
        title = self.tr("Reading %n file(s)", "", len(wanted))
        job = self._document.jobs.run(title, partial(read_batch, wanted))
        then = (
            partial(self._take, spot, before)
            if held is None
            else partial(self._join, spot, before, held)
        )
        job.done.connect(then)
        job.failed.connect(self._document.problem)

    def _take(self, spot: Spot, before: tuple[Outcome, ...], batch: object) -> None:
        """Pin what was read; ask first what texts are written in that do not say."""
        if not isinstance(batch, Batch):
            return
        unsure = [one for one in batch.refused if one.candidates]
        again = self._asking.encodings(unsure) if unsure else []
        if not again:
            self._pin(spot, before, batch)
            return
        answered = [one.what for one in again]
        left = [
            one for one in batch.refused if one.wanted is None or one.wanted.what not in answered
        ]
        self._read(again, spot, before, replace(batch, refused=tuple(left)))

    def _join(self, spot: Spot, before: tuple[Outcome, ...], held: Batch, batch: object) -> None:
        """Pin what was read at first together with what needed an answer."""
        if isinstance(batch, Batch):
            drafts, refused = held.drafts + batch.drafts, held.refused + batch.refused
            self._pin(spot, before, Batch(drafts, refused))

    def _pin(self, spot: Spot, before: tuple[Outcome, ...], batch: Batch) -> None:
        if not batch.drafts:
            self._finish(spot, before, batch, ())
            return
        pictures = any(_is_picture(draft) for draft in batch.drafts)
        x, y = spot.place(max(1, bringing.count_of(batch.drafts)), pictures)
        project = self._document.project
        parts = bringing.parts(project, batch.drafts, board=spot.board, x=x, y=y)
        self._bringing.append(Bringing(parts, partial(self._finish, spot, before, batch)))
        if bringing.count_of(batch.drafts) <= bringing.PART:
            self._bring_rest()
        else:
            self._document.arriving.begin()
            self._bring_some()

    def _bring_some(self) -> None:
        """Bring a part of what was read in, then let the window have its turn."""
        if self._document.project.closed or not self._bringing:
            return
        now = self._bringing[0]
        more = self._document.act(lambda _project: now.step())
        if not more:
            self._bringing.pop(0)
        if not self._bringing:
            self._document.arriving.end()
        if more is False:
            now.then(tuple(now.brought))
        if self._bringing:
            self._next.start()

    def _bring_rest(self) -> None:
        """Bring all of what was read in: the project is about to be left."""
        while self._bringing and not self._document.project.closed:
            self._bring_some()

    def _finish(
        self,
        spot: Spot,
        before: tuple[Outcome, ...],
        batch: Batch,
        brought: tuple[Brought, ...],
    ) -> None:
        """Tell what became of a batch; a large one is shown in a turn of the window of its own."""
        lines = outcomes.outcomes(self._document.project, batch.drafts, brought, batch.refused)
        tell = partial(self._show_and_tell, spot, batch, lines + before, brought)
        if len(brought) > bringing.PART:
            QTimer.singleShot(_TURN, self, tell)
        else:
            tell()

    def _show_and_tell(
        self, spot: Spot, batch: Batch, lines: tuple[Outcome, ...], brought: tuple[Brought, ...]
    ) -> None:
        if self._document.project.closed:
            return
        if brought:
            self._show(brought)
        if len(brought) > bringing.PART:
            # the inspector follows what was selected in the turn between
            tell = partial(self._tell, spot, batch, lines)
            QTimer.singleShot(_TURN, self, partial(QTimer.singleShot, _TURN, self, tell))
        else:
            self._tell(spot, batch, lines)

    def _show(self, brought: tuple[Brought, ...]) -> None:
        ids = tuple(dict.fromkeys(one.source.id for one in brought))
        self._document.select(ids)
        self.added.emit(ids)
        if len(brought) == 1 and not brought[0].existing and brought[0].source.kind == "image":
            self.named.emit(ids[0])

    def _tell(self, spot: Spot, batch: Batch, lines: tuple[Outcome, ...]) -> None:
        """Say how many came in, and show a line for each where there is more to know."""
        if self._document.project.closed:
            return
        new = len({one.source for one in lines if one.state == "added"})
        held = sum(one.state == "held" for one in lines)
        told = [self.tr("%n source(s) added", "", new)] if new else []
        if held:
            told.append(self.tr("%n held already", "", held))
        words = lines[0].words if len(lines) == 1 and lines[0].state == "added" else ""
        if told:
            said = ", ".join(told)
            self._document.tell(f"{said}. {words}" if words else said, undo=bool(new))
        mails = outcomes.left_in(batch.drafts)
        if len(lines) == 1 and lines[0].state == "refused":
            self._document.problem.emit(lines[0].words)
        elif mails or (len(lines) > 1 and not outcomes.is_plain(lines)):
            take = partial(self._read_attached, mails, spot) if mails else None
            self._asking.show(lines, len(mails), take)

    def _read_attached(self, mails: Sequence[SourceDraft], spot: Spot) -> None:
        """Bring in the files in e-mails that are sources already."""
        given = [Wanted(Given(one.file_name, whole(one.original)), attached=True) for one in mails]
        self._read(given, spot)


def _is_picture(draft: Draft) -> bool:
    return isinstance(draft, SourceDraft) and draft.kind == "image"


def _read_bitmap(bitmap: Bitmap) -> Generator[tuple[int, int], None, Batch]:
    """Return the batch of a picture that was only pixels: it is kept as PNG."""
    yield 0, 1
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(bitmap.image)
    original = bytes(buffer.data().data())
    return (yield from read_batch([Given(bitmap.name, original)]))
