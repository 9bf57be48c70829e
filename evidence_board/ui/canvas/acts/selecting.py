"""Selecting on the board."""

from collections.abc import Mapping

from evidence_board.ui.canvas.workspace import Act, Workspace


def select_all(space: Workspace) -> None:
    """Select all cards and frames."""
    layout = space.sheet.layout
    space.document.select((*layout.records, *layout.frames))


SELECTING: Mapping[str, Act] = {"select_all": select_all}
