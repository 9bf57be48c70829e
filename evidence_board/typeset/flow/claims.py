"""Claims in full: judgement, evidence, argument; key judgements, then all others."""

from collections.abc import Iterator, Sequence

from evidence_board.brief.argument import Step
from evidence_board.brief.entries import ClaimEntry
from evidence_board.brief.parts.key_claims import KeyClaims
from evidence_board.brief.parts.other_claims import OtherClaims
from evidence_board.brief.statements import Statement
from evidence_board.typeset.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    Line,
    Paragraph,
    Run,
    Table,
    foreign,
    joined,
    said,
)
from evidence_board.typeset.flow.words import (
    badge,
    confidence,
    grade,
    likelihood,
    mark,
    minor,
    or_missing,
    section,
    sentence,
)


def key_claims(part: KeyClaims) -> Iterator[Block]:
    """Yield each key judgement in full."""
    for place, entry in enumerate(part.entries, 1):
        yield Heading(1, foreign(entry.heading), entry.anchor)
        yield Paragraph(said(f"Key judgement {place}. {entry.kind}. {entry.mark}"), "quiet")
        yield from _strip(entry)
        yield Paragraph(sentence(entry.standing or entry.sentence), "lead")
        yield from _words(entry.likelihood_reason, entry.confidence_sentence)
        yield from _facts(entry)
        yield from _related(entry)
        yield from _evidence(entry, quiet=False)
        if entry.watch:
            yield minor("What would change our mind")
            yield Facts(tuple((row.name, foreign(row.text)) for row in entry.watch))


def other_claims(part: OtherClaims) -> Iterator[Block]:
    """Yield every claim that is no key judgement."""
    yield section("Claims behind the judgements")
    for entry in part.entries:
        title = (*said(f"{entry.mark} "), *foreign(entry.heading))
        yield Heading(2, title, entry.anchor)
        yield Paragraph(_signs(entry), "quiet")
        yield Paragraph(sentence(entry.standing or entry.sentence))
        if entry.assessed is not None:
            yield Paragraph(sentence(entry.assessed))
        if entry.likelihood is not None:
            yield from _words(entry.confidence_sentence)
        yield from _words(entry.likelihood_reason, entry.credibility_reason)
        yield from _facts(entry)
        yield from _related(entry)
        yield from _evidence(entry, quiet=True)


def _strip(entry: ClaimEntry) -> Iterator[Block]:
    rows: list[tuple[str, Line]] = []
    if entry.kind != "Reported" or entry.likelihood is not None:
        rows.append(("Likelihood", likelihood(entry.likelihood)))
    if entry.confidence_sentence:
        held = confidence(entry.confidence, held_back=entry.held_back, named=False)
        rows.append(("Confidence", held))
    rows.append(("Independent origins", badge(entry.origins)))
    if entry.single_points:
        rows.append(("Falls if this falls", foreign(", ".join(entry.single_points))))
    yield Facts(tuple(rows))


def _signs(entry: ClaimEntry) -> Line:
    found = [said(entry.kind)]
    if entry.analyst:
        found.append(said("analyst", "quoted"))
    found.append(badge(entry.origins))
    if entry.likelihood is not None:
        found.append(likelihood(entry.likelihood))
    elif entry.credibility:
        found.append(said(f"information {entry.credibility}"))
    if entry.held_back or entry.confidence:
        found.append(confidence(entry.confidence, held_back=entry.held_back))
    return joined(found, " · ")


def _words(*texts: str) -> Iterator[Block]:
    yield from (Paragraph(foreign(text)) for text in texts if text)


def _facts(entry: ClaimEntry) -> Iterator[Block]:
    if entry.facts:
        told = " · ".join(f"{fact.name}: {fact.text}" for fact in entry.facts)
        yield Paragraph(foreign(told), "quiet")


def _evidence(entry: ClaimEntry, *, quiet: bool) -> Iterator[Block]:
    level = 3 if quiet else 2
    if entry.statements:
        if not quiet:
            yield minor("Evidence in its own words")
        header = ("", "Source", "Grade", "What it says", "Route to the origin")
        rows = tuple(map(_statement, entry.statements))
        yield Table(f"Evidence for {entry.mark}", header, rows, (6, 22, 9, 40, 23))
    argument = entry.argument
    yield from _steps("What supports it", argument.supports, entry.mark, level)
    yield from _steps("What contradicts it", argument.contradicts, entry.mark, level)
    if not quiet and not argument.contradicts:
        yield Paragraph(said("Against: no claim here contradicts it."), "quiet")
    yield from _steps("What it takes for granted", argument.assumptions, entry.mark, level)


def _statement(row: Statement) -> tuple[Cell, ...]:
    words = foreign(row.words, "quoted") or said("not tied to words", "quiet")
    remarks = foreign("; ".join(row.remarks), "quiet")
    name = (Run(row.name, "strong", to=row.source.to, foreign=True),)
    return (
        (mark(row.endnote) if row.endnote else said("–"),),
        (name, said(f"{row.source.mark}, {row.published}", "quiet")),
        (grade(row.grade),),
        (words, remarks) if remarks else (words,),
        (foreign(row.route),),
    )


def _steps(title: str, rows: Sequence[Step], of: str, level: int) -> Iterator[Block]:
    if rows:
        yield minor(title, level)
        header = ("", "Claim", "How it stands", "Reason for the link")
        yield Table(f"{title}: {of}", header, tuple(map(_step, rows)), (8, 48, 18, 26))


def _step(row: Step) -> tuple[Cell, ...]:
    reason: list[Line] = [or_missing(row.reason, "no reason written")]
    if row.weight != "moderate":
        reason.append(said(f"{row.weight} link", "quiet"))
    if row.with_others:
        reason.append(said(f"only together with {row.with_others}", "quiet"))
    claim = (foreign(row.text), *map(_undercut, row.undercut_by))
    return (mark(row.claim),), claim, (said(row.standing),), tuple(reason)


def _undercut(one: Step) -> Line:
    reason = f" Reason: {one.reason}" if one.reason else " No reason is written."
    words = foreign(f": {one.text}{reason}", "quiet")
    return (*said("Step undercut by ", "quiet"), *mark(one.claim), *words)


def _related(entry: ClaimEntry) -> Iterator[Block]:
    """Yield what belongs to the claim and what it serves, in one line."""
    lines = [(*mark(one.claim), *said(f" {one.word} it.")) for one in entry.argument.related]
    serves = [_serving(row) for row in entry.argument.serves]
    if serves:
        *first, last = serves
        before = (*joined(first, ", "), *said(" and ")) if first else ()
        lines.append((*said("It "), *before, *last, *said(".")))
    if lines:
        yield Paragraph(joined(lines, " "), "quiet")


def _serving(row: Step) -> Line:
    if row.word == "undercuts the step":
        return said(f"undercuts the step {row.text}")
    return (*said(f"{row.word} "), *mark(row.claim))
