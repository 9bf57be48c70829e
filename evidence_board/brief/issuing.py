"""What a numbered issue keeps of a brief: how it was, of which state, how the judgements stood."""

from evidence_board.analysis.view import Investigation
from evidence_board.brief.case import Case
from evidence_board.brief.handling import handling_of
from evidence_board.brief.plan import chosen, plan_of
from evidence_board.brief.standing import standings, to_keep
from evidence_board.brief.state import state_hash
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.issue import Issue

NOT_WRITTEN = "0" * 64
"""The SHA-256 of an issue whose file is still to be written."""


def issue_of(
    view: Investigation,
    *,
    number: int,
    at: str,
    by: str = "",
    form: str = "pdf",
    plan: BriefPlan | None = None,
) -> Issue:
    """Return the issue that a brief of this number and time would be, before it is written."""
    plan = plan or plan_of(view)
    state = state_hash(view)
    case = Case(view, at=at, state=state, tool="", plan=plan, issue=number)
    return Issue.model_validate(
        {
            "number": number,
            "issued_at": at,
            "issued_by": by,
            "form": form,
            "sha256": NOT_WRITTEN,
            "state_hash": state,
            "tlp": handling_of(view).label,
            "parts": chosen(plan),
            "depth": plan.depth,
            "paper": plan.paper,
            "audience": plan.audience,
            "distribution": view.record.distribution,
            "judgements": to_keep(standings(case)),
        }
    )
