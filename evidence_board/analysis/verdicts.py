"""On what it rests that the origins of a claim count apart: shown, assumed, or not judged.

Source: the project's tradecraft rules on independent origins, step 4: what shares its knowledge is
one group. Whoever is in no group with another counts apart from it, whether that was judged or not.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from evidence_board.analysis.lineage import Ground
from evidence_board.analysis.view import Investigation
from evidence_board.model.independence import IndependenceTerm, IndependenceVerdict

Verdicts = Mapping[frozenset[str], IndependenceVerdict]
"""The verdicts by the two ids that are counted for their origins."""


@dataclass(frozen=True)
class Paired:
    """Two origins, as they are counted, and what was judged of them; None is not judged."""

    one: str
    other: str
    verdict: IndependenceTerm | None = None
    reason: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """Both."""
        return frozenset((self.one, self.other))


@dataclass(frozen=True)
class Tally:
    """How many pairs of origins are of each verdict."""

    shown: int = 0
    assumed: int = 0
    unjudged: int = 0


def counted_as(id: str, ground: Ground) -> str:
    """Return the id that is counted for an origin: of a source that of its group."""
    root = ground.roots.get(id)
    return root.key if root is not None else id


def verdicts_of(view: Investigation, ground: Ground) -> Verdicts:
    """Return the verdicts; of several on origins that count as the same two the weakest holds.

    One on origins that count as one says nothing.
    """
    found: dict[frozenset[str], IndependenceVerdict] = {}
    for one in view.all(IndependenceVerdict):
        pair = frozenset((counted_as(one.one, ground), counted_as(one.other, ground)))
        held = found.get(pair)
        if len(pair) == 2 and (held is None or held.verdict == "shown"):
            found[pair] = one
    return found


def pairs_of(groups: Iterable[str], verdicts: Verdicts) -> tuple[Paired, ...]:
    """Return each two origins of a claim: those that are not judged first, shown ones last."""
    found = []
    for one, other in combinations(groups, 2):
        held = verdicts.get(frozenset((one, other)))
        found.append(Paired(one, other, held.verdict, held.reason) if held else Paired(one, other))
    return tuple(sorted(found, key=lambda one: _ORDER[one.verdict]))


_ORDER: Mapping[IndependenceTerm | None, int] = {None: 0, "assumed": 1, "shown": 2}


def tally(pairs: Iterable[Paired]) -> Tally:
    """Count pairs by their verdicts."""
    told = [one.verdict for one in pairs]
    return Tally(told.count("shown"), told.count("assumed"), told.count(None))
