"""A new card together with the line that ties it to another one, as one step."""

from typing import Literal

from evidence_board.commands import claims, placing
from evidence_board.commands.line_rules import Line
from evidence_board.commands.links import drawn
from evidence_board.model.claim import Claim
from evidence_board.model.link_types import BY_KEY, LinkType, types_between
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

NewKind = Literal["claim", "source", "note"]
ABOUT = "about"
"""In place of a type: the line from a note to the claim that it is about."""


def kinds_for(start: Record) -> tuple[NewKind, ...]:
    """Return what a new card may be that is linked to a record, the likeliest first."""
    if isinstance(start, Claim):
        return "claim", "source", "note"
    return ("claim", "source") if isinstance(start, Source) else ()


def types_to(start: Record, kind: NewKind) -> tuple[tuple[LinkType, ...], bool]:
    """Return the types that fit to a new card, and whether they run from it to the start."""
    forward = types_between(start.table, kind)
    return (forward, False) if forward else (types_between(kind, start.table), True)


def add(
    project: Project,
    start_id: str,
    kind: NewKind,
    words: str,
    type_key: str,
    *,
    towards: bool = False,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> Record:
    """Make a claim, source or note with its card and the line from the start to it.

    ``towards`` draws the line from the new card to the start; a note is about the start.
    """
    start = project.find(start_id)
    if start is None:
        raise ValueError("The card to link to is gone. Nothing was made.")
    if not words.strip():
        raise ValueError("A new card needs words. Write what it says.")
    _refuse_kind(start, kind, type_key, towards=towards)
    with project.transaction(_label(kind, type_key)) as tx:
        made = _made(tx, project, kind, words.strip(), start_id)
        placing.put(tx, made.id, board, x, y)
        if kind != "note":
            tx.add(_line(type_key, start_id, made.id, towards=towards))
    return made


def _refuse_kind(start: Record, kind: NewKind, type_key: str, *, towards: bool) -> None:
    if kind == "note":
        if not isinstance(start, Claim):
            raise ValueError("A note can only be about a claim. Choose a claim.")
        return
    ends = (kind, start.table) if towards else (start.table, kind)
    if BY_KEY[type_key] not in types_between(*ends):
        word = BY_KEY[type_key].word
        raise ValueError(f"A {ends[0]} cannot be drawn as “{word}” to a {ends[1]}.")


def _label(kind: NewKind, type_key: str) -> str:
    if kind == "note":
        return "Write note about claim"
    return f"Add {kind} and link: {BY_KEY[type_key].word}"


def _made(tx: Transaction, project: Project, kind: NewKind, words: str, start: str) -> Record:
    if kind == "claim":
        return claims.new(tx, project, words, "judgement")
    if kind == "source":
        return tx.add(Source(publisher=words))
    return tx.add(Note(text=words, about=start))


def _line(type_key: str, start: str, made: str, *, towards: bool) -> Line:
    ends = (made, start) if towards else (start, made)
    return drawn(BY_KEY[type_key], *ends, "")
