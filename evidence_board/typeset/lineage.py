"""Where a claim comes from as drawings in pt: from left to right, several where too large."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from evidence_board.analysis.chart import Chart, Route, Station
from evidence_board.analysis.chart_courses import Course, courses_of
from evidence_board.analysis.chart_places import Placed, arranged, groups_in, stood
from evidence_board.brief.figure_cards import Face
from evidence_board.brief.parts.lineage import NAMES, LineageFigure, alt_of, word_of
from evidence_board.brief.wording import counted
from evidence_board.model.link_types import BY_KEY
from evidence_board.typeset.cards import LEADING, SIDES, TITLE, broken, rows_below
from evidence_board.typeset.drawing import (
    Drawing,
    DrawnCard,
    DrawnFrame,
    DrawnHead,
    DrawnLine,
)
from evidence_board.typeset.fitting import SMALLEST
from evidence_board.typeset.sheets import ROOMS, Room

SCALES = (0.58, 0.54, 0.5, 0.46)
"""The scales that are tried, pt per px; below the last one a drawing is parted."""

_ACROSS, _CLAIM_ACROSS = 172.0, 196.0
_LIFT = 22.0
"""What of the room for heads is not needed here, in px."""
_MOST_LINES = {"claim": 6, "hypothesis": 6}
_SMALL = 11.5


@dataclass(frozen=True)
class _Sheet:
    """A chart that is placed, at a scale, on a page that lies on its side or not."""

    place: Placed
    scale: float
    landscape: bool
    fits: bool


def drawings_of(figure: LineageFigure, room: Room = ROOMS["A4"]) -> tuple[Drawing, ...]:
    """Return the drawings of where a claim comes from, one a sheet."""
    faces = {one.key: face for one, face in zip(figure.chart.stations, figure.faces, strict=True)}
    sheets = tuple(_sheets(figure.chart, faces, room))
    return tuple(
        _drawing(figure, faces, sheet, number, len(sheets))
        for number, sheet in enumerate(sheets, 1)
    )


def _sheets(chart: Chart, faces: Mapping[str, Face], room: Room) -> Iterator[_Sheet]:
    """Yield a chart as one sheet, or as few with even shares of its sources as are legible."""
    sheet = _sheet(chart, faces, room)
    carriers = _carriers(sheet.place)
    if sheet.fits or len(carriers) < 2:
        yield sheet
        return
    least = max(2, int(sheet.place.height * SCALES[-1] / room.portrait[1]))
    for count in range(min(least, len(carriers)), len(carriers) + 1):
        sheets = list(_even(chart, _shares(carriers, count), faces, room))
        if len(sheets) == count or count == len(carriers):
            yield from sheets
            return


def _even(
    chart: Chart, shares: Sequence[Sequence[str]], faces: Mapping[str, Face], room: Room
) -> Iterator[_Sheet]:
    """Yield a sheet for each share, up to the first of several sources that is not legible."""
    for share in shares:
        sheet = _sheet(_only(chart, share), faces, room)
        if not sheet.fits and len(share) > 1:
            return
        yield sheet


def _shares(keys: Sequence[str], count: int) -> Sequence[Sequence[str]]:
    """Return keys in so many shares, none of which is larger than another by more than one."""
    places = [len(keys) * place // count for place in range(count + 1)]
    return [keys[start:end] for start, end in pairwise(places)]


def _sheet(chart: Chart, faces: Mapping[str, Face], room: Room) -> _Sheet:
    order = arranged(chart)
    for landscape, (across, down) in ((False, room.portrait), (True, room.landscape)):
        for scale in SCALES:
            sizes = {one.key: _size(one, faces[one.key], scale) for one in chart.stations}
            place = stood(order, sizes)
            if place.width * scale <= across and (place.height - _LIFT) * scale <= down:
                return _Sheet(place, scale, landscape, fits=True)
    across, down = room.portrait
    scale = min(across / place.width, down / place.height)
    return _Sheet(place, scale, landscape=False, fits=False)


def _carriers(place: Placed) -> tuple[str, ...]:
    """Return the sources that carry the claim, from top to bottom."""
    keys = [route.farther for route in place.chart.routes if route.nearer == place.chart.claim]
    return tuple(sorted(dict.fromkeys(keys), key=lambda key: place.boxes[key][1]))


def _only(chart: Chart, carriers: Sequence[str]) -> Chart:
    """Return a chart with these sources and what they lead to."""
    ahead: dict[str, list[str]] = {}
    for route in chart.routes:
        if route.nearer != chart.claim:
            ahead.setdefault(route.nearer, []).append(route.farther)
    found, left = {chart.claim, *carriers}, list(carriers)
    while left:
        for one in ahead.get(left.pop(), ()):
            if one not in found:
                found.add(one)
                left.append(one)
    routes = tuple(
        route
        for route in chart.routes
        if route.nearer in found
        and route.farther in found
        and (route.nearer != chart.claim or route.farther in carriers)
    )
    stations = tuple(one for one in chart.stations if one.key in found)
    return Chart(chart.claim, stations, routes, chart.loops)


def _size(station: Station, face: Face, scale: float) -> tuple[float, float]:
    """Return width and height of a station in px, where no text of it is below the smallest."""
    across = _CLAIM_ACROSS if station.part == "claim" else _ACROSS
    lines = len(_title(face, across, scale)) * max(SMALLEST, TITLE * scale) * LEADING / TITLE
    small = max(SMALLEST, _SMALL * scale) * 1.3
    below = [_wrapped(note, across, scale) for note in face.notes]
    rows = rows_below(face) * max(1.0, SMALLEST / _SMALL / scale) * scale
    around = 14 * scale + max(18 * scale, 8.0) + 3 * scale
    height = around + lines + rows + sum(below) * small + 2.5 * scale * len(below)
    return across, height / scale


def _title(face: Face, across: float, scale: float) -> tuple[str, ...]:
    size, most = max(SMALLEST, TITLE * scale), _MOST_LINES.get(face.kind, 3)
    return broken(face.title, (across - _sides(face)) * scale, size, most)


def _wrapped(note: str, across: float, scale: float) -> int:
    """Return how many lines a small text takes."""
    return len(broken(note, (across - SIDES - 6) * scale, max(SMALLEST, _SMALL * scale), 9))


def _sides(face: Face) -> float:
    return SIDES + 6 if face.kind in ("origin", "actor") else SIDES


def _drawing(
    figure: LineageFigure, faces: Mapping[str, Face], sheet: _Sheet, number: int, of: int
) -> Drawing:
    chart, scale = sheet.place.chart, sheet.scale
    shown = {one.key: faces[one.key] for one in chart.stations}
    lines = tuple(
        _line(route, course, scale)
        for route, course in zip(chart.routes, courses_of(sheet.place), strict=True)
    )
    return Drawing(
        f"Origins of {figure.claim.mark}",
        _caption(figure, number, of),
        figure.alt if of == 1 else alt_of(chart, shown, f"Part {number} of {of}."),
        sheet.place.width * scale,
        (sheet.place.height - _LIFT) * scale,
        scale,
        sheet.landscape,
        near=True,
        cards=tuple(_card(one, shown[one.key], sheet) for one in chart.stations),
        frames=_frames(figure, sheet),
        lines=lines,
        looks=tuple(dict.fromkeys((_look(route), _legend(route)) for route in chart.routes)),
        heads=_heads(sheet),
    )


def _caption(figure: LineageFigure, number: int, of: int) -> str:
    part = f", part {number} of {of}" if of > 1 else ""
    return f"Origins of {figure.claim.mark}{part}. {figure.base}"


def _card(station: Station, face: Face, sheet: _Sheet) -> DrawnCard:
    left, top, across, height = sheet.place.boxes[station.key]
    title = "\n".join(_title(face, across, sheet.scale))
    scale = sheet.scale
    at = left * scale, (top - _LIFT) * scale
    return DrawnCard(face, title, *at, across * scale, height * scale)


def _frames(figure: LineageFigure, sheet: _Sheet) -> tuple[DrawnFrame, ...]:
    names = {row.name: row.text for row in figure.groups}
    scale = sheet.scale
    return tuple(
        DrawnFrame(
            f"{names.get(root, '')}: one origin",
            left * scale,
            (top - _LIFT) * scale,
            across * scale,
            down * scale,
        )
        for root, (left, top, across, down) in groups_in(sheet.place)
    )


def _heads(sheet: _Sheet) -> tuple[DrawnHead, ...]:
    """Return what stands in each column, over the first of each sort."""
    told: set[str] = set()
    heads = []
    for column in sheet.place.columns:
        if column.part not in told:
            told.add(column.part)
            words = _head(
                column.part, [x for x in sheet.place.chart.stations if x.part == column.part]
            )
            place = column.left * sheet.scale, (column.width + 40) * sheet.scale
            heads.append(DrawnHead(words, *place))
    return tuple(heads)


def _head(part: str, stations: Sequence[Station]) -> str:
    if part == "claim":
        return "Judgement"
    if part == "carrier":
        held = sum(one.held for one in stations)
        rest = len(stations) - held
        more = f", {rest} cited only" if rest else ""
        return f"{counted(held, 'source')} held{more}"
    if part == "relay":
        return f"{counted(len(stations), 'source')} cited only"
    known = len({one.root for one in stations if one.known})
    rest = len({one.root for one in stations if not one.known})
    if not known:
        return f"{counted(rest, 'origin')}, not known"
    return f"{counted(known, 'origin')}{f', {rest} not known' if rest else ''}"


def _line(route: Route, course: Course, scale: float) -> DrawnLine:
    """Return a route as a line: from a source to the claim, else to whom it goes back."""
    points = [course.pieces[0][0]]
    for piece in course.pieces:
        points += piece[1:]
    heading = (float(course.turn), 0.0)
    if route.type == "asserts":
        points.reverse()
        heading = (-1.0, 0.0)
    drawn = tuple((x * scale, (y - _LIFT) * scale) for x, y in points)
    x, y = course.middle
    middle = x * scale, (y - _LIFT) * scale
    return DrawnLine(_look(route), False, "moderate", drawn, heading, middle)


def _look(route: Route) -> str:
    if route.type == NAMES:
        return BY_KEY["mentions"].look
    return BY_KEY[route.type].look


def _legend(route: Route) -> str:
    return "carries" if route.type == "asserts" else word_of(route)
