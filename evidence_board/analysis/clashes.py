"""Clashes: the claims that cannot be true together with one, by links or as its negation."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from evidence_board.analysis.view import Investigation
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link

_NOTHING = frozenset[str]()


def rivals(
    view: Investigation, claim: Claim, gone: AbstractSet[str] = _NOTHING
) -> tuple[Claim, ...]:
    """Return the claims that contradict this one, whichever way it was drawn, each once.

    A link that is ``gone`` contradicts nothing.
    """
    ids = dict.fromkeys(_rivals(view, claim, gone))
    found = (view.find(id) for id in ids if id != claim.id)
    return tuple(one for one in found if isinstance(one, Claim))


def open_rivals(
    view: Investigation, claim: Claim, gone: AbstractSet[str] = _NOTHING
) -> tuple[Claim, ...]:
    """Return the rivals of an open claim that are open themselves: nobody has settled it yet."""
    if claim.status != "open":
        return ()
    return tuple(one for one in rivals(view, claim, gone) if one.status == "open")


def _rivals(view: Investigation, claim: Claim, gone: AbstractSet[str]) -> Iterator[str]:
    if claim.negates:
        yield claim.negates
    for one in view.referrers(claim.id):
        if one.id in gone:
            continue
        if isinstance(one, Link) and one.type == "contradicts":
            yield from (one.from_id, one.to_id)
        elif isinstance(one, Claim) and one.negates == claim.id:
            yield one.id
