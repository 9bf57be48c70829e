"""The passages that sources share, found in a thread and kept as texts come and go."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.source import Source
from evidence_board.suggest.reuse import Index
from evidence_board.suggest.suggestion import Reuse
from evidence_board.ui.comparing import Comparing
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Steps

_LONGEST = 2_000_000
"""Of a longer text the first so many characters are compared, some thousand pages: the index takes
47 bytes of memory for each."""
_AT_ONCE = 8
"""How many texts are read from the file in one go: the window waits for these only."""


class SharedWords(Comparing[Reuse]):
    """Knows for each source what it shares with others, once `begin` was called.

    A source that came is compared with the others; the others are not compared again.
    """

    all_compared = Signal()
    """All texts there are have been compared."""

    def __init__(self, document: Document) -> None:
        """Listen to ``document``, which owns this; nothing is done before `begin`."""
        super().__init__(document)
        self._index = Index()
        self._held: dict[str, str] = {}
        self._texts: list[tuple[str, str | None]] = []
        document.changed.connect(self._apply)

    def of(self, source: str) -> tuple[Reuse, ...]:
        """Return what a source shares with others, as it is seen from that source."""
        here = [one for one in self._found if one.source == source]
        there = [one.turned() for one in self._found if one.other_source == source]
        return tuple(sorted((*here, *there), key=lambda one: one.span.start))

    def _apply(self, changes: ChangeSet) -> None:
        if self._begun and changes.touches(Capture, Source):
            self.start()

    def _wanted(self) -> Mapping[str, Capture]:
        """Return the newest capture of each source that has a text."""
        newest: dict[str, Capture] = {}
        for capture in self._document.project.all(Capture):
            before = newest.get(capture.source)
            later = before is None or (capture.captured_at, capture.id) > (
                before.captured_at,
                before.id,
            )
            if capture.text_length and later:
                newest[capture.source] = capture
        return newest

    def gather(self) -> None:
        """Read a few texts that are not compared yet, then go on; at last compare them."""
        wanted = self._wanted()
        for source in [one for one in self._held if one not in wanted]:
            del self._held[source]
            self._texts.append((source, None))
        new = (
            (source, one)
            for source, one in wanted.items()
            if self._held.get(source) != one.text_sha256
        )
        for count, (source, capture) in enumerate(new):
            if count == _AT_ONCE:
                self.start()
                return
            self._texts.append((source, self._document.project.text(capture)[:_LONGEST]))
            self._held[source] = capture.text_sha256
        if self._texts:
            texts, self._texts = self._texts, []
            title = self.tr("Comparing texts") if len(texts) > _AT_ONCE else ""
            self.compare(title, compared(self._index, texts))
        else:
            self.all_compared.emit()

    def rested(self) -> None:
        """Read what came meanwhile."""
        self.start()


def compared(index: Index, texts: list[tuple[str, str | None]]) -> Steps:
    """Take texts in (None lets a source go), telling how many are; returns all passages."""
    for count, (source, text) in enumerate(texts):
        yield count, len(texts)
        if text is None:
            index.remove(source)
        else:
            index.add(source, text)
    return index.all_passages()
