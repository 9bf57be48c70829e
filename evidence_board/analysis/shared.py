"""Whether a line that is about to be drawn brings a new origin, or one that counts already.

Source: the project's tradecraft rules: files are never counted as origins, and supporters of one
conclusion from one origin group enter once.
"""

from dataclasses import dataclass

from evidence_board.analysis.closure import closed_count, supporters
from evidence_board.analysis.lineage import Ground, assertions_of, ground_of
from evidence_board.analysis.origins import Origins, count, count_said
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim


@dataclass(frozen=True)
class Shared:
    """What goes back to the same origins: sources or claims, the new one first."""

    members: tuple[str, ...]
    origins: tuple[str, ...]


def shared_source(
    view: Investigation, source: str, claim: str, ground: Ground | None = None
) -> Shared | None:
    """Return with which carriers of a claim a source shares its origins; None if it adds one."""
    ground = ground or ground_of(view)

    def roots(said: tuple[Assertion, ...]) -> tuple[str, ...]:
        return _roots(count_said(claim, said, ground))

    there = assertions_of(view, claim)
    new = roots((Assertion(claim=claim, source=source),))
    if not new or not set(new) <= set(_roots(count(view, claim, ground))):
        return None
    same = [one.source for one in there if set(roots((one,))) & set(new)]
    return Shared(tuple(dict.fromkeys((source, *same))), new)


def shared_claim(
    view: Investigation, start: str, end: str, ground: Ground | None = None
) -> Shared | None:
    """Return with which other support of a claim one shares its origins; None if it adds one."""
    ground = ground or ground_of(view)
    others = [one for one in supporters(view, end, ground.gone) if one != start]
    found = {
        one: set(_roots(closed_count(view, view.get(Claim, one), ground)))
        for one in (start, *others)
    }
    new = found.pop(start)
    if not new or not new <= set().union(*found.values()):
        return None
    same = [one for one, roots in found.items() if roots & new]
    return Shared((start, *same), tuple(sorted(new)))


def _roots(origins: Origins) -> tuple[str, ...]:
    return (*origins.groups, *origins.unattributed)
