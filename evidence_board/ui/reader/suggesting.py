"""Suggestions of the text that is read, found in a thread and kept by the hash of the text."""

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.model.capture import Capture
from evidence_board.model.edtf import bounds
from evidence_board.model.source import Source
from evidence_board.suggest.proposing import of_text
from evidence_board.suggest.suggestion import OfText
from evidence_board.ui.jobs import Jobs

MOST = 100_000
"""Of a longer text the first so many characters are looked through: it must not take minutes."""
_KEPT = 40
_AFTER_PAINT = 20

Key = tuple[str, date | None]


class Suggestions(QObject):
    """Finds what the text of a source suggests, once for each text and day of publication."""

    found = Signal()
    """What was asked for is there now."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Look through texts in threads of ``jobs``."""
        super().__init__(parent)
        self._jobs = jobs
        self._known: OrderedDict[Key, tuple[OfText, ...]] = OrderedDict()
        self._asked: set[Key] = set()

    def of(self, source: Source, capture: Capture, text: str) -> tuple[OfText, ...] | None:
        """Return what a text suggests; None until it is known, which `found` tells."""
        key = (capture.text_sha256, published_day(source))
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        if key not in self._asked:
            self._asked.add(key)
            captured = date.fromisoformat(capture.captured_at[:10])
            work = partial(of_text, text[:MOST], captured, key[1])
            # Not before the text is painted, for which it would hold up Python's lock.
            QTimer.singleShot(_AFTER_PAINT, self, partial(self._begin, key, work))
        return None

    def _begin(self, key: Key, work: Callable[[], object]) -> None:
        if self._jobs.closed:
            return
        job = self._jobs.run("", work)
        job.done.connect(partial(self._keep, key))
        job.finished.connect(partial(self._asked.discard, key))

    def _keep(self, key: Key, found: object) -> None:
        assert isinstance(found, tuple)
        self._known[key] = found
        if len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self.found.emit()


def published_day(source: Source) -> date | None:
    """Return the day on which a source was published; None unless it is one day that is known."""
    if not source.published:
        return None
    both = bounds(source.published)
    return both.earliest if both.earliest == both.latest else None
