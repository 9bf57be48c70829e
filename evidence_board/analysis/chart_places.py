"""Where the stations of a chart stand: columns from claim to origins, few routes that cross.

Pure: a chart and sizes in, boxes out. The columns are given by what a station is, so an engine that
finds layers by itself is not asked; only the order in each is to be found. A route that passes a
column has a lane there, so that it runs behind no station.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from evidence_board.analysis.chart import Chart, Station

Box = tuple[float, float, float, float]
"""Left, top, width, height, px at 100 %."""

GAP, COLUMN_GAP, MARGIN = 20.0, 52.0, 20.0
LANE, LANE_GAP = 4.0, 8.0
"""What a route takes of a column that it passes, and what is left free beside it."""
GROUP_ROOM = 22.0
"""Above and below what stands in one frame: its name, and the frame."""
HEAD = 48.0
"""What the heads of the columns take at the top."""
_SWEEPS = 6


@dataclass(frozen=True)
class Column:
    """A column: what stands in it, where it begins and how wide it is."""

    part: str
    keys: tuple[str, ...]
    left: float
    width: float


Lane = tuple[float, float, float]
"""Where a route passes a column: from the left, to the right, at this height."""


@dataclass(frozen=True)
class Placed:
    """A chart with the box of each station, and its columns from left to right."""

    chart: Chart
    boxes: Mapping[str, Box]
    columns: tuple[Column, ...]
    width: float
    height: float
    lanes: Mapping[tuple[str, str], tuple[Lane, ...]]


@dataclass(frozen=True)
class Arranged:
    """A chart with the order of what stands in its columns, lanes among it, whatever the sizes."""

    chart: Chart
    order: tuple[tuple[str, tuple[str, ...]], ...]
    lanes: Mapping[tuple[str, str], Sequence[tuple[str, int]]]


def arranged(chart: Chart) -> Arranged:
    """Return in which order the stations of a chart stand."""
    columns = _columns(chart)
    lanes = _lanes(chart, columns)
    order = _ordered(columns, lanes, chart)
    return Arranged(chart, tuple((part, tuple(keys)) for part, keys in order), lanes)


def placed(chart: Chart, sizes: Mapping[str, tuple[float, float]]) -> Placed:
    """Return where stations of these sizes stand."""
    return stood(arranged(chart), sizes)


def stood(arranged: Arranged, sizes: Mapping[str, tuple[float, float]]) -> Placed:
    """Return where the stations of a chart that is in order stand, with these sizes."""
    chart, order, lanes = arranged.chart, arranged.order, arranged.lanes
    every = {**sizes, **{key: (0.0, LANE) for keys in lanes.values() for key, _ in keys}}
    roots = {one.key: one.root for one in chart.stations if one.part == "origin"}
    tallest = max((_height(keys, every, roots) for _, keys in order), default=0.0)
    boxes: dict[str, Box] = {}
    columns: list[Column] = []
    left = MARGIN
    for part, keys in order:
        width = max(every[key][0] for key in keys)
        top = HEAD + MARGIN + (tallest - _height(keys, every, roots)) / 2
        for key, y in _stacked(keys, every, roots, top):
            boxes[key] = (left, y, width, every[key][1])
        stations = tuple(key for key in keys if key in sizes)
        columns.append(Column(part, stations, left, width))
        left += width + COLUMN_GAP
    passed = {
        ends: tuple(_lane(boxes[key]) for key, _ in keys) for ends, keys in lanes.items() if keys
    }
    kept = {key: box for key, box in boxes.items() if key in sizes}
    height = HEAD + 2 * MARGIN + tallest
    width = max([left - COLUMN_GAP, *_swung(chart, kept)]) + MARGIN
    return Placed(chart, kept, tuple(columns), width, height, passed)


def swing(down: float) -> float:
    """Return how far a route swings out that leads so far down its own column."""
    return 44.0 + abs(down) / 10


def _swung(chart: Chart, boxes: Mapping[str, Box]) -> list[float]:
    """Return how far to the right routes reach that swing round to their own column."""
    ends = [(boxes[route.nearer], boxes[route.farther]) for route in chart.routes]
    back = [(one, other) for one, other in ends if other[0] <= one[0] + one[2]]
    # A cubic reaches three quarters of the way to its middle points.
    return [one[0] + one[2] + 0.75 * swing(other[1] - one[1]) for one, other in back]


def _lane(box: Box) -> Lane:
    left, top, width, height = box
    return left, left + width, top + height / 2


def _lanes(
    chart: Chart, columns: Sequence[tuple[str, Sequence[Station]]]
) -> dict[tuple[str, str], list[tuple[str, int]]]:
    """Return for each route a key and the number of each column that it passes."""
    at = {one.key: place for place, (_, stations) in enumerate(columns) for one in stations}
    return {
        (route.nearer, route.farther): [
            (f"~{number}~{place}", place)
            for place in range(at[route.nearer] + 1, at[route.farther])
        ]
        for number, route in enumerate(chart.routes)
    }


def _columns(chart: Chart) -> list[tuple[str, list[Station]]]:
    """Return claims by their depth, carriers, relays by how many stand before them, origins."""
    depth = _depths(chart)
    found: dict[tuple[int, int], list[Station]] = {}
    places = {"claim": 0, "carrier": 1, "relay": 2, "origin": 3}
    for one in chart.stations:
        step = depth.get(one.key, 0) if one.part in ("claim", "relay") else 0
        found.setdefault((places[one.part], step), []).append(one)
    return [(found[place][0].part, found[place]) for place in sorted(found)]


def _depths(chart: Chart) -> dict[str, int]:
    """Return how many of its own sort lead to a claim or a relay, on the shortest way."""
    part = {one.key: one.part for one in chart.stations}
    into: dict[str, list[str]] = {}
    inner: set[str] = set()
    for route in chart.routes:
        if part.get(route.nearer) == part.get(route.farther):
            into.setdefault(route.nearer, []).append(route.farther)
            inner.add(route.farther)
    depth = {key: 0 for key in part if key not in inner or key == chart.claim}
    _spread(depth, list(depth), into)
    for key in part:  # those that only go round begin anywhere
        if key not in depth:
            depth[key] = 0
            _spread(depth, [key], into)
    return depth


def _spread(depth: dict[str, int], ahead: list[str], into: Mapping[str, Sequence[str]]) -> None:
    """Note how far all is that some places lead to."""
    while ahead:
        one = ahead.pop(0)
        for further in into.get(one, ()):
            if further not in depth:
                depth[further] = depth[one] + 1
                ahead.append(further)


def _ordered(
    columns: Sequence[tuple[str, Sequence[Station]]],
    lanes: Mapping[tuple[str, str], Sequence[tuple[str, int]]],
    chart: Chart,
) -> list[tuple[str, list[str]]]:
    """Return the keys of each column in an order that lets few routes cross (barycentres)."""
    order = [(part, [one.key for one in stations]) for part, stations in columns]
    beside: dict[str, list[str]] = {}
    for (nearer, farther), passed in lanes.items():
        for key, place in passed:
            order[place][1].append(key)
        for one, other in pairwise((nearer, *(key for key, _ in passed), farther)):
            beside.setdefault(one, []).append(other)
            beside.setdefault(other, []).append(one)
    roots = {one.key: one.root or one.key for one in chart.stations}
    for sweep in range(_SWEEPS):
        ways = range(1, len(order)) if sweep % 2 == 0 else range(len(order) - 2, -1, -1)
        for place in ways:
            at = _places(order)
            keys = order[place][1]
            own = set(keys)
            means = {key: _mean(key, beside, at, own) for key in keys}
            _sort(keys, means, roots)
    return order


def _sort(keys: list[str], means: Mapping[str, float], roots: Mapping[str, str]) -> None:
    """Sort a column by what stands beside it; what counts as one stays together."""
    by_root: dict[str, list[float]] = {}
    for key in keys:
        by_root.setdefault(roots.get(key, key), []).append(means[key])
    whole = {root: sum(several) / len(several) for root, several in by_root.items()}
    root_of = {key: roots.get(key, key) for key in keys}
    keys.sort(key=lambda key: (whole[root_of[key]], root_of[key], means[key]))


def _places(order: Sequence[tuple[str, Sequence[str]]]) -> dict[str, float]:
    """Return for each key how far down its column it stands, from 0 to 1."""
    return {key: (place + 0.5) / len(keys) for _, keys in order for place, key in enumerate(keys)}


def _mean(
    key: str, beside: Mapping[str, Sequence[str]], at: Mapping[str, float], own: AbstractSet[str]
) -> float:
    others = [at[one] for one in beside.get(key, ()) if one not in own]
    return sum(others) / len(others) if others else at[key]


def _stacked(
    keys: Sequence[str],
    sizes: Mapping[str, tuple[float, float]],
    roots: Mapping[str, str],
    top: float,
) -> list[tuple[str, float]]:
    """Return the top of each station of a column; those of one group stand in a frame."""
    found = []
    for place, key in enumerate(keys):
        top += GROUP_ROOM if _opens(keys, roots, place) else 0.0
        found.append((key, top))
        following = keys[place + 1] if place + 1 < len(keys) else ""
        narrow = LANE in (sizes[key][1], sizes.get(following, (0.0, 0.0))[1])
        top += sizes[key][1] + (LANE_GAP if narrow else GAP)
        top += GROUP_ROOM / 2 if _closes(keys, roots, place) else 0.0
    return found


def _height(
    keys: Sequence[str], sizes: Mapping[str, tuple[float, float]], roots: Mapping[str, str]
) -> float:
    key, top = _stacked(keys, sizes, roots, 0.0)[-1]
    return top + sizes[key][1]


def _opens(keys: Sequence[str], roots: Mapping[str, str], place: int) -> bool:
    root = roots.get(keys[place])
    before = roots.get(keys[place - 1]) if place else None
    after = roots.get(keys[place + 1]) if place + 1 < len(keys) else None
    return root is not None and root != before and root == after


def _closes(keys: Sequence[str], roots: Mapping[str, str], place: int) -> bool:
    root = roots.get(keys[place])
    before = roots.get(keys[place - 1]) if place else None
    after = roots.get(keys[place + 1]) if place + 1 < len(keys) else None
    return root is not None and root == before and root != after


def groups_in(placed: Placed) -> tuple[tuple[str, Box], ...]:
    """Return the roots that several stations stand for, each with the frame round them."""
    found: dict[str, list[Box]] = {}
    for one in placed.chart.stations:
        if one.part == "origin" and not one.members:
            found.setdefault(one.root, []).append(placed.boxes[one.key])
    frames = []
    for root, boxes in found.items():
        if len(boxes) > 1:
            left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
            right = max(box[0] + box[2] for box in boxes)
            bottom = max(box[1] + box[3] for box in boxes)
            frames.append((root, (left - 10, top - 24, right - left + 20, bottom - top + 34)))
    return tuple(frames)
