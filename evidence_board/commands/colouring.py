"""Colouring: cards and frames get one of a few named colours, or none."""

from collections.abc import Sequence

from evidence_board.commands.labels import named
from evidence_board.model.board import Card, Frame
from evidence_board.model.colours import COLOURS
from evidence_board.project.project import Project


def colour(project: Project, ids: Sequence[str], name: str) -> None:
    """Give cards and frames (by id) a colour, as one step; an empty name takes it away."""
    if name and name not in COLOURS:
        raise ValueError(f"There is no colour “{name}”. Choose one of {', '.join(COLOURS)}.")
    laid = [found for id in ids if isinstance(found := project.find(id), (Card, Frame))]
    if not laid:
        raise ValueError("No card is selected. Select one to colour it.")
    what = named(project, [one.id for one in laid])
    label = f"Colour {what} {name}" if name else f"Take colour off {what}"
    with project.transaction(label) as tx:
        for one in laid:
            tx.update(one, colour=name)
