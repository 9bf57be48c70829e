"""Where pages, their parts and their words are: pure reckoning, without a window."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.ingest.pages import Letters, Part
from evidence_board.model.excerpt import Excerpt, excerpt_in
from evidence_board.model.region import Region
from evidence_board.ui.reader.pages.parts import SIDE, around_all, together, wanted_parts
from evidence_board.ui.reader.pages.stack import PageStack, width_to_fit
from evidence_board.ui.reader.pages.text_pages import TextPages
from evidence_board.ui.reader.pages.words import PageWords
from evidence_board.ui.reader.pages.zooming import LEAST, MOST, Zoom, factor_of

LINES = ("The old bridge", "is closed.")


def letters() -> Letters:
    """Return two lines of letters as wide as high, with a line end that is nowhere between."""
    text = "\n".join(LINES)
    boxes = np.zeros((len(text), 4), np.float32)
    for number, line in enumerate(LINES):
        first = text.index(line)
        for place in range(len(line)):
            left, top = 0.1 + place / 50, 0.2 + number / 10
            boxes[first + place] = (left, top, left + 1 / 50, top + 1 / 50)
    boxes[3] = 0  # the first blank has no place of its own
    return Letters(1, text, boxes.tobytes())


def words() -> PageWords:
    return PageWords.of(letters(), 100)


def test_pages_lie_below_each_other_in_the_middle() -> None:
    stack = PageStack.of([(100, 200), (50, 100), (100, 200)], 2.0, 10)
    assert stack.tops == [0, 410, 620]
    assert (stack.width, stack.height) == (200, 1_020)
    assert [stack.left(page) for page in range(3)] == [0, 50, 0]
    assert list(stack.between(405, 415)) == [0, 1]
    assert [stack.at(y) for y in (-50, 409, 410, 5_000)] == [0, 0, 1, 2]


def test_one_wide_page_among_many_does_not_make_the_others_small() -> None:
    assert width_to_fit([(600, 800)] * 9 + [(5_000, 800)]) == 900
    assert width_to_fit([(600, 800), (800, 600), (600, 800)]) == 800


def test_zoom_stays_within_its_ends() -> None:
    zoom = Zoom()
    for _ in range(40):
        zoom = zoom.stepped(1, zoom.factor or 1.0)
    assert zoom.factor == MOST
    for _ in range(60):
        zoom = zoom.stepped(-1, zoom.factor or 1.0)
    assert zoom.factor == LEAST
    assert factor_of(Zoom(2.0).scale(600, 900, 1.5), 1.5) == pytest.approx(2)
    assert Zoom().scale(600, 900, 1.5) == pytest.approx(1.5)


def test_a_small_page_is_one_picture_and_of_a_large_one_what_shows() -> None:
    assert wanted_parts(3, (800, 1_100), (0, 0, 10, 10)) == (
        Part(3, (800, 1_100), 0, 0, 800, 1_100),
    )
    backdrop, *squares = wanted_parts(3, (4_000, 6_000), (100, 1_000, 900, 1_100))
    assert backdrop.is_whole
    assert backdrop.width * backdrop.height <= 510_000
    assert {(one.left, one.top) for one in squares} == {
        (0, 512), (512, 512), (0, 1_024), (512, 1_024)
    }  # fmt: skip


@given(
    st.tuples(st.integers(2_000, 9_000), st.integers(2_000, 9_000)),
    st.tuples(st.integers(0, 1_000), st.integers(0, 1_000)),
)
def test_squares_cover_all_that_shows_and_none_beyond_the_page(
    size: tuple[int, int], corner: tuple[int, int]
) -> None:
    right, bottom = min(size[0], corner[0] + 900), min(size[1], corner[1] + 700)
    _, *squares = wanted_parts(1, size, (*corner, right, bottom))
    assert all(one.left + one.width <= size[0] for one in squares)
    assert all(one.top + one.height <= size[1] for one in squares)
    for x, y in (corner, (right - 1, bottom - 1)):
        assert any(
            one.left <= x < one.left + one.width and one.top <= y < one.top + one.height
            for one in squares
        )


def test_squares_side_by_side_are_drawn_together() -> None:
    _, *squares = wanted_parts(1, (4_000, 6_000), (0, 0, 1_000, 1_000))
    other = Part(2, (4_000, 6_000), 0, 0, SIDE, SIDE)
    drawn = together(squares[0], [other, *squares])
    assert set(drawn) == set(squares)
    assert around_all(drawn) == Part(1, (4_000, 6_000), 0, 0, 1_024, 1_024)


def test_pages_of_a_text_end_with_form_feeds() -> None:
    pages = TextPages.of("one\ftwo\f\f")
    assert len(pages) == 3
    assert [pages.words(page) for page in (1, 2, 3, 4)] == ["one", "two", "", ""]
    assert [pages.at(place) for place in (0, 3, 4, 7, 8)] == [1, 1, 2, 2, 3]
    assert len(TextPages.of("no pages")) == 0


def test_words_have_a_box_for_each_line() -> None:
    first, second = words().spans(100 + 4, 100 + 17)
    assert first == pytest.approx((0.18, 0.2, 0.38, 0.22))
    assert second == pytest.approx((0.1, 0.3, 0.14, 0.32))
    assert words().spans(0, 50) == ()


def test_a_blank_without_a_place_parts_no_line() -> None:
    assert len(words().lines) == 2


def test_points_lead_to_the_nearest_words() -> None:
    here = words()
    assert here.offset_at(0.185, 0.21) == 104
    assert here.offset_at(0.195, 0.21) == 105
    assert here.offset_at(0.9, 0.3) == here.end
    assert here.offset_at(0.0, 0.0) == 100
    assert here.holds(0.2, 0.21)
    assert not here.holds(0.2, 0.26)
    assert not here.holds(0.9, 0.21)


@given(st.integers(0, len("\n".join(LINES))))
def test_the_caret_stands_on_the_line_of_its_offset(place: int) -> None:
    caret = words().caret(100 + place)
    assert caret is not None
    assert caret[1] == pytest.approx(0.2 if place <= len(LINES[0]) else 0.3)


def test_a_part_holds_the_words_that_stand_whole_in_it() -> None:
    assert words().within(Region(0.2, 0.15, 0.1, 0.2)) == ""
    assert words().within(Region(0.17, 0.15, 0.3, 0.2)) == "old bridge\nclosed."
    assert words().within(Region(0.6, 0.6, 0.1, 0.1)) == ""


def test_a_page_without_words_has_nothing_to_be_found() -> None:
    bare = PageWords.of(Letters(1, "", b""), 7)
    assert bare.offset_at(0.5, 0.5) == 7
    assert bare.caret(7) is None
    assert bare.within(Region(0, 0, 1, 1)) == ""


def test_an_excerpt_of_a_part_has_its_words_or_says_which_part_it_is() -> None:
    region, id = Region(0.1, 0.2, 0.3, 0.1), "0" * 8 + "-0000-4000-8000-" + "0" * 12
    worded = excerpt_in(id, None, region, 3, "is closed.")
    bare = excerpt_in(id, None, region, 3)
    pictured = excerpt_in(id, None, region)
    assert (worded.exact, worded.wordless) == ("is closed.", False)
    assert bare.exact == "[part of page 3: 10 %–40 % across, 20 %–30 % down]"
    assert pictured.exact.startswith("[part of the picture: ")
    assert [one.wordless for one in (bare, pictured)] == [True, True]
    assert bare.part == "10 %–40 % across, 20 %–30 % down"
    plain = Excerpt(source=id, start=0, end=2, exact="is")
    assert (plain.part, plain.wordless) == ("", False)
