"""What the start window keeps of a project: its thumbnail and its counts."""

from collections.abc import Iterator, Mapping
from math import ceil

from evidence_board.model.board import Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui import pictures
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.pictures import Block
from evidence_board.ui.settings import Recent, SettingsFile

_USUAL_HEIGHT = 96.0
_MOST = 2_000
"""As many cards as a thumbnail can tell apart."""
_LOOKS: Mapping[type[Record], tuple[str, ...]] = {
    Claim: ("kind",),
    Source: ("kind", "origin_kind"),
    Excerpt: (),
    Note: ("kind",),
}
"""What the colour of a card follows from, by the kind of its record."""


def remember(project: Project, board_id: str, settings: SettingsFile) -> None:
    """Put the project first among the recent ones, with its thumbnail."""
    path = str(project.path.absolute())
    (captured,) = project.columns(Capture, "source")
    ids, origins = project.columns(Source, "id", "origin_kind")
    held, named = set(captured), [one is not None for one in origins]
    sources = [id in held or not origin for id, origin in zip(ids, named, strict=True)]
    settings.remember(
        Recent(
            path=path,
            title=project.record.title,
            opened_at=project.now(),
            cards=project.count(Card),
            sources=sum(sources),
            origins=sum(named),
        )
    )
    pictures.keep(settings.folder, path, pictures.draw(blocks_of(project, board_id)))


def blocks_of(project: Project, board_id: str) -> Iterator[Block]:
    """Yield the cards and frames of a board as blocks; of very many cards some, but larger."""
    for frame in project.all(Frame):
        if frame.board == board_id:
            yield Block(frame.x, frame.y, frame.width, frame.height, "border.strong", True)
    names = ("board", "record", "x", "y", "width", "height")
    cards = [one for one in zip(*project.columns(Card, *names), strict=True) if one[0] == board_id]
    step = ceil(len(cards) / _MOST) or 1
    some = cards[::step]
    tokens = _tokens(project, {record for _, record, *_ in some})
    for _, record, *box in some:
        token = tokens.get(record)
        if token is not None:
            x, y, width, height = map(_number, box)
            wide, high = width * step**0.5, (height or _USUAL_HEIGHT) * step**0.5
            yield Block(x, y, wide, high, token)


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return value


def _tokens(project: Project, wanted: set[object]) -> dict[object, str]:
    """Return the colours of records that have cards; all of one look have the same."""
    found: dict[object, str] = {}
    for kind, names in _LOOKS.items():
        ids, *looks = project.columns(kind, "id", *names)
        known: dict[tuple[object, ...], str] = {}
        for id, *look in zip(ids, *looks, strict=True):
            if id not in wanted:
                continue
            token = known.get(tuple(look))
            if token is None:
                token = known[tuple(look)] = kind_icon(project.get(kind, str(id)))[1]
            found[id] = token
    return found
