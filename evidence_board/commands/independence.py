"""Judging whether two origins are independent: shared, assumed or shown, each with its reason."""

from evidence_board.analysis.lineage import Ground, ground_of
from evidence_board.analysis.titles import origin_named
from evidence_board.analysis.verdicts import counted_as
from evidence_board.commands import groups
from evidence_board.model.independence import IndependenceTerm, IndependenceVerdict, Relation
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project

_LONGEST = 200


def judge(
    project: Project, one: str, other: str, verdict: Relation, reason: str, name: str = ""
) -> IndependenceVerdict | OriginGroup:
    """Judge two origins, as one step; ids of sources or of origin groups.

    What is shared becomes one group, under a name. ValueError says what is missing.
    """
    ground = ground_of(project)
    ends = [counted_as(id, ground) for id in (one, other)]
    if ends[0] == ends[1]:
        raise ValueError("They count as one origin. Count them apart first, then judge the two.")
    if not reason.strip():
        raise ValueError(
            "A verdict on independence needs its reason. Write in one line on what it rests."
        )
    if verdict == "shared":
        label = name.strip() or _both(project, ends)
        members = [_member(project, id) for id in ends]
        return groups.merge(project, members, label, reason)
    return _apart(project, ends, verdict, reason.strip(), ground)


def take_back(project: Project, one: str, other: str) -> None:
    """Take the verdict on two origins back, as one step: they are not judged then."""
    held = _held(project, frozenset((one, other)), ground_of(project))
    if not held:
        raise ValueError("These two are not judged. Nothing is to be taken back.")
    with project.transaction("Take verdict on independence back") as tx:
        for record in held:
            tx.remove(record)


def _apart(
    project: Project, ends: list[str], verdict: IndependenceTerm, reason: str, ground: Ground
) -> IndependenceVerdict:
    held = _held(project, frozenset(ends), ground)
    made = {"made_at": project.now(), "made_by": project.author}
    fields = {"one": ends[0], "other": ends[1], "verdict": verdict, "reason": reason, **made}
    with project.transaction("Judge independence") as tx:
        for record in held[1:]:
            tx.remove(record)
        if held:
            return tx.update(held[0], **fields)
        return tx.add(IndependenceVerdict.validated(fields))


def _held(
    project: Project, ends: frozenset[str], ground: Ground
) -> tuple[IndependenceVerdict, ...]:
    """Return the verdicts on two origins, as they are counted."""
    asked = {counted_as(id, ground) for id in ends}
    return tuple(
        one
        for one in project.all(IndependenceVerdict)
        if {counted_as(one.one, ground), counted_as(one.other, ground)} == asked
    )


def _member(project: Project, id: str) -> str:
    """Return a source of a group, by which all of it is merged; of a source itself."""
    members = (one for one in project.referrers(id) if isinstance(one, Source) and one.group == id)
    return next((one.id for one in members), id)


def _both(project: Project, ends: list[str]) -> str:
    names = (origin_named(id, project)[:_LONGEST] for id in ends)
    return " and ".join(names)
