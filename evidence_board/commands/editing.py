"""Editing one record: the fields that the inspector and the board change."""

from typing import TypeVar

from evidence_board.commands import judging
from evidence_board.model.claim import Claim
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project

R = TypeVar("R", bound=Record)


def change(project: Project, record: R, label: str | None = None, /, **fields: object) -> R:
    """Give a record other field values, as one step; ValueError names what is not allowed.

    A bibliographic field of a source keeps the form found in the document as *as given*; a claim
    is graded 1 only where it may be.
    """
    words = label or f"Edit {record.noun} {_names(fields)}"
    now = project.find(record.id)
    if isinstance(now, Source):
        fields = {**fields, **_kept_forms(now, fields)}
    if isinstance(now, Claim) and fields.get("credibility") != now.credibility:
        judging.refuse_unconfirmed(project, now, fields.get("credibility"))
    with project.transaction(words) as tx:
        return tx.update(record, **fields)


def _names(fields: dict[str, object]) -> str:
    return ", ".join(name.replace("_", " ") for name in fields)


def _kept_forms(source: Source, fields: dict[str, object]) -> dict[str, object]:
    """Return `as_given` with the former form of each field that the document itself stated."""
    stated = {
        name: source.plain()[name]
        for name in fields
        if name in source.basis and name not in source.as_given
    }
    return {"as_given": {**source.as_given, **stated}} if stated else {}
