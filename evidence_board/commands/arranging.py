"""Arranging what lies on a board: places, sizes, what lies in front, what is locked."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from evidence_board.commands.labels import named
from evidence_board.model.board import Card, Frame
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

NARROWEST, WIDEST, WIDTH_STEP = 192.0, 320.0, 8.0
"""Between which widths a card may be, and in which steps; px at 100 %."""


class Laid(NamedTuple):
    """Where a card or frame (by id) is to lie; None leaves its width or height as it is.

    A card of height 0 follows its text.
    """

    id: str
    x: float
    y: float
    width: float | None = None
    height: float | None = None


def arrange(project: Project, label: str, places: Sequence[Laid]) -> None:
    """Put cards and frames at places, with sizes where they are given, as one step.

    ValueError refuses locked ones; then nothing is moved.
    """
    with project.transaction(label) as tx:
        tx.update_all((_free(tx, place.id), _fields(place)) for place in places)


def stack(project: Project, label: str, layers: Iterable[tuple[str, int]]) -> None:
    """Give cards (by id) other layers; the highest lies in front."""
    with project.transaction(label) as tx:
        tx.update_all((_laid(tx, id), {"layer": layer}) for id, layer in layers)


def lock(project: Project, ids: Sequence[str], *, locked: bool) -> None:
    """Lock cards and frames (by id), so that no gesture moves, resizes or deletes them."""
    verb = "Lock" if locked else "Unlock"
    with project.transaction(f"{verb} {named(project, ids)}") as tx:
        tx.update_all((_laid(tx, id), {"locked": locked}) for id in ids)


def locked_among(project: Project, ids: Iterable[str]) -> tuple[str, ...]:
    """Return which of these cards, frames and records stay: locked, or shown by a locked card."""
    return tuple(id for id in ids if _is_locked(project, id))


def _is_locked(project: Project, id: str) -> bool:
    found = project.find(id)
    if isinstance(found, (Card, Frame)):
        return found.locked
    return any(isinstance(one, Card) and one.locked for one in project.referrers(id))


def _free(tx: Transaction, id: str) -> Card | Frame:
    found = _laid(tx, id)
    if found.locked:
        raise ValueError(f"That {found.noun} is locked. Unlock it to move it.")
    return found


def _fields(place: Laid) -> dict[str, object]:
    """Return the fields that a place gives, those that it leaves as they are left out."""
    fields: dict[str, object] = {"x": place.x, "y": place.y}
    if place.width is not None:
        fields["width"] = place.width
    if place.height is not None:
        fields["height"] = place.height
    return fields


def _laid(tx: Transaction, id: str) -> Card | Frame:
    found = tx.find(id)
    if not isinstance(found, (Card, Frame)):
        raise ValueError("That card is gone. Nothing was changed.")
    return found
