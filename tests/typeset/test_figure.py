"""The board figure: legible, inside the page, cut only where it must be."""

from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_board.brief.figure_cards import Face, FigureCard
from evidence_board.brief.figure_edges import FigureEdge
from evidence_board.brief.parts.boards import BoardFigure, FigureFrame
from evidence_board.typeset.cards import SLACK, TITLE, Box, boxed, broken, text_height
from evidence_board.typeset.characters import StandIns
from evidence_board.typeset.drawing import Drawing, drawings_of
from evidence_board.typeset.faces import width
from evidence_board.typeset.fitting import SMALLEST
from evidence_board.typeset.lines import lines_of
from evidence_board.typeset.sheets import NEAR, ROOMS

FACE = Face("claim", "C1", "The crane lifted its first load on 4 March 2025.", "claim-c1")


def card(x: float, y: float, face: Face = FACE) -> FigureCard:
    return FigureCard(face, x, y, 208, 0)


def figure(
    cards: list[FigureCard],
    edges: tuple[FigureEdge, ...] = (),
    frames: tuple[FigureFrame, ...] = (),
) -> BoardFigure:
    return BoardFigure("Board", "", tuple(cards), frames, edges)


def edge(start: int, end: int, onto: int = -1) -> FigureEdge:
    return FigureEdge(start, end, onto, "supports", "+", "supports", "moderate")


def room(drawing: Drawing) -> tuple[float, float]:
    room = ROOMS["A4"]
    return room.landscape if drawing.landscape else room.portrait


def test_a_small_board_is_one_drawing_with_all_that_cards_have() -> None:
    (drawing,) = drawings_of(figure([card(0, 0), card(300, 0)], (edge(0, 1),)))
    assert drawing.near
    assert len(drawing.lines) == 1
    assert drawing.looks == (("supports", "supports"),)
    assert drawing.cards[0].title.replace("\n", " ") == FACE.title


def test_a_wide_board_lies_on_its_side() -> None:
    (drawing,) = drawings_of(figure([card(x * 300, 0) for x in range(6)]))
    assert drawing.landscape
    assert drawing.near


def test_a_large_board_is_an_overview_and_its_parts_frame_by_frame() -> None:
    cards = [card(x * 300, y * 200) for x in range(10) for y in range(12)]
    frames = (FigureFrame("North", -20, -20, 1200, 400),)
    overview, *parts = drawings_of(figure(cards, (edge(0, 119), edge(0, 1)), frames))
    assert not overview.near
    assert len(overview.cards) == len(cards)
    assert "as a whole" in overview.caption
    assert all(part.near for part in parts)
    assert parts[0].title == "North"
    assert "1 more link leads to cards in other figures." in parts[0].caption
    assert sum(len(part.cards) for part in parts) == len(cards)


def test_a_card_alone_too_large_for_any_page_is_still_drawn_once() -> None:
    huge = replace(card(0, 0), width=9_000.0, height=9_000.0)
    drawings = drawings_of(figure([huge, card(20_000, 0)]))
    assert sum(len(one.cards) for one in drawings[1:]) == 2


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(-5_000, 5_000), st.integers(-5_000, 5_000)), min_size=1, max_size=40
    )
)
def test_every_card_lies_inside_its_drawing_and_every_drawing_on_its_page(
    places: list[tuple[int, int]],
) -> None:
    for drawing in drawings_of(figure([card(x, y) for x, y in places])):
        across, down = room(drawing)
        assert drawing.width <= across + 0.01
        assert drawing.height <= down + 0.01
        for one in drawing.cards:
            assert one.x >= 0
            assert one.y >= 0
            assert one.x + one.width <= drawing.width + 0.01
            assert one.y + one.height <= drawing.height + 0.01


@settings(deadline=None)  # the first example reads the fonts
@given(st.text(max_size=300), st.floats(80, 400), st.integers(1, 5))
def test_broken_lines_fit_the_width_and_the_number(text: str, across: float, most: int) -> None:
    lines = broken(text, across, TITLE, most)
    assert len(lines) <= most
    for line in lines:
        assert width(line, TITLE) * SLACK <= across or len(line) <= 2


def test_words_that_do_not_fit_end_with_an_ellipsis() -> None:
    lines = broken("one two three four five six", 40, TITLE, 2)
    assert lines[-1].endswith("…")
    assert broken("", 40, TITLE, 2) == ()


def test_a_card_is_as_high_as_its_text_needs() -> None:
    longer = replace(FACE, title=FACE.title * 3, judged=True)
    assert text_height(longer, 208) > text_height(FACE, 208)
    assert boxed(replace(card(0, 0), height=77.0)).height == 77
    assert text_height(replace(FACE, kind="source"), 208) == 64


def test_a_card_drawn_small_grows_into_free_space_but_not_into_another() -> None:
    long = replace(FACE, title="Words that take four lines at any size " * 4)
    row = [card(x * 260, 0, long) for x in range(5)]
    below = [card(x * 260, 190) for x in range(5)]
    (drawing,) = drawings_of(figure(row + below))
    assert NEAR <= drawing.scale < 0.46
    rectangles = [Box(one.x, one.y, one.width, one.height) for one in drawing.cards]
    for one, other in combinations(rectangles, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y
    assert drawing.cards[0].height > boxed(row[0]).height * drawing.scale
    assert SMALLEST == 6


def test_lines_leave_and_meet_cards_at_their_edges_and_spread() -> None:
    boxes = {0: Box(0, 0, 200, 100), 1: Box(0, 300, 200, 100), 2: Box(300, 300, 200, 100)}
    first, second = lines_of((edge(0, 1), edge(0, 2)), boxes)
    assert first.points[0][1] == second.points[0][1] == 100
    assert first.points[0][0] < second.points[0][0]
    assert first.points[3][1] == 300
    assert first.heading == (0, 1)


def test_lines_between_neighbours_run_sideways_and_upwards() -> None:
    boxes = {0: Box(0, 0, 200, 100), 1: Box(300, 0, 200, 100), 2: Box(0, 300, 200, 100)}
    right, left, up = lines_of((edge(0, 1), edge(1, 0), edge(2, 0)), boxes)
    assert (right.points[0][0], right.points[3][0]) == (200, 300)
    assert (left.points[0][0], left.points[3][0]) == (300, 200)
    assert up.heading == (0, -1)


def test_an_undercut_ends_near_the_middle_of_the_line_it_attacks() -> None:
    boxes = {0: Box(0, 0, 200, 100), 1: Box(0, 300, 200, 100), 2: Box(400, 150, 200, 100)}
    attacked, undercut = lines_of((edge(0, 1), edge(2, -1, onto=0)), boxes)
    across, down = attacked.middle
    end = undercut.points[3]
    assert abs(end[0] - across) + abs(end[1] - down) < 20
    assert lines_of((edge(0, 9), edge(2, -1, onto=0)), boxes) == ()


def test_what_no_font_has_takes_the_room_of_its_number() -> None:
    (drawing,) = drawings_of(figure([card(0, 0, replace(FACE, title="ก็ข้อ 😀😀😀😀 " * 6))]))
    (shown,) = drawing.cards
    size = max(SMALLEST, TITLE * drawing.scale)
    for line in shown.title.split("\n"):
        assert width(StandIns(breaks=False).printed(line), size) <= shown.width
