"""A sheet of the board in pt, ready to be drawn: frames, lines, cards, what lies elsewhere."""

from dataclasses import dataclass

from evidence_board.brief.figure_cards import Face, FigureCard
from evidence_board.brief.parts.boards import BoardFigure
from evidence_board.brief.wording import counted, short
from evidence_board.typeset.cards import Box
from evidence_board.typeset.fitting import fitted, title_on
from evidence_board.typeset.lines import Line, lines_of
from evidence_board.typeset.sheets import ROOMS, Room, Sheet, sheets_of


@dataclass(frozen=True)
class DrawnCard:
    """A card in pt; `title` is what fits, broken into lines; empty where only the mark fits."""

    face: Face
    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class DrawnFrame:
    """A frame in pt."""

    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class DrawnLine:
    """A line in pt: the points of its cubics, the direction of its head, the place of its sign.

    `quiet` is drawn back: it says only that a source carries a claim.
    """

    look: str
    quiet: bool
    weight: str
    points: tuple[tuple[float, float], ...]
    heading: tuple[float, float]
    middle: tuple[float, float]


@dataclass(frozen=True)
class DrawnHead:
    """Words over a column, in pt."""

    words: str
    x: float
    width: float


@dataclass(frozen=True)
class Drawing:
    """A figure in pt. `looks` are the kinds of lines in it, for its legend."""

    title: str
    caption: str
    alt: str
    width: float
    height: float
    scale: float
    landscape: bool
    near: bool
    cards: tuple[DrawnCard, ...]
    frames: tuple[DrawnFrame, ...]
    lines: tuple[DrawnLine, ...]
    looks: tuple[tuple[str, str], ...]
    heads: tuple[DrawnHead, ...] = ()


def drawings_of(figure: BoardFigure, room: Room = ROOMS["A4"]) -> tuple[Drawing, ...]:
    """Return the drawings of a board, one a sheet."""
    sheets = sheets_of(figure, room)
    return tuple(_drawing(figure, sheet, len(sheets)) for sheet in sheets)


def _drawing(figure: BoardFigure, sheet: Sheet, of: int) -> Drawing:
    boxes = fitted(figure, sheet)
    lines = lines_of(figure.edges, boxes)
    whole = len(sheet.cards) == len(figure.cards)
    return Drawing(
        sheet.title,
        _caption(figure, sheet, of, len(lines)),
        figure.alt if whole else _alt(figure, sheet, lines),
        sheet.area.width * sheet.scale,
        sheet.area.height * sheet.scale,
        sheet.scale,
        sheet.landscape,
        sheet.near,
        tuple(_card(figure.cards[place], box, sheet) for place, box in boxes.items()),
        tuple(
            DrawnFrame(
                frame.title, *_placed(Box(frame.x, frame.y, frame.width, frame.height), sheet)
            )
            for frame in sheet.frames
        ),
        tuple(_line(line, sheet) for line in lines),
        tuple(dict.fromkeys((line.edge.look, line.edge.word) for line in lines)),
    )


def _caption(figure: BoardFigure, sheet: Sheet, of: int, drawn: int) -> str:
    whole = len(sheet.cards) == len(figure.cards)
    board = f"Board “{figure.title}”" if figure.title.strip() not in ("", "Board") else "The board"
    if whole and of == 1:
        return f"{board}. Each card leads to what it stands for."
    if whole:
        return (
            f"{board} as a whole; the next figures show its parts large enough to read. Each card "
            "leads to what it stands for."
        )
    inside = set(sheet.cards)
    leaving = sum((edge.start in inside) != (edge.end in inside) for edge in figure.edges)
    rest = counted(leaving, "more link")
    verb = "leads" if leaving == 1 else "lead"
    return f"{sheet.title}." + (f" {rest} {verb} to cards in other figures." if leaving else "")


def _alt(figure: BoardFigure, sheet: Sheet, lines: tuple[Line, ...]) -> str:
    marks = ", ".join(figure.cards[place].face.mark for place in sheet.cards)
    said = [f"Part “{sheet.title}” of board “{figure.title}”: {marks}."]
    said += [
        f"{figure.cards[line.edge.start].face.mark} {line.edge.word} "
        f"{figure.cards[line.edge.end].face.mark}."
        for line in lines
        if line.edge.end >= 0
    ]
    return short(" ".join(said), 6_000)


def _placed(box: Box, sheet: Sheet) -> tuple[float, float, float, float]:
    left, top = box.x - sheet.area.x, box.y - sheet.area.y
    scale = sheet.scale
    return left * scale, top * scale, box.width * scale, box.height * scale


def _card(card: FigureCard, box: Box, sheet: Sheet) -> DrawnCard:
    return DrawnCard(card.face, title_on(card.face, box, sheet), *_placed(box, sheet))


def _line(line: Line, sheet: Sheet) -> DrawnLine:
    def placed(point: tuple[float, float]) -> tuple[float, float]:
        left, top = point[0] - sheet.area.x, point[1] - sheet.area.y
        return left * sheet.scale, top * sheet.scale

    edge = line.edge
    points = tuple(placed(point) for point in line.points)
    quiet = edge.word == "asserts" and not sheet.near
    return DrawnLine(edge.look, quiet, edge.weight, points, line.heading, placed(line.middle))
