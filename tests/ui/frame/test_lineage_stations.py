"""Lineage, painted: at each zoom no text leaves its station; of many routes some stand out."""

from dataclasses import dataclass, field, replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from evidence_board.analysis.chart import Chart, Route, Station
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.lettering import Lettering, Role
from evidence_board.ui.lineage.crowd import CROWD, lit_in, paint_crowd
from evidence_board.ui.lineage.curves import Curve
from evidence_board.ui.lineage.painting import paint_route, paint_station, size_of
from evidence_board.ui.lineage.sights import Sight, Sign
from evidence_board.ui.lineage.walking import Spot
from evidence_board.ui.tokens import load_tokens

LONG = "Association of Harbour Masters and Pilots of the Northern Coast"
HEDGED = Sight(
    Station("one", "one", "carrier", held=True),
    "source",
    "S1",
    LONG,
    "9 October 2023",
    "C",
    ("about 73",),
    ("“likely”",),
    (Sign("split", "falls with it alone"),),
)
RELAY = Sight(Station("two", "two", "relay"), "source", "S12", LONG, "cited only", "F", dashed=True)
ORIGIN = Sight(
    Station("three", "three", "origin", known=False),
    "origin",
    "S13",
    LONG,
    "not held",
    "B",
    ("dozens", "hundreds of"),
    ("in part",),
    (Sign("split", "in the smallest cut"), Sign("circle-question-mark", "not identified")),
)
FOLDED = Sight(
    Station("four", "four", "origin", members=("x", "y")),
    "origin",
    "",
    LONG,
    "2 as one",
    chips=("",),
)
LOOPS = tuple(Sign("refresh-cw", f"circular with S{number}", "error") for number in range(5))


@dataclass(frozen=True)
class Watched(Ink):
    """Ink that keeps what it writes, and how far down."""

    written: list[tuple[str, float, float]] = field(default_factory=list)
    """Each text with its top and its bottom."""

    def text(self, role: Role, x: float, top: float, text: str, color: str) -> None:
        super().text(role, x, top, text, color)
        lettering, share = self.look.lettering, self.share(role)
        base = top + lettering.ascent(role) * share
        size = lettering.size(role) * share
        self.written.append((text, base - 0.7 * size, base + 0.2 * size))


def painted(sight: Sight, zoom: float) -> tuple[Watched, float]:
    """Paint a station at a zoom; returns also how high it is."""
    look = Look(load_tokens("light"), Lettering(load_tokens("light")))
    picture = QImage(400, 400, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    ink = Watched(painter, look, "near", zoom, 1.0)
    width, height = size_of(sight, look.lettering)
    paint_station(ink, sight, QRectF(0, 0, width * zoom, height * zoom))
    painter.end()
    return ink, height * zoom


@pytest.mark.parametrize("zoom", [0.72, 0.75, 0.8, 0.9, 1.0, 1.4])
@pytest.mark.parametrize("sight", [HEDGED, RELAY, ORIGIN, FOLDED, replace(RELAY, signs=LOOPS)])
def test_no_text_leaves_the_outline_of_its_station(
    application: QApplication, sight: Sight, zoom: float
) -> None:
    ink, height = painted(sight, zoom)
    assert ink.written
    assert all(top >= 1 and bottom <= height - 1 for _, top, bottom in ink.written)


@pytest.mark.parametrize("zoom", [0.8, 1.0])
@pytest.mark.parametrize("sight", [HEDGED, RELAY, ORIGIN, FOLDED])
def test_a_long_name_has_two_lines_and_all_signs_show(
    application: QApplication, sight: Sight, zoom: float
) -> None:
    words = [text for text, _, _ in painted(sight, zoom)[0].written]
    assert sum(text.rstrip("…") in LONG for text in words if len(text) > 8) == 2
    assert all(sign.words in words for sign in sight.signs)


def test_a_figure_of_which_nothing_could_be_read_is_left_out(application: QApplication) -> None:
    words = [text for text, _, _ in painted(ORIGIN, 0.75)[0].written]
    assert "dozens" in words
    assert not any(text.startswith("h") and text.endswith("…") for text in words)


def crowded(carriers: int) -> Chart:
    """Return a chart of so many carriers, each with an origin of its own."""
    names = [str(place) for place in range(carriers)]
    stations = [Station("c", "c", "claim"), *(Station(x, x, "carrier") for x in names)]
    routes = [Route("c", x, "asserts") for x in names] + [Route(x, f"o{x}", "chain") for x in names]
    return Chart("c", tuple(stations), tuple(routes))


def test_in_a_crowd_the_ways_through_what_has_the_focus_stand_out() -> None:
    chart = crowded(CROWD)
    assert lit_in(chart, None) == set()
    assert lit_in(chart, Spot("o7")) == {("c", "7"), ("7", "o7")}
    assert lit_in(chart, Spot("c", "7")) == {("c", "7")}
    assert lit_in(chart, Spot("c")) == set()  # all of them would be none
    assert lit_in(crowded(CROWD // 2), Spot("o7")) is None


def ink_used(*, crowd: bool) -> int:
    """Return how much darker the ground is where a route runs."""
    look = Look(load_tokens("light"), Lettering(load_tokens("light")))
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    picture.fill("white")
    painter = QPainter(picture)
    ink, curve = Ink(painter, look, "near", 1.0, 1.0), Curve((10, 30), (190, 30))
    if crowd:
        paint_crowd(ink, [("asserts", False, curve)], QRectF(picture.rect()))
    else:
        paint_route(ink, Route("c", "a", "asserts"), curve, chosen=False, faded=False)
    painter.end()
    return sum(255 - picture.pixelColor(60, y).lightness() for y in range(60))


def test_a_route_in_a_crowd_is_fainter(application: QApplication) -> None:
    assert 0 < ink_used(crowd=True) < ink_used(crowd=False) / 2
