"""What the start window keeps of a project: its thumbnail and its counts."""

from collections.abc import Iterator

from evidence_board.model.board import Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui import pictures
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.pictures import Block
from evidence_board.ui.settings import Recent, SettingsFile

_USUAL_HEIGHT = 96.0


def remember(project: Project, board_id: str, settings: SettingsFile) -> None:
    """Put the project first among the recent ones, with its thumbnail."""
    path = str(project.path.absolute())
    held = {one.source for one in project.all(Capture)}
    sources = project.all(Source)
    settings.remember(
        Recent(
            path=path,
            title=project.record.title,
            opened_at=project.now(),
            cards=len(project.all(Card)),
            sources=len([one for one in sources if one.origin_kind is None or one.id in held]),
            origins=len([one for one in sources if one.origin_kind is not None]),
        )
    )
    pictures.keep(settings.folder, path, pictures.draw(blocks_of(project, board_id)))


def blocks_of(project: Project, board_id: str) -> Iterator[Block]:
    """Yield the cards and frames of a board as blocks."""
    for frame in project.all(Frame):
        if frame.board == board_id:
            yield Block(frame.x, frame.y, frame.width, frame.height, "border.strong", True)
    for card in project.all(Card):
        record = project.find(card.record)
        if card.board == board_id and record is not None:
            token = kind_icon(record)[1]
            yield Block(card.x, card.y, card.width, card.height or _USUAL_HEIGHT, token)
