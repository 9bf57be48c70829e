"""What changed when a source retracted what it said: every claim downstream, from what to what.

Source: the project's tradecraft rules, section 7: keep it, mark it, recount everything downstream
and list what changed.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.lineage import Ground
from evidence_board.analysis.origins import Origins
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.source import Source


@dataclass(frozen=True)
class Recounted:
    """A claim, and what it rests on with and without what was retracted."""

    claim: str
    before: Origins
    after: Origins

    @property
    def differs(self) -> bool:
        """Whether it rests on less now."""
        return self.before != self.after


def downstream(
    view: Investigation, source: str, muted: AbstractSet[str] = frozenset()
) -> tuple[str, ...]:
    """Return the claims that rest on a source by chains, citations or support, by number.

    Nothing does by way of what is ``muted``.
    """
    sources, claims = {source: None}, dict[str, None]()
    for one in (ahead := [source] if source not in muted else []):
        for record in view.referrers(one):
            match record:
                case Citation() if record.to_id == one and BY_KEY[record.type].lineage:
                    if record.from_id not in sources and record.from_id not in muted:
                        sources[record.from_id] = None
                        ahead.append(record.from_id)
                case Assertion() if muted.isdisjoint((record.source, *record.chain)):
                    claims[record.claim] = None
    for one in (left := list(claims)):
        for link in view.referrers(one):
            match link:
                case Link(type="supports") if link.from_id == one and link.id not in muted:
                    if link.to_id not in claims:
                        claims[link.to_id] = None
                        left.append(link.to_id)
    return tuple(sorted(claims, key=lambda one: (view.get(Claim, one).number, one)))


def recounting(view: Investigation, source: str, ground: Ground) -> Iterator[Recounted]:
    """Yield each claim downstream of a source with its counts if that stood, and if not.

    So it tells what a retraction took away, or would take.
    """
    stands = ground.as_if_current(source)
    falls = stands.as_if_retracted(source)
    for id in downstream(view, source):
        claim = view.get(Claim, id)
        yield Recounted(id, closed_count(view, claim, stands), closed_count(view, claim, falls))


def fallen(view: Investigation, source: str, ground: Ground) -> tuple[Recounted, ...]:
    """Return the claims that rest on less without a source; that on which least is left first."""
    found = [one for one in recounting(view, source, ground) if one.differs]
    return tuple(sorted(found, key=lambda one: (one.after.n_max, one.after.n_min)))


def recounted_words(view: Investigation, found: Sequence[Recounted], most: int = 6) -> str:
    """Return what was recounted in words, such as "C1 from 2 to 1, C4 from 1 to 0"; or nothing."""
    told = [
        f"{view.get(Claim, one.claim).mark} from {span(one.before)} to {span(one.after)}"
        for one in found[:most]
    ]
    if len(found) > most:
        told.append(f"{len(found) - most} more")
    return ", ".join(told)


def span(origins: Origins) -> str:
    """Return how many origins there are, as a number or a range."""
    few, most = origins.n_min, origins.n_max
    return str(few) if few == most else f"{few}–{most}"


def withdrawn(view: Investigation) -> tuple[Source, ...]:
    """Return the sources that retracted or corrected what they said, by number."""
    found = [one for one in view.all(Source) if one.standing != "current"]
    return tuple(sorted(found, key=lambda one: (one.number, one.id)))
