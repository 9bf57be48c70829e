"""Colouring what is selected."""

from collections.abc import Mapping

from evidence_board.commands import colouring
from evidence_board.model.colours import COLOURS
from evidence_board.ui.canvas.workspace import Act, Workspace


def colour(name: str) -> Act:
    """Return the act that gives what is selected a colour, or none."""

    def give(space: Workspace) -> None:
        layout, chosen = space.sheet.layout, space.chosen
        cards = [layout.ids[row] for row in chosen.cards.tolist()]
        space.document.act(colouring.colour, [*cards, *chosen.frames], name)

    return give


COLOURING: Mapping[str, Act] = {
    "colour_none": colour(""),
    **{f"colour_{name}": colour(name) for name in COLOURS},
}
