"""Text reuse: passages that sources share, found by their words (tradecraft, section 8).

Every run of eight words of a text is a key of one table. A new text looks its own runs up, so that
adding one costs what it shares and not how many texts there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_board.suggest.passages import Passage, passages
from evidence_board.suggest.quotations import Quotation, quotations
from evidence_board.suggest.reused_words import SourceWords, WordNumbers
from evidence_board.suggest.sentences import paragraphs
from evidence_board.suggest.suggestion import Reuse, span_of

_NEARLY_ALL = 0.8
_REASONS = {
    (True, True): "in quotation marks on both sides: a common ancestor",
    (True, False): "in quotation marks here only: quoted from there, or from its ancestor",
    (False, True): "in quotation marks there only: quoted from here, or from its ancestor",
    (False, False): "outside quotation marks: copied, or an ancestor that is not quoted",
}


@dataclass
class _Held:
    """A source of the index: its text and words; quotations once they are asked for."""

    source: str
    text: str
    words: SourceWords
    quoted: tuple[Quotation, ...] | None = None

    def quotations(self) -> tuple[Quotation, ...]:
        if self.quoted is None:
            self.quoted = quotations(self.text, paragraphs(self.text))
        return self.quoted


class Index:
    """The texts of sources and the passages that they share."""

    def __init__(self) -> None:
        self._numbers = WordNumbers()
        self._held: dict[int, _Held] = {}
        self._number_of: dict[str, int] = {}
        self._seeds: dict[int, int | list[int]] = {}
        self._shared: dict[int, dict[int, tuple[Reuse, ...]]] = {}
        self._next = 0

    def add(self, source: str, text: str) -> tuple[Reuse, ...]:
        """Take a source in, instead of what it was, and return what it shares with others."""
        self.remove(source)
        number, self._next = self._next, self._next + 1
        held = _Held(source, text, SourceWords.of(text, self._numbers))
        self._held[number], self._number_of[source] = held, number
        self._shared[number] = {}
        found: list[Reuse] = []
        seeds = held.words.seeds()
        for other, spots in sorted(self._spots(seeds).items()):
            reused = tuple(self._reuse(held, other, spots))
            if reused:
                self._shared[number][other] = reused
                self._shared[other][number] = reused
                found += reused
        self._put(number, seeds)
        return tuple(found)

    def remove(self, source: str) -> None:
        """Let go of a source and of what it shares; one that is not there is no error."""
        number = self._number_of.pop(source, None)
        if number is None:
            return
        # Its seeds stay behind and are passed over: what they led to is gone.
        del self._held[number]
        for other in self._shared.pop(number):
            del self._shared[other][number]

    def passages(self, source: str) -> tuple[Reuse, ...]:
        """Return what a source shares, whichever side it is on; nothing for one not held."""
        shared = self._shared.get(self._number_of.get(source, -1), {})
        return tuple(one for other in sorted(shared) for one in shared[other])

    def all_passages(self) -> tuple[Reuse, ...]:
        """Return all passages, each once, in the order in which sources came."""
        return tuple(
            one
            for number in sorted(self._shared)
            for other in sorted(self._shared[number])
            if other < number
            for one in self._shared[number][other]
        )

    def _put(self, number: int, seeds: list[tuple[int, int]]) -> None:
        known, head = self._seeds, number << 32
        for seed, at in seeds:
            place = head | at
            there = known.setdefault(seed, place)
            if there is place:
                continue
            if isinstance(there, list):
                there.append(place)
            else:
                known[seed] = [there, place]

    def _spots(self, wanted: list[tuple[int, int]]) -> dict[int, list[tuple[int, int]]]:
        """Return where runs of eight words stand elsewhere: by other source, both places."""
        spots: dict[int, list[tuple[int, int]]] = {}
        seeds, sources = self._seeds, self._held
        for seed, place in wanted:
            there = seeds.get(seed)
            if there is None:
                continue
            for packed in there if isinstance(there, list) else (there,):
                other = packed >> 32
                if other in sources:
                    spots.setdefault(other, []).append((place, packed & 0xFFFFFFFF))
        return spots

    def _reuse(self, held: _Held, other: int, spots: list[tuple[int, int]]) -> Iterator[Reuse]:
        there = self._held[other]
        for passage in passages(held.words, there.words, spots):
            yield _reuse(held, there, passage)


def _reuse(held: _Held, there: _Held, passage: Passage) -> Reuse:
    here_span = span_of(held.text, *held.words.place(passage.first, passage.last))
    there_span = span_of(there.text, *there.words.place(passage.other_first, passage.other_last))
    here_quoted = _is_quoted(held, here_span.start, here_span.end)
    there_quoted = _is_quoted(there, there_span.start, there_span.end)
    return Reuse(
        here_span,
        _REASONS[here_quoted, there_quoted],
        held.source,
        there.source,
        there_span,
        passage.tokens,
        passage.longest,
        passage.tokens == passage.last - passage.first == passage.other_last - passage.other_first,
        here_quoted and there_quoted,
        here_quoted,
        there_quoted,
    )


def _is_quoted(held: _Held, start: int, end: int) -> bool:
    """Whether nearly all of these words stand in quotation marks."""
    within = sum(max(0, min(one.end, end) - max(one.start, start)) for one in held.quotations())
    return within >= _NEARLY_ALL * (end - start)
