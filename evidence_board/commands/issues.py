"""What is open in a project: findings of the checks, with those that were set aside told apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_board.analysis.warnings.finding import Finding
from evidence_board.analysis.warnings.inquiry import Inquiry, Known
from evidence_board.analysis.warnings.survey import surveying
from evidence_board.model.deferral import Deferral
from evidence_board.model.link import Link
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Issues:
    """Findings, worst first; `aside` those of them that a person set aside, with the record."""

    open: tuple[Finding, ...] = ()
    aside: tuple[tuple[Finding, Deferral], ...] = ()


def gathering(
    project: Project, altered: frozenset[str] = frozenset(), known: Known | None = None
) -> Iterator[Issues | None]:
    """Yield nothing again and again while the rules look, then what is open.

    It holds only if nothing changes in between. `altered` are the SHA-256 of stored bytes that
    were found not to be what was captured.
    """
    inquiry = Inquiry(project, altered=altered, text_of=project.text, known=known)
    found: tuple[Finding, ...] = ()
    for step in surveying(inquiry):
        found = step
        yield None
    deferred = {one.warning: one for one in project.all(Deferral)}
    if not deferred:
        yield Issues(found)
        return
    ids = [(one, deferred.get(one.id)) for one in found]
    aside = tuple((one, by) for one, by in ids if by is not None)
    yield Issues(tuple(one for one, by in ids if by is None), aside)


def closes_loop(project: Project, link: Link) -> bool:
    """Whether the end of a support supports its start in turn, however far along."""
    seen = {link.to_id}
    for one in (ahead := [link.to_id]):
        for further in project.referrers(one):
            if isinstance(further, Link) and (further.type, further.from_id) == ("supports", one):
                if further.to_id == link.from_id:
                    return True
                if further.to_id not in seen:
                    seen.add(further.to_id)
                    ahead.append(further.to_id)
    return False


def gathered(project: Project, altered: frozenset[str] = frozenset()) -> Issues:
    """Return what is open in a project."""
    *_, found = gathering(project, altered)
    return found or Issues()
