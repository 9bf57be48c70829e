"""Taking cards, lines and frames away."""

from collections.abc import Mapping

from evidence_board.commands import arranging, removal
from evidence_board.ui.canvas.chosen import chosen_on
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.tools.carried import tell_locked
from evidence_board.ui.canvas.workspace import Act, Workspace


def delete(space: Workspace) -> None:
    """Remove what is selected; a card only where its record lies on another board too.

    Locked cards stay.
    """
    chosen = space.chosen
    locked = arranging.locked_among(space.document.project, chosen.ids)
    if locked:
        tell_locked(space, len(locked), alone=len(locked) == len(chosen.ids))
        chosen = chosen_on(space.sheet, tuple(id for id in chosen.ids if id not in locked))
    layout = space.sheet.layout
    cards = [layout.ids[row] for row in chosen.cards.tolist()]
    elsewhere = [id for id in cards if _shown_elsewhere(space, id)]
    if elsewhere and len(elsewhere) == len(chosen.ids):
        space.document.act(removal.unpin, elsewhere)
        return
    kept = {layout.records[layout.row_of_card[id]] for id in elsewhere}
    going = tuple(id for id in chosen.ids if id not in kept)
    known = (*layout.row_of_record, *layout.lines.row_of, *layout.frames)
    going = tuple(id for id in going if id in known)
    if going and space.document.act(removal.remove, going) is not None:
        space.document.tell(_gone(space, len(going)), undo=True)


def _shown_elsewhere(space: Workspace, card_id: str) -> bool:
    """Whether the record of a card has a card on another board."""
    project = space.document.project
    record = space.sheet.layout.records[space.sheet.layout.row_of_card[card_id]]
    cards = (one for one in project.referrers(record) if one.table == "card")
    return any(one.id != card_id for one in cards)


def _gone(space: Workspace, count: int) -> str:
    label = space.document.project.undo_label
    return label or tr("{0} records deleted").format(count)


REMOVING: Mapping[str, Act] = {"delete": delete}
