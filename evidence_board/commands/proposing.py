"""What is proposed for a claim that is made from words: who says it, how, when and how much.

Nothing here is final: a person accepts, edits or turns down each part.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import JsonValue

from evidence_board.commands.chains import Teller, known, teller_of
from evidence_board.commands.claims import NO_PARTICULARS, PLAIN, Particulars, Saying
from evidence_board.model.assertion import Mode
from evidence_board.model.scales import FACTUALITY, Factuality
from evidence_board.project.project import Project
from evidence_board.suggest.suggestion import (
    Attribution,
    DateMention,
    Hedge,
    OfText,
    Quantity,
    Span,
)

Place = tuple[int, int]
OWN_VOICE: Mode = "narrator unattributed"
_NOBODY = "nobody is named who says so: the source states it itself"
_CUE_ONLY = 1_000_000
"""Words of a cue count less than any words of a speech."""
_NEARLY_ALL = 0.8
_QUOTES = '“”„«»"'
Found = TypeVar("Found", Attribution, Hedge, Quantity, DateMention)


@dataclass(frozen=True)
class Proposal:
    """A claim's manner and particulars as the text suggests them, with the rule of each."""

    saying: Saying = PLAIN
    particulars: Particulars = NO_PARTICULARS
    reasons: tuple[str, ...] = ()


def proposal(project: Project, carrier: str, found: Sequence[OfText], place: Place) -> Proposal:
    """Return what the suggestions of a text propose for the words at a place of it."""
    said = attribution_of(found, place)
    hedges = [one for one in _inside(found, Hedge, place) if one.hedge_class != "approximator"]
    hedge = max(hedges, key=lambda one: bool(one.factuality), default=None)
    amounts = _inside(found, Quantity, place)
    dates = [one for one in _inside(found, DateMention, _widened(place, said)) if one.edtf]
    saying = Saying(
        tellers=tellers_of(project, carrier, said) if said else (),
        mode=said.mode if said else None,
        factuality=factuality_of(hedge) if hedge else None,
        hedge=hedge.span.exact if hedge else "",
    )
    event = next((one.edtf for one in dates if one.role == "event"), None)
    stated = said_on(found, said) if said else None
    stated = stated or next((one.edtf for one in dates if one.role == "statement"), None)
    amount = quantity_fields(amounts[0]) if amounts else {}
    used = (said, hedge, *amounts[:1])
    return Proposal(
        saying,
        Particulars(event, stated, "", amount),
        tuple(one.reason for one in used if one is not None and one.reason),
    )


def in_own_voice(made: Proposal, words: str) -> Proposal:
    """Return a proposal for words of a text that was looked through, where nobody says them.

    The source states them itself then, and it is labelled so (tradecraft: unattributed). Words in
    quotation marks are somebody's, whoever that is.
    """
    if made.saying.tellers or made.saying.mode or any(sign in words for sign in _QUOTES):
        return made
    saying = replace(made.saying, mode=OWN_VOICE)
    return replace(made, saying=saying, reasons=(_NOBODY, *made.reasons))


def attribution_of(found: Iterable[OfText], place: Place) -> Attribution | None:
    """Return the attribution whose speech has most of the words, else whose cue; None if none has.

    Of two that have as many the one that comes through more hands goes first, then the shorter. A
    speech within that speech goes before it where it has nearly all the words, its cue included:
    "Reuters reported: 'It left, the office said.'" is the office's.
    """
    said = [one for one in found if isinstance(one, Attribution)]
    widest = _widest(said, place)
    if widest is None:
        return None
    hands = len(widest.chain)
    within = (one for one in said if len(one.chain) > hands and one.chain[:hands] == widest.chain)
    enough = _NEARLY_ALL * _spoken(widest, place)
    inner = [one for one in within if _spoken(one, place) > 0 and _told(one, place) >= enough > 0]
    return max(inner, key=lambda one: _told(one, place), default=widest)


def _widest(said: Iterable[Attribution], place: Place) -> Attribution | None:
    """Return the attribution whose speech has most of the words, else whose cue."""
    return max(
        (one for one in said if _shared(one.span, place) > 0 or _spoken(one, place) > 0),
        key=lambda one: (
            max(_spoken(one, place), 0) or _shared(one.span, place) - _CUE_ONLY,
            len(one.chain),
            one.span.start - one.span.end,
        ),
        default=None,
    )


def said_on(found: Iterable[OfText], said: Attribution) -> str | None:
    """Return the day on which something was said, as EDTF, where the sentence of its cue tells."""
    days = (one for one in found if isinstance(one, DateMention) and one.cue == said.cue)
    return next((one.edtf for one in days if one.edtf), None)


def tellers_of(project: Project, carrier: str, said: Attribution) -> tuple[Teller, ...]:
    """Return who stands behind the carrier by an attribution; the carrier itself is left out."""
    names = said.chain or (said.speaker,)
    last = len(names) - 1
    tellers = []
    for place, name in enumerate(names):
        unnamed = place == last and said.origin_kind == "anonymous"
        affiliation = said.affiliation if unnamed else ""
        held = known(project, name, affiliation)
        if held is None or held.id != carrier:
            tellers.append(teller_of(held) if held else Teller(name, None, unnamed, affiliation))
    return tuple(dict.fromkeys(tellers))


def quantity_fields(amount: Quantity) -> dict[str, JsonValue]:
    """Return a quantity as a claim keeps it: bounds that are none are left out."""
    fields: dict[str, JsonValue] = {"unit": amount.unit, "stated": amount.span.exact}
    for name in ("value", "low", "high"):
        bound = getattr(amount, name)
        if bound is not None:
            fields[name] = bound
    if amount.comparator and amount.comparator != "exact":
        fields["comparator"] = amount.comparator
    return fields


def factuality_of(hedge: Hedge) -> Factuality | None:
    """Return the code that follows from a hedge, if one does."""
    return next((code for code in _CODES if code == hedge.factuality), None)


_CODES: tuple[Factuality, ...] = ("CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu")
assert set(_CODES) == set(FACTUALITY)


def _spoken(said: Attribution, place: Place) -> int:
    """Return how much of the words a speech has in one piece."""
    return max(_shared(span, place) for span in (said.content, *said.more))


def _told(said: Attribution, place: Place) -> int:
    """Return how much of the words a speech has, or says who speaks and by which cue."""
    parts = (said.span, said.content, *said.more)
    held = [(max(x.start, place[0]), min(x.end, place[1])) for x in parts]
    covered, end = 0, place[0]
    for start, stop in sorted(held):
        covered += max(stop - max(start, end), 0)
        end = max(end, stop)
    return covered


def _widened(place: Place, said: Attribution | None) -> Place:
    """Return the words with those of the attribution: when it was said stands beside the cue."""
    if said is None:
        return place
    return min(place[0], said.span.start), max(place[1], said.span.end)


def _inside(found: Iterable[OfText], kind: type[Found], place: Place) -> list[Found]:
    return [one for one in found if isinstance(one, kind) and _shared(one.span, place) > 0]


def _shared(span: Span, place: Place) -> int:
    return min(span.end, place[1]) - max(span.start, place[0])
