"""The pages of the brief as they are now: asked of a process of their own, one question at a time.

What changed in the project is noted and sent with the next question; pages that were drawn stay
until newer ones are there.
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from evidence_board.brief.crops import Wish, wishes
from evidence_board.brief.mirror import News
from evidence_board.brief.plan import plan_of
from evidence_board.model.change import ChangeSet
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.previewing import WIDEST, Asked, Preview, Shown
from evidence_board.ui.brief.crops import KeptCrops
from evidence_board.ui.document import Document
from evidence_board.ui.gathering import Changed, Gathering

_IDLE_MS = 300_000
"""So long after the mode was left the process is kept warm."""
_MOST_PICTURES = 12
_TRIES = 3
Besides = tuple[frozenset[str], frozenset[str], frozenset[str]]

if TYPE_CHECKING:
    from evidence_board.typeset.pages import Spot


@dataclass(frozen=True)
class Picture:
    """A page as it was drawn: of which state, how wide, and the links on it.

    The image is made of `drawn`, which is not copied and has to stay.
    """

    version: int
    image: QImage
    spots: "tuple[Spot, ...]"
    drawn: bytes


class Previewing(QObject):
    """Keeps pictures of the pages that are wanted true of a document."""

    typeset = Signal()
    """The pages may be others, or as many others: see `sizes`."""
    drawn = Signal(int)
    """There is a newer picture of this page (the first is 0)."""
    worked = Signal(bool)
    """Whether something is under way."""

    def __init__(self, document: Document) -> None:
        """Follow ``document``, which owns this; nothing is asked before `begin`."""
        super().__init__(document)
        self._document = document
        self._preview = Preview()
        self._gathering = Gathering(document, self)
        self._gathering.found.connect(self._take_everything)
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self._rest)
        self._knows = False
        self._changed = Changed()
        self._at = ""
        self._asked: Asked | None = None
        self._told: Besides = (frozenset(), frozenset(), frozenset())
        self._crops = KeptCrops()
        self._version = 0
        self._seen: tuple[int, ...] = ()
        self._ahead: tuple[int, ...] = ()
        self._width = 0
        self._active = self._closed = False
        self._failed = 0
        self._kept: dict[int, Picture] = {}
        self.sizes: tuple[tuple[float, float], ...] = ()
        self.stand_ins: tuple[str, ...] = ()
        self.refusal = ""
        """Why there are no pages, in a sentence; or nothing."""
        document.changed.connect(self._follow)
        document.evidence_checked.connect(self._go_on)
        document.muted_changed.connect(self._go_on)
        document.issues.changed.connect(self._go_on)

    def begin(self) -> None:
        """Keep the pages true from now on."""
        self._active = True
        self._failed = 0
        self._idle.stop()
        self._go_on()

    def leave(self) -> None:
        """Ask no more until `begin`; the process waits a while."""
        self._active = False
        self._idle.start()

    def want(self, seen: Iterable[int], width: int, ahead: Iterable[int] = ()) -> None:
        """Have pages drawn so many pixels wide: those that are seen, later those `ahead`."""
        wanted = tuple(seen), tuple(ahead), min(width, WIDEST)
        if wanted != (self._seen, self._ahead, self._width):
            self._seen, self._ahead, self._width = wanted
            self._go_on()

    def picture(self, page: int) -> Picture | None:
        """Return the newest picture of a page, also where it is not of the present state."""
        return self._kept.get(page)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._asked is not None or self._gathering.busy

    @property
    def current(self) -> bool:
        """Whether all that is wanted is there as it is now."""
        return self._knows and not self.busy and not self._changed and not self._missing()

    def close(self) -> None:
        """End the process; nothing is asked any more."""
        self._closed = True
        self._gathering.stop()
        self._idle.stop()
        self._preview.end()

    # Asking

    def _follow(self, changes: ChangeSet) -> None:
        """Note what changed; it is sent with the next question."""
        self._changed.follow(changes)
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Ask for what is missing, unless an answer is under way."""
        if not self._active or self._closed or self.busy or self._failed >= _TRIES:
            return
        if not self._knows:
            self._gathering.begin()
            self.worked.emit(True)
        elif self._changed or self._missing() or self._besides != self._told:
            self._ask(self._changed.news(self._document.project))

    @Slot(object)
    def _take_everything(self, news: object) -> None:
        if self._closed or not isinstance(news, News):
            return
        self._changed.forget()  # it is among the news
        self._knows = True
        self._ask(news)

    @property
    def _besides(self) -> Besides:
        """What else the pages depend on.

        Originals that do not hold, what is taken for gone, excerpts whose words are gone.
        """
        found = self._document.evidence
        altered = found.altered if found is not None else frozenset[str]()
        return altered, frozenset(self._document.counts.muted), self._document.issues.orphaned

    def _ask(self, news: News) -> None:
        others = news != News() or self._besides != self._told
        if others:
            self._at = self._document.project.now()
            self._version += 1
        missing = self._seen if others else self._missing()
        self._told = altered, muted, orphaned = self._besides
        asked = Asked(
            news, self._at, altered, muted, wanted=missing, width=self._width, orphaned=orphaned
        )
        self._asked = asked
        project = self._document.project
        self._begin(asked, wishes(project, plan_of(project)))

    def _begin(self, asked: Asked, wished: tuple[Wish, ...]) -> None:
        path = self._document.project.path

        def work() -> Generator[tuple[int, int], None, Shown]:
            crops = yield from self._crops.making(path, wished)
            return (yield from self._preview.ask(replace(asked, crops=crops)))

        job = self._document.jobs.run("", work, (TypesetError,), drawing=True)
        job.done.connect(self._receive)
        job.failed.connect(self._start_over)
        job.cancelled.connect(self._call_off)
        self.worked.emit(True)

    def _missing(self) -> tuple[int, ...]:
        """Return the pages that are to be drawn next: those that are seen before the others."""
        seen = tuple(page for page in self._seen if self._lacks(page))
        return seen or tuple(page for page in self._ahead if self._lacks(page))

    def _lacks(self, page: int) -> bool:
        if self.sizes and page >= len(self.sizes):
            return False
        kept = self._kept.get(page)
        return kept is None or (kept.version, kept.image.width()) != (self._version, self._width)

    # Taking in

    @Slot(object)
    def _receive(self, shown: object) -> None:
        self._asked = None
        if self._closed:
            self._preview.end()
            return
        if not isinstance(shown, Shown):
            return
        self._failed = 0
        before = (self.sizes, self.refusal, self.stand_ins)
        self.sizes, self.refusal = shown.sizes, shown.refusal
        self.stand_ins = shown.stand_ins
        for page, (width, height, drawn) in shown.pictures.items():
            image = QImage(drawn, width, height, width * 4, QImage.Format.Format_RGB32)
            self._kept.pop(page, None)
            self._kept[page] = Picture(self._version, image, shown.spots[page], drawn)
        while len(self._kept) > _MOST_PICTURES:
            del self._kept[next(iter(self._kept))]
        if before != (self.sizes, self.refusal, self.stand_ins):
            self.typeset.emit()
        for page in shown.pictures:
            self.drawn.emit(page)
        if not shown.refusal:
            self._go_on()
        self.worked.emit(self.busy)

    @Slot(str)
    def _start_over(self, sentence: str) -> None:
        """Tell another process everything, a few times; then say why there is nothing."""
        self._asked, self._knows = None, False
        self._failed += 1
        if self._failed >= _TRIES:
            self.refusal = sentence
            self.typeset.emit()
        self._go_on()
        self.worked.emit(self.busy)

    @Slot()
    def _call_off(self) -> None:
        self._asked, self._knows = None, False

    def _rest(self) -> None:
        """End the process while nobody looks; the next look tells another one everything."""
        if self._asked is None:
            self._knows = False
            self._preview.end()
