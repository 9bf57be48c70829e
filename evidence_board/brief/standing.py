"""How the key judgements stand: what an issue keeps of them, for the next one to compare."""

from dataclasses import dataclass

from pydantic import JsonValue

from evidence_board.analysis.closure import passed_by
from evidence_board.brief import wording
from evidence_board.brief.case import Case
from evidence_board.model.claim import Claim
from evidence_board.model.issue import Issue

MOST = 100
"""So many key judgements are kept of an issue at most, and so many characters of each text."""

_TEXT = 400


@dataclass(frozen=True)
class Standing:
    """One key judgement at one time.

    `range` is that of the likelihood in per cent, `sources` are the marks of the sources that carry
    it or what supports it. An empty likelihood or confidence is one that was not judged.
    """

    place: int
    mark: str
    text: str
    likelihood: str
    range: tuple[float, float] | None
    confidence: str
    files: int
    n_min: int
    n_max: int
    sources: tuple[str, ...]


def standings(case: Case) -> dict[str, Standing]:
    """Return how each key judgement stands, by the id of its claim, in their order."""
    claims = enumerate(case.key_judgements[:MOST], 1)
    return {claim.id: _standing(case, place, claim) for place, claim in claims}


def kept(issue: Issue) -> dict[str, Standing]:
    """Return how the judgements stood at an issue, by claim id, in their order then."""
    found = {id: _read(held) for id, held in issue.judgements.items() if isinstance(held, dict)}
    return dict(sorted(found.items(), key=lambda pair: pair[1].place))


def to_keep(held: dict[str, Standing]) -> dict[str, JsonValue]:
    """Return standings as the plain values that an issue keeps."""
    return {id: _written(one) for id, one in held.items()}


def _standing(case: Case, place: int, claim: Claim) -> Standing:
    count = case.origins.get(claim.id)
    return Standing(
        place,
        claim.mark,
        wording.short(claim.text, _TEXT),
        claim.likelihood or "",
        claim.likelihood_range,
        "" if claim.unfinished else claim.confidence or "",
        count.files if count else 0,
        count.n_min if count else 0,
        count.n_max if count else 0,
        _sources(case, claim),
    )


def _sources(case: Case, claim: Claim) -> tuple[str, ...]:
    """Return the marks of the sources that carry a claim or what supports it, by number."""
    passed, _ = passed_by(case.view, claim.id, case.ground)
    ids = {said.source for one in passed for said in case.assertions.get(one, ())}
    return tuple(source.mark for source in case.sources if source.id in ids)


def _written(one: Standing) -> JsonValue:
    held: dict[str, JsonValue] = {
        "place": one.place,
        "mark": one.mark,
        "text": one.text,
        "likelihood": one.likelihood,
        "range": None if one.range is None else [one.range[0], one.range[1]],
        "confidence": one.confidence,
        "files": one.files,
        "n_min": one.n_min,
        "n_max": one.n_max,
        "sources": list(one.sources),
    }
    return held


def _read(held: dict[str, JsonValue]) -> Standing:
    """Return a standing; what an imported issue does not say is taken for nothing."""
    return Standing(
        _number(held.get("place")),
        _text(held.get("mark")),
        _text(held.get("text")),
        _text(held.get("likelihood")),
        _range(held.get("range")),
        _text(held.get("confidence")),
        _number(held.get("files")),
        _number(held.get("n_min")),
        _number(held.get("n_max")),
        _marks(held.get("sources")),
    )


def _text(value: JsonValue) -> str:
    return value if isinstance(value, str) else ""


def _number(value: JsonValue) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else 0


def _range(value: JsonValue) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) != 2:
        return None
    low, high = value
    if isinstance(low, int | float) and isinstance(high, int | float):
        return float(low), float(high)
    return None


def _marks(value: JsonValue) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
