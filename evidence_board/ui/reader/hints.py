"""Hints: what is suggested of a text, as it stands beside its words."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from evidence_board.analysis.dates import edtf_words
from evidence_board.commands.dismissing import sign_of
from evidence_board.suggest.suggestion import (
    Attribution,
    DateMention,
    Hedge,
    OfText,
    Quantity,
    Reuse,
    Span,
)
from evidence_board.ui.reader.paragraphs import Paragraphs
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

Layer = Literal["attribution", "hedge", "figure", "date", "shared"]
LAYERS: tuple[Layer, ...] = get_args(Layer)

WORDS: Mapping[Layer, str] = {
    "attribution": QT_TRANSLATE_NOOP("Hint", "who says it"),
    "hedge": QT_TRANSLATE_NOOP("Hint", "hedge"),
    "figure": QT_TRANSLATE_NOOP("Hint", "figure"),
    "date": QT_TRANSLATE_NOOP("Hint", "date"),
    "shared": QT_TRANSLATE_NOOP("Hint", "shared passage"),
}
ICONS: Mapping[Layer, str] = {
    "attribution": "user-round",
    "hedge": "tilde",
    "figure": "hash",
    "date": "calendar",
    "shared": "equal",
}


_END = re.compile(r"[.!?][”\"’)]*\s+(?=[“\"‘(]?[A-Z])")
_BESIDE = 24
"""So far from the cue its name may stand, in characters."""


@dataclass(frozen=True)
class Hint:
    """A suggestion beside the words at `start` to `end`; `told` is what its chip says.

    `sign` is by what it is known again when it was turned down.
    """

    layer: Layer
    start: int
    end: int
    told: str
    reason: str
    sign: str
    suggestion: OfText | Reuse

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        sentence = translate("Hint", "Hint, {0}: {1}. {2}")
        return sentence.format(translate("Hint", WORDS[self.layer]), self.told, self.reason)


def hints_of(found: Iterable[OfText]) -> tuple[Hint, ...]:
    """Return the hints that suggestions of a text are, in their order."""
    hints = (hint for one in found if (hint := _hint(one)) is not None)
    return tuple(sorted(hints, key=lambda hint: (hint.start, hint.end)))


def shared_hint(one: Reuse, mark_of: Callable[[str], str]) -> Hint:
    """Return the hint of a shared passage; ``mark_of`` gives the mark of a source by its id."""
    told = mark_of(one.other_source)
    return _made("shared", one.span, told, one.reason, one, one.other_source)


def words_for_claim(hint: Hint, paragraphs: Paragraphs) -> tuple[int, int]:
    """Return the words of a claim from a hint: what is said, else the sentence it stands in."""
    one = hint.suggestion
    if isinstance(one, Attribution) and one.content.start < one.content.end:
        return one.content.start, one.content.end
    place = paragraphs.at(hint.start)
    start, end = paragraphs.starts[place], paragraphs.ends[place]
    for found in _END.finditer(paragraphs.text, start, end):
        if found.end() <= hint.start:
            start = found.end()
        elif found.start() >= hint.end:
            return start, found.start() + 1
    return start, end


def _hint(one: OfText) -> Hint | None:
    if isinstance(one, Attribution):
        told = " via ".join(reversed(one.chain or (one.speaker,)))
        return _made("attribution", _teller_words(one), told, one.reason, one)
    if isinstance(one, Hedge) and one.hedge_class != "approximator":
        told = f"{one.span.exact} ({one.factuality or one.hedge_class})"
        return _made("hedge", one.span, told, one.reason, one)
    if isinstance(one, Quantity):
        return _made("figure", one.span, one.span.exact, one.reason, one)
    if isinstance(one, DateMention) and one.role != "publication":
        told = edtf_words(one.edtf) if one.edtf else translate("Hint", "day not known")
        return _made("date", one.span, told, one.reason, one)
    return None


def _teller_words(said: Attribution) -> Span:
    """Return the words that tell who says it: the cue, with the name beside it where it stands.

    Of a narrator's sentence these are its own: its cue stands in another sentence.
    """
    if said.mode == "narrator attributed by context":
        return said.content
    whole, name = said.span, said.as_given
    first, last = said.cue.start - whole.start, said.cue.end - whole.start
    at = whole.exact.rfind(name, max(0, first - len(name) - _BESIDE), first) if name else -1
    if at < 0 and name:
        at = whole.exact.find(name, last, last + len(name) + _BESIDE)
    if at < 0:
        return said.cue
    first, last = min(first, at), max(last, at + len(name))
    content = (said.content.start - whole.start, said.content.end - whole.start)
    if first < content[1] and last > content[0]:
        return said.cue
    return Span(whole.start + first, whole.start + last, whole.exact[first:last])


def _made(
    layer: Layer, span: Span, told: str, reason: str, one: OfText | Reuse, other: str = ""
) -> Hint:
    words = " ".join(told.split())
    sign = sign_of(one.kind, span.start, span.exact, other)
    return Hint(layer, span.start, span.end, words, reason, sign, one)
