"""Suggestions as plain values, as `suggest --json` prints them."""

from evidence_board.suggest.suggestion import (
    Attribution,
    Bibliographic,
    Citation,
    DateMention,
    Difference,
    Hedge,
    Quantity,
    Reuse,
    Span,
    Suggestion,
)


def plain_values(source: str, one: Suggestion) -> dict[str, object]:
    """Return a suggestion of a source (its id) as plain values."""
    head: dict[str, object] = {"kind": one.kind, "source": source, **plain_span(one.span)}
    return {**head, "reason": one.reason, **_of_kind(one)}


def plain_span(span: Span) -> dict[str, object]:
    """Return a span as start, end and exact words."""
    return {"start": span.start, "end": span.end, "exact": span.exact}


def _of_kind(one: Suggestion) -> dict[str, object]:
    if isinstance(one, Attribution):
        return _attribution(one)
    if isinstance(one, Reuse):
        return _reuse(one)
    if isinstance(one, Difference):
        other = {"source": one.other_source, **plain_span(one.other)}
        excerpts = {"excerpt": one.excerpt, "other_excerpt": one.other_excerpt}
        return {"other": other, "verdict": one.verdict, "about": one.about, **excerpts}
    if isinstance(one, Bibliographic):
        value = list(one.value) if isinstance(one.value, tuple) else one.value
        return {"field": one.field, "value": value, "basis": one.basis}
    if isinstance(one, Hedge):
        return {"class": one.hedge_class, "factuality": one.factuality}
    if isinstance(one, Quantity):
        return {
            **{"value": one.value, "low": one.low, "high": one.high},
            **{"unit": one.unit, "comparator": one.comparator},
        }
    if isinstance(one, DateMention):
        return {"edtf": one.edtf, "role": one.role}
    assert isinstance(one, Citation)
    return {"to_name": one.to_name, "type": one.type}


def _attribution(one: Attribution) -> dict[str, object]:
    return {
        "speaker": one.speaker,
        "cue": plain_span(one.cue),
        "content": plain_span(one.content),
        "chain": list(one.chain),
        "as_given": one.as_given,
        "more": [plain_span(span) for span in one.more],
        "mode": one.mode,
        "denial": one.denial,
        "origin_kind": one.origin_kind,
        "affiliation": one.affiliation,
    }


def _reuse(one: Reuse) -> dict[str, object]:
    return {
        "other": {"source": one.other_source, **plain_span(one.other)},
        "tokens": one.tokens,
        "longest_run": one.longest_run,
        "verbatim": one.verbatim,
        "in_quotes": one.in_quotes,
        "quoted_here": one.quoted_here,
        "quoted_there": one.quoted_there,
    }
