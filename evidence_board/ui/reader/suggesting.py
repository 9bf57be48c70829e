"""Suggestions of the text that is read: found a piece at a time beside the window, and kept."""

from bisect import bisect_right
from collections import Counter, OrderedDict
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.model.capture import Capture
from evidence_board.model.edtf import bounds
from evidence_board.model.source import Source
from evidence_board.project.beside import parts_beside
from evidence_board.project.errors import ProjectError
from evidence_board.suggest.piecewise import of_piece, of_pieces, pieces_of
from evidence_board.suggest.sentences import Place
from evidence_board.suggest.suggestion import OfText
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.reader.hints import Hint, Layer, hints_of

_TOGETHER = 10
"""So many pieces go together to a process of their own."""
_KEPT, _MOST = 40, 60_000
"""So many texts, and suggestions of all of them, are kept beside those of the text that is read."""
_AFTER_PAINT = 20

Key = tuple[str, date | None]


@dataclass(frozen=True, eq=False)
class Looked:
    """A piece of a text that was looked through, with its hints, and how many of each kind.

    `layer_of` tells the kind of a hint by its sign.
    """

    place: Place
    found: tuple[OfText, ...]
    hints: tuple[Hint, ...]
    counts: Counter[Layer]
    layer_of: Mapping[str, Layer]


@dataclass
class _Text:
    """A text and what is known of its pieces; `asked` are those that are looked through now."""

    pieces: tuple[Place, ...]
    looked: dict[Place, Looked] = field(default_factory=dict)
    asked: set[Place] = field(default_factory=set)
    batched: bool = False
    """Whether several of them are looked through now."""

    @property
    def whole(self) -> bool:
        """Whether all of it was looked through."""
        return len(self.looked) == len(self.pieces)

    def here(self, at: int) -> tuple[Place, ...]:
        """Return the piece that holds a place, if it was neither looked through nor asked for."""
        inside = (one for one in self.pieces if one[0] <= at < one[1])
        return tuple(one for one in inside if one not in self.looked and one not in self.asked)

    def others(self, at: int) -> tuple[Place, ...]:
        """Return the pieces nearest to a place that are left, as many as go together."""
        if self.batched:
            return ()
        left = [one for one in self.pieces if one not in self.looked and one not in self.asked]
        return tuple(sorted(left, key=lambda one: max(one[0] - at, at - one[1], 0))[:_TOGETHER])


class Suggestions(QObject):
    """Finds what the text of a source suggests, once for each text and day of publication.

    A long text is looked through piece by piece, what is in sight first, while it is read.
    """

    found = Signal()
    """More of what was asked for is there now."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Look through texts in threads of ``jobs``."""
        super().__init__(parent)
        self._jobs = jobs
        self._known: OrderedDict[Key, _Text] = OrderedDict()

    def of(self, source: Source, capture: Capture, text: str, at: int) -> tuple[Looked, ...]:
        """Return what is known of a text, in its order; `found` tells when there is more.

        What holds ``at`` is looked through first, then what is near it.
        """
        key = (capture.text_sha256, published_day(source))
        known = self._known.setdefault(key, _Text(pieces_of(text)))
        self._known.move_to_end(key)
        captured = date.fromisoformat(capture.captured_at[:10])
        if here := known.here(at):
            self._run(known, here, partial(_look, text, here, captured, key[1]))
        elif others := known.others(at):
            known.batched = True
            self._run(known, others, partial(_look_beside, text, others, captured, key[1]))
        return tuple(known.looked[one] for one in known.pieces if one in known.looked)

    def is_whole(self, source: Source, capture: Capture) -> bool:
        """Whether all of a text was looked through."""
        known = self._known.get((capture.text_sha256, published_day(source)))
        return known is not None and known.whole

    def _run(self, known: _Text, pieces: tuple[Place, ...], look: Callable[[], object]) -> None:
        known.asked.update(pieces)
        # Not before the text is painted, for which it would hold up Python's lock.
        QTimer.singleShot(_AFTER_PAINT, self, partial(self._begin, known, pieces, look))

    def _begin(self, known: _Text, pieces: tuple[Place, ...], look: Callable[[], object]) -> None:
        if self._jobs.closed:
            return
        job = self._jobs.run("", look, (ProjectError,))
        job.done.connect(partial(self._keep, known))
        job.finished.connect(partial(_rest, known, pieces))

    def _keep(self, known: _Text, looked: object) -> None:
        assert isinstance(looked, tuple)
        known.looked.update((one.place, one) for one in looked)
        _rest(known, tuple(one.place for one in looked))
        self._let_go()
        self.found.emit()

    def _let_go(self) -> None:
        """Forget the texts that were read longest ago, where there are too many."""
        count = sum(len(one.found) for each in self._known.values() for one in each.looked.values())
        while len(self._known) > 1 and (len(self._known) > _KEPT or count > _MOST):
            _, gone = self._known.popitem(last=False)
            count -= sum(len(one.found) for one in gone.looked.values())


def near(looked: tuple[Looked, ...], span: Place) -> tuple[Looked, ...]:
    """Return the pieces that words touch, with those beside them."""
    starts = [one.place[0] for one in looked]
    first = bisect_right(starts, span[0]) - 1
    last = bisect_right(starts, span[1]) - 1
    return looked[max(0, first - 1) : last + 2]


def published_day(source: Source) -> date | None:
    """Return the day on which a source was published; None unless it is one day that is known."""
    if not source.published:
        return None
    both = bounds(source.published)
    return both.earliest if both.earliest == both.latest else None


def _look(
    text: str, pieces: Sequence[Place], today: date, published: date | None
) -> tuple[Looked, ...]:
    """Look through pieces of a text, in a thread."""
    return tuple(_looked(one, of_piece(text, one, today, published)) for one in pieces)


def _look_beside(
    text: str, pieces: Sequence[Place], today: date, published: date | None
) -> Generator[tuple[int, int], None, tuple[Looked, ...]]:
    """Look through pieces of a long text in a process of its own, which takes the window no time.

    Such a process takes half a second to start, so that it is worth its while for several only.
    """
    work = partial(of_pieces, text, pieces, today, published)
    found = yield from parts_beside(work, quiet=True)
    return tuple(_looked(place, one) for place, one in zip(pieces, found, strict=True))


def _looked(place: Place, found: tuple[OfText, ...]) -> Looked:
    hints = hints_of(found)
    layers = {hint.sign: hint.layer for hint in hints}
    return Looked(place, found, hints, Counter(hint.layer for hint in hints), layers)


def _rest(known: _Text, pieces: tuple[Place, ...]) -> None:
    """Let pieces be asked for again that came to nothing."""
    known.asked.difference_update(pieces)
    if len(pieces) > 1 or not known.asked:
        known.batched = False
