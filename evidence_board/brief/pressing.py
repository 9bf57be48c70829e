"""How many points of a project press, and the first of them, without a look at each record.

The same as `open_points` says without what is only to know; a large project is asked after every
step, and pays for the few points that are read out.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import compress
from operator import not_

from evidence_board.analysis.closure import closed_count
from evidence_board.analysis.view import Columned
from evidence_board.brief import wording
from evidence_board.brief.case import Case
from evidence_board.brief.gate import NO_JUDGEMENT, NO_QUESTION, OpenPoint, Severity, link_words
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.scales import SCALES


@dataclass(frozen=True)
class Pressing:
    """How many points press, and the first of them, worst first."""

    number: int = 0
    points: tuple[OpenPoint, ...] = ()


def pressing(view: Columned, most: int) -> Pressing:
    """Return how many points press, and at most so many of them."""
    return deque(counting(view, most), maxlen=1).pop()


def counting(view: Columned, most: int) -> Iterator[Pressing]:
    """Yield what presses as far as it is found, again and again; the last is all.

    It holds only if nothing changes in between.
    """
    number = 0
    points: list[OpenPoint] = []
    for ids, told in _Points(view, most).sections():
        number += len(ids)
        points += [told(id) for id in ids[: most - len(points)]]
        yield Pressing(number, tuple(points))


_AT_ONCE = 3_000
"""So many contradictions are looked at before others go first."""
Told = Callable[[str], OpenPoint]
Section = tuple[Sequence[str], Told]
_CLAIM = ("id", "number", "kind", "status", "likelihood", "confidence", "reason", "credibility")


class _Points:
    """One search for what presses."""

    def __init__(self, view: Columned, most: int) -> None:
        self._view = view
        self._most = most
        self._case = Case(view, at="", origins={}, state="", tool="")
        names = (*_CLAIM, "rank", "negates")
        columns = view.columns(Claim, *names)
        self._of: dict[str, list[object]] = dict(zip(names, columns, strict=True))
        self._keys = self._key_judgements()

    def sections(self) -> Iterator[Section]:
        """Yield ids, worst first, and what makes a point of one of them."""
        yield self._unreasoned(), self._told_confidence
        traced = self._traced()
        unsupported = [id for id in self._keys if id not in traced]
        if unsupported:
            unsupported = [id for id in unsupported if not self._is_supported(id)]
        yield unsupported, self._told_unsupported
        yield from self._questions()
        yield self._bare_links(), self._told_link
        yield self._by_number("kind", lambda kind: kind == "reported", traced), self._told_analyst
        first = self._by_number("credibility", lambda digit: digit == "1")
        yield [id for id in first if not self._is_seconded(id)], self._told_grade
        yield from self._contradictions()
        scale = self._case.scale
        yield (
            self._by_number(
                "likelihood", lambda term: term is not None and scale.term(_text(term)) is None
            ),
            self._told_term,
        )

    # What is looked for

    def _by_number(
        self, field: str, wanted: Callable[[object], bool], without: frozenset[str] = frozenset()
    ) -> list[str]:
        """Return the claims with a wanted value, the first of them by number, then the others."""
        known: dict[object, bool] = {value: wanted(value) for value in set(self._of[field])}
        if not any(known.values()):
            return []
        kept = list(map(known.__getitem__, self._of[field]))
        found = self._claims(kept)
        return self._ordered([pair for pair in found if pair[1] not in without])

    def _claims(self, kept: list[bool]) -> list[tuple[int, str]]:
        """Return number and id of the claims that are flagged."""
        numbers, ids = compress(self._of["number"], kept), compress(self._of["id"], kept)
        return list(zip(numbers, ids, strict=True))  # type: ignore[arg-type]  # numbers and ids

    def _bare_links(self) -> list[str]:
        ids, reasons = self._view.columns(Link, "id", "reason")
        bare = map(not_, map(str.strip, reasons))  # type: ignore[arg-type]  # texts
        return list(compress(ids, bare))  # type: ignore[arg-type]  # ids

    def _ordered(self, found: list[tuple[int, str]]) -> list[str]:
        """Return ids, as many as are told in their order, and the others after them."""
        first = nsmallest(self._most, found) if len(found) > 4 * self._most else sorted(found)
        ahead = set(first)
        return [id for _, id in first] + [pair[1] for pair in found if pair not in ahead]

    def _unreasoned(self) -> list[str]:
        if self._of["confidence"].count(None) == len(self._of["confidence"]):
            return []
        both = zip(self._of["confidence"], self._of["reason"], strict=True)
        return self._ordered(self._claims([one is not None and _blank(told) for one, told in both]))

    def _key_judgements(self) -> list[str]:
        """Return what `Case.key_judgements` does."""
        names = ("rank", "number", "id", "kind", "status", "likelihood")
        if not {"judgement", "hypothesis"}.intersection(self._of["kind"]):
            return []
        ours = [
            (rank, _whole(number), _text(id), likelihood)
            for rank, number, id, kind, status, likelihood in zip(
                *(self._of[name] for name in names), strict=True
            )
            if kind in ("judgement", "hypothesis") and status != "withdrawn"
        ]
        ours.sort(key=lambda one: one[1:3])
        ranked = [(float(str(one[0])), one[2]) for one in ours if one[0] is not None]
        if ranked:
            return [id for _, id in sorted(ranked, key=lambda pair: pair[0])]
        return [one[2] for one in ours if one[3] is not None]

    def _traced(self) -> frozenset[str]:
        columns = self._view.columns(Assertion, "claim", "excerpt")
        return frozenset(_text(claim) for claim, words in zip(*columns, strict=True) if words)

    def _is_supported(self, claim: str) -> bool:
        links = (one for one in self._view.referrers(claim) if isinstance(one, Link))
        starts = (one.from_id for one in links if one.type == "supports" and one.to_id == claim)
        found = (self._case.claim(start) for start in starts)
        return any(start is None or start.kind != "assumption" for start in found)

    def _is_seconded(self, claim: str) -> bool:
        return closed_count(self._view, self._claim(claim)).n_min >= 2

    def _questions(self) -> Iterator[Section]:
        project = self._view.record
        if not project.question.strip():
            yield (project.id,), lambda id: OpenPoint("unfinished", NO_QUESTION, id)
        if not self._keys:
            yield (project.id,), lambda id: OpenPoint("unfinished", NO_JUDGEMENT, id)
        places = dict(zip(self._of["id"], range(len(self._of["id"])), strict=True))
        for id in self._keys:
            if self._of["likelihood"][places[id]] is None:
                yield (id,), self._told_likelihood
            if self._of["confidence"][places[id]] is None:
                yield (id,), self._told_unjudged

    def _contradictions(self) -> Iterator[Section]:
        """Yield the contradictions between open claims, each pair once."""
        listed = zip(self._of["id"], self._of["status"], strict=True)
        still = {id for id, state in listed if state == "open"}
        first: dict[frozenset[str], tuple[str, str, str]] = {}
        pairs: set[frozenset[str]] = set()
        for part in self._clashes():
            for one, other, record in part:
                if one in still and other in still:
                    pair = frozenset((one, other))
                    pairs.add(pair)
                    if len(first) < self._most:
                        first.setdefault(pair, (one, other, record))
            yield (), self._told_confidence
        told = dict(zip(map(str, range(len(first))), first.values(), strict=True))
        yield [*told, *[""] * (len(pairs) - len(told))], lambda key: self._told_pair(*told[key])

    def _clashes(self) -> Iterator[list[tuple[str, str, str]]]:
        """Yield claims that exclude each other, and the record that says so, some at a time."""
        ids, types, *ends = self._view.columns(Link, "id", "type", "from_id", "to_id")
        drawn = [one == "contradicts" for one in types]
        one, other, records = (list(compress(column, drawn)) for column in (*ends, ids))
        for start in range(0, len(records), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            yield list(zip(one[part], other[part], records[part], strict=True))  # type: ignore[arg-type]  # ids
        if self._of["negates"].count(None) < len(self._of["negates"]):
            names = ("number", "id", "negates")
            listed = zip(*(self._of[name] for name in names), strict=True)
            negating = [(_whole(n), _text(id), _text(to)) for n, id, to in listed if to is not None]
            yield [(id, to, id) for _, id, to in sorted(negating)]

    # What is said

    def _claim(self, id: str) -> Claim:
        return self._view.get(Claim, id)

    def _told(self, severity: Severity, id: str, words: str) -> OpenPoint:
        return OpenPoint(severity, words.format(self._claim(id).mark), id)

    def _told_confidence(self, id: str) -> OpenPoint:
        return self._told("held back", id, "{} has a confidence without a reason.")

    def _told_unsupported(self, id: str) -> OpenPoint:
        return self._told("unfinished", id, "{} is a key judgement that nothing supports.")

    def _told_likelihood(self, id: str) -> OpenPoint:
        return self._told("unfinished", id, "The likelihood of {} is not judged.")

    def _told_unjudged(self, id: str) -> OpenPoint:
        return self._told("unfinished", id, "The confidence in {} is not judged.")

    def _told_link(self, id: str) -> OpenPoint:
        words = link_words(self._case, self._view.get(Link, id))
        return OpenPoint("unfinished", f"The link “{words}” has no reason.", id)

    def _told_analyst(self, id: str) -> OpenPoint:
        said = "{} is tied to no words of a source and is marked " + wording.ANALYST + "."
        return self._told("unfinished", id, said)

    def _told_grade(self, id: str) -> OpenPoint:
        said = "{} is graded 1, but a second independent origin is not recorded."
        return self._told("unfinished", id, said)

    def _told_pair(self, one: str, other: str, record: str) -> OpenPoint:
        marks = f"{self._claim(one).mark} and {self._claim(other).mark}"
        return OpenPoint("unfinished", f"The contradiction between {marks} is open.", record)

    def _told_term(self, id: str) -> OpenPoint:
        claim, scale = self._claim(id), SCALES[self._view.record.scale]
        said = f"“{claim.likelihood}” of {claim.mark} is no term of the {scale.name} scale."
        return OpenPoint("unfinished", said, id)


def _text(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def _blank(text: object) -> bool:
    return not text or _text(text).isspace()
