"""Front page: title, key question, times, who made it and for whom."""

from dataclasses import dataclass

from evidence_board.analysis.dates import edtf_words, stamp_words
from evidence_board.brief.case import Case
from evidence_board.brief.values import Part, Row
from evidence_board.model.edtf import sort_key
from evidence_board.model.project_record import ProjectRecord


@dataclass(frozen=True)
class Front(Part):
    """The head of page 1."""

    title: str
    question: str
    exported: str
    facts: tuple[Row, ...]
    distribution: str
    audience: str


def front(case: Case) -> Front:
    """Return the head of the brief; what nobody has stated is left out."""
    project = case.view.record
    facts = (
        Row("Issue", str(case.issue) if case.issue else "draft, not issued"),
        Row("Reports read", reports_read(case)),
        Row("Information cut-off", stamp_words(project.cut_off) or "not stated"),
        Row("Prepared by", case.cut(project.author, 80)),
    )
    return Front(
        case.cut(title_of(project), 140),
        case.cut(project.question.strip(), 240),
        stamp_words(case.at),
        tuple(row for row in facts if row.text),
        case.cut(project.distribution.strip(), 160),
        case.cut(case.plan.audience.strip(), 240),
    )


def title_of(project: ProjectRecord) -> str:
    """Return the title; a brief without one says so."""
    return project.title.strip() or "Untitled project"


def reports_read(case: Case) -> str:
    """Return the span of the publication dates of the sources that are held."""
    dates = sorted(
        (source.published for source in case.sources if source.published and case.held(source.id)),
        key=sort_key,
    )
    if not dates:
        return ""
    first, last = edtf_words(dates[0]), edtf_words(dates[-1])
    return first if first == last else f"{first} to {last}"
