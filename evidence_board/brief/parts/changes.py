"""Change note: which judgements are new, raised, lowered or as before, and what moved them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from evidence_board.analysis.dates import stamp_words
from evidence_board.brief.case import Case, claim_anchor, source_anchor
from evidence_board.brief.standing import Standing, kept, standings
from evidence_board.brief.values import Part, Reference
from evidence_board.brief.wording import counted, short
from evidence_board.model.scales import CONFIDENCE

MOST = 4
"""So many have room on one page."""

NEW, RAISED, LOWERED, CHANGED = "new", "raised", "lowered", "changed"
UNCHANGED, DROPPED = "unchanged", "dropped"


@dataclass(frozen=True)
class ChangedJudgement:
    """A judgement against the last issue; each of `sentences` is about one thing that changed.

    `came` are the sources that stand behind it now and did not then, `went` the other way round.
    """

    change: str
    claim: Reference
    text: str
    sentences: tuple[str, ...]
    came: tuple[Reference, ...]
    went: tuple[Reference, ...]


@dataclass(frozen=True)
class Changes(Part):
    """What changed since an issue of a number and a time; of `more` there is no room to tell."""

    number: int
    issued: str
    rows: tuple[ChangedJudgement, ...]
    more: int = 0


def changes(case: Case) -> Changes | None:
    """Return what changed since the last issue; None where this is the first."""
    last = case.last_issue
    if last is None:
        return None
    before, now = kept(last), standings(case)
    rows = [_row(case, id, before.get(id), one) for id, one in now.items()]
    rows += [_dropped(case, id, one) for id, one in before.items() if id not in now]
    told = [_in_short(row) for row in rows[:MOST]] if case.one_page else rows
    more = len(rows) - len(told)
    return Changes(last.number, stamp_words(last.issued_at), tuple(told), more) if rows else None


def _in_short(row: ChangedJudgement) -> ChangedJudgement:
    """Return a row for one page, where the judgements stand above it."""
    return replace(
        row, text=short(row.text, 70), sentences=tuple(short(x, 90) for x in row.sentences)
    )


def _row(case: Case, id: str, before: Standing | None, now: Standing) -> ChangedJudgement:
    claim = Reference(now.mark, claim_anchor(id))
    if before is None:
        return ChangedJudgement(NEW, claim, now.text, (), _references(case, now.sources), ())
    came = tuple(mark for mark in now.sources if mark not in before.sources)
    went = tuple(mark for mark in before.sources if mark not in now.sources)
    return ChangedJudgement(
        _change(before, now),
        claim,
        now.text,
        tuple(_sentences(before, now)),
        _references(case, came),
        _references(case, went),
    )


def _dropped(case: Case, id: str, before: Standing) -> ChangedJudgement:
    claim = case.claim(id)
    if claim is None:
        why = "It is not in the project any more."
    elif claim.status == "withdrawn":
        why = "It was withdrawn."
    else:
        why = "It is no key judgement any more."
    place = claim_anchor(id) if claim is not None else ""
    return ChangedJudgement(DROPPED, Reference(before.mark, place), before.text, (why,), (), ())


def _change(before: Standing, now: Standing) -> str:
    """Return the word for a judgement that was there before: likelihood first, then confidence."""
    for step in (_likelihood_step(before, now), _confidence_step(before, now)):
        if step:
            return RAISED if step > 0 else LOWERED
    said = (before.likelihood, before.confidence, before.text)
    return UNCHANGED if said == (now.likelihood, now.confidence, now.text) else CHANGED


def _likelihood_step(before: Standing, now: Standing) -> float:
    """Return above 0 if the middle of the range rose, below if it fell."""
    if before.range is None or now.range is None:
        return 0.0
    return sum(now.range) - sum(before.range)


def _confidence_step(before: Standing, now: Standing) -> int:
    ranks = {term: place for place, term in enumerate(_RISING)}
    if before.confidence not in ranks or now.confidence not in ranks:
        return 0
    return ranks[now.confidence] - ranks[before.confidence]


_RISING = tuple(term for term in ("low", "moderate", "high") if term in CONFIDENCE)


def _sentences(before: Standing, now: Standing) -> Iterator[str]:
    """Yield a sentence for each thing that changed: likelihood and confidence never share one."""
    if before.likelihood != now.likelihood:
        word = _moved(_likelihood_step(before, now))
        yield f"The likelihood {word} from {_term(before.likelihood)} to {_term(now.likelihood)}."
    if before.confidence != now.confidence:
        word = _moved(_confidence_step(before, now))
        yield f"The confidence {word} from {_term(before.confidence)} to {_term(now.confidence)}."
    if before.text != now.text:
        yield f"It read before: “{before.text}”"
    if (before.n_min, before.n_max) != (now.n_min, now.n_max):
        yield f"It rests on {_origins(now)}; before on {_origins(before)}."


def _moved(step: float) -> str:
    if not step:
        return "changed"
    return "was raised" if step > 0 else "was lowered"


def _term(word: str) -> str:
    return f"“{word}”" if word else "not judged"


def _origins(one: Standing) -> str:
    if one.n_min == one.n_max:
        return counted(one.n_min, "independent origin")
    return f"{one.n_min} to {one.n_max} independent origins"


def _references(case: Case, marks: tuple[str, ...]) -> tuple[Reference, ...]:
    places = {source.mark: source_anchor(source.id) for source in case.sources}
    return tuple(Reference(mark, places.get(mark, "")) for mark in marks)
