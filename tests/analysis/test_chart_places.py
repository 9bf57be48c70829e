"""Where stations stand and routes run: columns in order, nothing over anything, lanes, frames."""

from itertools import combinations

from evidence_board.analysis.chart import Chart, Route, Station
from evidence_board.analysis.chart_courses import courses_of
from evidence_board.analysis.chart_places import Placed, groups_in, placed

SIZE = (100.0, 60.0)


def _chart(steps: str, **parts: str) -> Chart:
    """Return a chart with a claim c and stations by their part; steps such as "c>a a>o"."""
    named = {"c": "claim", **{key: part for part, keys in parts.items() for key in keys.split()}}
    stations = [Station(key, key, part, root=key) for key, part in named.items()]  # type: ignore[arg-type]  # the parts that there are
    pairs = [step.split(">") for step in steps.split()]
    routes = [Route(near, far, "asserts" if near == "c" else "chain") for near, far in pairs]
    return Chart("c", tuple(stations), tuple(routes))


def _placed(chart: Chart) -> Placed:
    return placed(chart, {one.key: SIZE for one in chart.stations})


RELAYED = _chart(
    "c>a c>b c>d a>w w>v v>o b>o d>p",
    carrier="a b d",
    relay="w v",
    origin="o p",
)


def test_the_columns_lead_from_the_claim_to_the_origins() -> None:
    """ORIGINS-1."""
    found = [(one.part, set(one.keys)) for one in _placed(RELAYED).columns]
    assert found == [
        ("claim", {"c"}),
        ("carrier", {"a", "b", "d"}),
        ("relay", {"w"}),
        ("relay", {"v"}),
        ("origin", {"o", "p"}),
    ]


def test_no_station_stands_over_another_and_all_lie_in_the_drawing() -> None:
    """ORIGINS-1."""
    found = _placed(RELAYED)
    for (x, y, wide, high), (left, top, width, height) in combinations(found.boxes.values(), 2):
        assert x + wide <= left or left + width <= x or y + high <= top or top + height <= y
    for x, y, wide, high in found.boxes.values():
        assert x >= 0
        assert x + wide <= found.width
        assert y >= 0
        assert y + high <= found.height


def test_a_route_that_passes_columns_has_a_lane_in_each_and_runs_behind_no_station() -> None:
    """ORIGINS-1."""
    found = _placed(RELAYED)
    assert len(found.lanes["b", "o"]) == len(found.lanes["d", "p"]) == 2
    for lanes in found.lanes.values():
        for left, right, height in lanes:
            over = [
                box for box in found.boxes.values() if box[0] < right and box[0] + box[2] > left
            ]
            assert all(not box[1] < height < box[1] + box[3] for box in over)


def test_a_route_runs_from_the_right_edge_to_the_left_one_through_its_lanes() -> None:
    """ORIGINS-1."""
    found = _placed(RELAYED)
    courses = dict(
        zip([(x.nearer, x.farther) for x in RELAYED.routes], courses_of(found), strict=True)
    )
    course = courses["b", "o"]
    (x, y, wide, high), (to_x, *_) = found.boxes["b"], found.boxes["o"]
    assert course.start[0] == x + wide
    assert y < course.start[1] < y + high
    assert course.end[0] == to_x
    assert course.turn == 1
    ends = [piece[-1] for piece in course.pieces]
    lanes = found.lanes["b", "o"]
    assert ends == [*(spot for a, b, at in lanes for spot in ((a, at), (b, at))), course.end]
    assert course.start[0] < course.middle[0] < lanes[0][0]


def test_where_lines_leave_one_station_they_do_not_cross_at_once() -> None:
    """ORIGINS-1."""
    found = _placed(RELAYED)
    leaving = [
        (course.start[1], found.boxes[route.farther][1])
        for route, course in zip(RELAYED.routes, courses_of(found), strict=True)
        if route.nearer == "c"
    ]
    assert sorted(leaving) == sorted(leaving, key=lambda one: one[1])


def test_a_route_within_a_column_swings_round_from_the_right() -> None:
    """ORIGINS-2."""
    chart = _chart("c>a a>b b>a", carrier="a b")
    found = _placed(chart)
    around = [one for one in courses_of(found) if one.turn < 0]
    assert len(around) == 2
    assert all(one.middle[0] > one.start[0] for one in around)
    assert all(one.middle[0] + 9 < found.width for one in around), "the drawing has room for it"


def test_relays_that_only_go_round_have_a_place_too() -> None:
    """ORIGINS-2."""
    found = _placed(_chart("c>a v>w w>v w>x", carrier="a", relay="v w x"))
    assert set(found.boxes) == {"c", "a", "v", "w", "x"}


def test_what_counts_as_one_stands_together_in_a_frame() -> None:
    """ORIGINS-4."""
    steps = "c>a c>b c>d a>o b>p d>q"
    plain = _chart(steps, carrier="a b d", origin="o p q")
    roots = {"o": "g", "q": "g"}
    stations = [
        Station(one.key, one.key, one.part, root=roots.get(one.key, one.key))
        for one in plain.stations
    ]
    found = _placed(Chart("c", tuple(stations), plain.routes))
    column = found.columns[-1].keys
    assert abs(column.index("o") - column.index("q")) == 1
    ((root, (left, top, wide, high)),) = groups_in(found)
    assert root == "g"
    for key, (x, y, width, height) in found.boxes.items():
        inside = left < x and x + width < left + wide and top < y and y + height < top + high
        assert inside == (key in roots)
        apart = y + height <= top or top + high <= y or x + width <= left
        assert inside or apart
