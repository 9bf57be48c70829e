"""What stands between a project and a good brief, worst first; each point leads to its record.

These are the findings of the rules, which the window lists too, and what only concerns a brief.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from evidence_board.analysis.lineage import Ground
from evidence_board.analysis.origins import Origins
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.finding import ORDER as ORDER
from evidence_board.analysis.warnings.finding import Finding, Severity
from evidence_board.analysis.warnings.inquiry import Inquiry, Known
from evidence_board.analysis.warnings.survey import survey
from evidence_board.brief.case import Case
from evidence_board.brief.handling import handling_of
from evidence_board.brief.in_columns import InColumns
from evidence_board.brief.wording import ended
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.scales import MARKINGS


@dataclass(frozen=True)
class OpenPoint:
    """A point in one sentence, and the record to open for it.

    `severity` is that of its rule: "broken" does not hold, "held back" is left out of the brief
    until it is done, "doubtful" claims more than it rests on, "unfinished" is what a reader will
    miss, "to know" may be left as it is. `left` says why a person set it aside, empty where nobody
    did; `kind` is the rule that found it.
    """

    severity: Severity
    sentence: str
    record_id: str
    left: str = ""
    kind: str = ""


class _Counts:
    """The counts of a case, for rules that ask for those of a claim."""

    def __init__(self, case: Case) -> None:
        self._case = case

    @property
    def ground(self) -> Ground:
        """What the counts of all claims share."""
        return self._case.ground

    def origins(self, claim: Claim) -> Origins:
        """Return what a claim rests on, a judgement closed over its support."""
        return self._case.origins[claim.id]


def open_points(
    view: Investigation,
    altered: frozenset[str] = frozenset(),
    text_of: Callable[[Capture], str] | None = None,
) -> tuple[OpenPoint, ...]:
    """Return what is open in a project, worst first, without what a person set aside.

    `altered` are the SHA-256 of stored bytes that were found not to be what was captured; with
    `text_of` excerpts are looked for in their texts.
    """
    case = Case(view, at="", state="", tool="", altered=altered)
    return tuple(point for point in points_of(case, text_of) if not point.left)


def points_of(case: Case, text_of: Callable[[Capture], str] | None = None) -> tuple[OpenPoint, ...]:
    """Return what is open in a case, worst first, then what a person set aside with the reason."""
    view = InColumns(case.view)
    known = Known(_Counts(case))
    inquiry = Inquiry(
        view, altered=case.altered, text_of=text_of, known=known, orphaned=case.orphaned
    )
    aside = {one.warning: one for one in view.all(Deferral)}
    found = [_told(view, one, aside.get(one.id)) for one in survey(inquiry)]
    found += _marking(case)
    return tuple(sorted(found, key=lambda one: (one.left != "", ORDER.index(one.severity))))


def _told(view: InColumns, finding: Finding, aside: Deferral | None) -> OpenPoint:
    left = ended(aside.reason.strip() or "No reason is written") if aside is not None else ""
    sentence = rules.sentence(view, finding)
    return OpenPoint(rules.severity(finding), sentence, finding.records[0], left, finding.kind)


def _marking(case: Case) -> Iterator[OpenPoint]:
    project, strictest = case.view.record, handling_of(case.view)
    if strictest.label != project.tlp:
        own = MARKINGS[project.tlp].label
        said = f"The brief is marked {strictest.label}, stricter than the project's {own}."
        yield OpenPoint("to know", said, project.id, kind="marking")
