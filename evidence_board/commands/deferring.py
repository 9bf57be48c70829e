"""Setting aside what a check found, with the reason, and taking it up again."""

from evidence_board.model.deferral import Deferral
from evidence_board.project.project import Project


def defer(project: Project, warning: str, record: str, reason: str) -> Deferral:
    """Set a finding aside, by what it is known by and the record it is about, as one step.

    Set aside already, it gets the new reason. ValueError where there is none.
    """
    if not reason.strip():
        raise ValueError("Nothing is set aside without a reason. Write why it can wait.")
    held = of(project, warning)
    with project.transaction("Set finding aside") as tx:
        if held is not None:
            return tx.update(held, reason=reason.strip())
        made = {"made_at": project.now(), "made_by": project.author}
        fields = {"warning": warning, "record": record, "reason": reason.strip(), **made}
        return tx.add(Deferral.validated(fields))


def take_up(project: Project, deferral: Deferral) -> None:
    """Take a finding up again that was set aside, as one step."""
    with project.transaction("Take finding up again") as tx:
        tx.remove(deferral)


def of(project: Project, warning: str) -> Deferral | None:
    """Return by which record a finding is set aside; None if it is not."""
    return next((one for one in project.all(Deferral) if one.warning == warning), None)
