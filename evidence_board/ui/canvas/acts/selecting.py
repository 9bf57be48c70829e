"""Selecting on the board: all, all of a kind, all that share a tag or a colour, what is not."""

from collections.abc import Iterable, Mapping

from evidence_board.analysis.closure import supporters
from evidence_board.analysis.tags import tagged, tags_of
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.ui.canvas.faces import CARD_KINDS, tr
from evidence_board.ui.canvas.workspace import Act, Workspace

_KINDS: Mapping[str, tuple[str, ...]] = {
    "select_claims": ("claim", "hypothesis"),
    "select_sources": ("source", "origin", "actor", "image"),
    "select_excerpts": ("excerpt",),
    "select_notes": ("note", "gap", "indicator"),
}
"""Per action, the kinds of cards that it selects."""


def select_all(space: Workspace) -> None:
    """Select all cards and frames."""
    layout = space.sheet.layout
    space.document.select((*layout.records, *layout.frames))


def select_kind(kinds: Iterable[str]) -> Act:
    """Return the act that selects all cards of some kinds."""
    numbers = {CARD_KINDS.index(kind) for kind in kinds}

    def select(space: Workspace) -> None:
        layout = space.sheet.layout
        pairs = zip(layout.records, layout.kinds.tolist(), strict=True)
        _select(space, [id for id, kind in pairs if kind in numbers])

    return select


def select_lines(space: Workspace) -> None:
    """Select all lines that can be picked."""
    _select(space, [tie.id for tie in space.sheet.layout.lines.ties if tie.selectable])


def select_unfinished(space: Workspace) -> None:
    """Select links and confidences without a reason, and claims that rest on nothing."""
    layout = space.sheet.layout
    links = [tie.id for tie in layout.lines.ties if tie.unreasoned]
    _select(space, [*(id for id in layout.records if _is_unfinished(space, id)), *links])


def select_tagged(space: Workspace) -> None:
    """Select all on the board that has a tag of what is selected."""
    project, layout = space.document.project, space.sheet.layout
    tags = {tag.id: None for id in space.document.selected for tag in tags_of(project, id)}
    if not tags:
        space.document.tell(tr("What is selected has no tag."))
        return
    having = dict.fromkeys(id for tag in tags for id in tagged(project, tag))
    here = (layout.row_of_record, layout.frames)
    space.document.select(id for id in having if any(id in one for one in here))


def select_coloured(space: Workspace) -> None:
    """Select all cards that have the colour of a selected one."""
    layout = space.sheet.layout
    wanted = {_colour(space, layout.ids[row]) for row in space.chosen.cards.tolist()} - {""}
    if not wanted:
        space.document.tell(tr("What is selected has no colour."))
        return
    pairs = zip(layout.records, layout.ids, strict=True)
    space.document.select(id for id, card in pairs if _colour(space, card) in wanted)


def select_others(space: Workspace) -> None:
    """Select the cards and frames that are not selected, and let the others go."""
    layout, selected = space.sheet.layout, set(space.document.selected)
    space.document.select(id for id in (*layout.records, *layout.frames) if id not in selected)


def _select(space: Workspace, ids: list[str]) -> None:
    if ids:
        space.document.select(ids)
    else:
        space.document.tell(tr("There is none on this board."))


def _is_unfinished(space: Workspace, id: str) -> bool:
    record = space.document.project.find(id)
    if not isinstance(record, Claim):
        return False
    project = space.document.project
    said = any(isinstance(one, Assertion) for one in project.referrers(id))
    rests = said or record.kind in ("hypothesis", "assumption") or supporters(project, id)
    return record.unfinished or not rests


def _colour(space: Workspace, card_id: str) -> str:
    card = space.document.project.find(card_id)
    return card.colour if isinstance(card, Card) else ""


SELECTING: Mapping[str, Act] = {
    "select_all": select_all,
    **{id: select_kind(kinds) for id, kinds in _KINDS.items()},
    "select_lines": select_lines,
    "select_unfinished": select_unfinished,
    "select_tagged": select_tagged,
    "select_coloured": select_coloured,
    "select_others": select_others,
}
