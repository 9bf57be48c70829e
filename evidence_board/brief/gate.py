"""What stands between a project and a good brief, worst first; each point leads to its record."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from evidence_board.analysis.closure import closed
from evidence_board.analysis.origins import origins_of
from evidence_board.analysis.titles import short
from evidence_board.analysis.view import Investigation
from evidence_board.brief import wording
from evidence_board.brief.argument import argument_of
from evidence_board.brief.case import Case, is_altered
from evidence_board.brief.contradictions import open_contradictions
from evidence_board.brief.handling import handling_of
from evidence_board.model.capture import Capture
from evidence_board.model.link import Link
from evidence_board.model.record import Record
from evidence_board.model.scales import MARKINGS

Severity = Literal["held back", "unfinished", "to know"]
ORDER: tuple[Severity, ...] = ("held back", "unfinished", "to know")

NO_QUESTION = "The project states no key question."
NO_JUDGEMENT = "No key judgement yet: write a claim as a judgement and judge its likelihood."


@dataclass(frozen=True)
class OpenPoint:
    """A point in one sentence, and the record to open for it.

    "held back" says that the brief leaves something out until it is done, "unfinished" that a
    reader will miss something, "to know" that it may be left as it is.
    """

    severity: Severity
    sentence: str
    record_id: str


def open_points(
    view: Investigation, altered: frozenset[str] = frozenset()
) -> tuple[OpenPoint, ...]:
    """Return what is open in a project, worst first.

    `altered` are the SHA-256 of stored bytes that were found not to be what was captured.
    """
    counts = closed(view, origins_of(view))
    return points_of(Case(view, at="", origins=counts, state="", tool="", altered=altered))


def points_of(case: Case) -> tuple[OpenPoint, ...]:
    """Return what is open in a case, worst first."""
    found = [
        *_altered(case),
        *_confidences(case),
        *_untraced_judgements(case),
        *_without_answer(case),
        *_links(case),
        *_analyst_claims(case),
        *_grades(case),
        *_contradictions(case),
        *_chains(case),
        *_terms(case),
        *_marking(case),
    ]
    return tuple(sorted(found, key=lambda point: ORDER.index(point.severity)))


def _altered(case: Case) -> Iterator[OpenPoint]:
    for capture in case.view.all(Capture) if case.altered else ():
        source = case.source(capture.source)
        if source is not None and is_altered(case, capture):
            said = (
                f"The stored copy of {source.mark} is not what was captured: its SHA-256 differs."
            )
            yield _point("unfinished", source, said)


def _confidences(case: Case) -> Iterator[OpenPoint]:
    for claim in case.claims:
        if claim.unfinished:
            yield _point("held back", claim, f"{claim.mark} has a confidence without a reason.")


def _untraced_judgements(case: Case) -> Iterator[OpenPoint]:
    for claim in case.key_judgements:
        if not case.traced(claim) and not argument_of(case, claim).supports:
            said = f"{claim.mark} is a key judgement that nothing supports."
            yield _point("unfinished", claim, said)


def _without_answer(case: Case) -> Iterator[OpenPoint]:
    project = case.view.record
    if not project.question.strip():
        yield _point("unfinished", project, NO_QUESTION)
    if not case.key_judgements:
        yield _point("unfinished", project, NO_JUDGEMENT)
    for claim in case.key_judgements:
        if claim.likelihood is None:
            yield _point("unfinished", claim, f"The likelihood of {claim.mark} is not judged.")
        if claim.confidence is None:
            yield _point("unfinished", claim, f"The confidence in {claim.mark} is not judged.")


def _links(case: Case) -> Iterator[OpenPoint]:
    for link in case.view.all(Link):
        if not link.reason.strip():
            yield _point("unfinished", link, f"The link “{link_words(case, link)}” has no reason.")


def link_words(case: Case, link: Link) -> str:
    """Return a link in marks and words, such as "C2 supports C1"."""
    start = case.claim(link.from_id)
    end = case.claim(link.to_id)
    attacked = case.link(link.to_id)
    if attacked is not None:
        onto = f"the step {link_words(case, attacked)}"
    else:
        onto = end.mark if end else "?"
    return f"{start.mark if start else '?'} {link.type} {onto}"


def _analyst_claims(case: Case) -> Iterator[OpenPoint]:
    for claim in case.claims:
        if claim.kind == "reported" and not case.traced(claim):
            said = f"{claim.mark} is tied to no words of a source and is marked {wording.ANALYST}."
            yield _point("unfinished", claim, said)


def _grades(case: Case) -> Iterator[OpenPoint]:
    for claim in case.claims:
        count = case.origins.get(claim.id)
        if claim.credibility == "1" and (count is None or count.n_min < 2):
            said = f"{claim.mark} is graded 1, but a second independent origin is not recorded."
            yield _point("unfinished", claim, said)
    for source in case.sources:
        if source.reliability is None:
            yield _point(
                "to know", source, f"{source.mark} {short(source.name, 40)} is not graded."
            )


def _contradictions(case: Case) -> Iterator[OpenPoint]:
    for pair in open_contradictions(case):
        marks = f"{pair.one.claim.mark} and {pair.other.claim.mark}"
        said = f"The contradiction between {marks} is open."
        yield OpenPoint("unfinished", said, pair.record_id)


def _chains(case: Case) -> Iterator[OpenPoint]:
    for claim in case.claims:
        open_chains = [one for one in case.assertions.get(claim.id, ()) if not one.chain]
        if open_chains:
            number = wording.counted(len(open_chains), "statement")
            verb = "has" if len(open_chains) == 1 else "have"
            said = f"{claim.mark}: {number} {verb} no origin traced."
            yield _point("to know", claim, said)


def _terms(case: Case) -> Iterator[OpenPoint]:
    for claim in case.claims:
        if claim.likelihood is not None and case.scale.term(claim.likelihood) is None:
            said = (
                f"“{claim.likelihood}” of {claim.mark} is no term of the {case.scale.name} scale."
            )
            yield _point("unfinished", claim, said)


def _marking(case: Case) -> Iterator[OpenPoint]:
    project, strictest = case.view.record, handling_of(case.view)
    if strictest.label != project.tlp:
        own = MARKINGS[project.tlp].label
        said = f"The brief is marked {strictest.label}, stricter than the project's {own}."
        yield _point("to know", project, said)


def _point(severity: Severity, record: Record, sentence: str) -> OpenPoint:
    return OpenPoint(severity, sentence, record.id)
