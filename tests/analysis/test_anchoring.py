"""Where the words of an excerpt stand when the text under them is another one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.analysis.anchoring import Anchor, anchor
from evidence_board.model.excerpt import Excerpt, excerpt_of

TEXT = "The ferry left at nine. The ferry came back at ten, said the harbour master."


def marked(words: str, text: str = TEXT) -> Excerpt:
    start = text.index(words)
    return excerpt_of("s1", "k1", text, start, start + len(words))


def test_words_that_stand_at_their_place_are_there() -> None:
    assert anchor(marked("left at nine"), TEXT) == Anchor(10, 22)


def test_words_that_moved_with_what_is_round_them_are_found_again() -> None:
    found = anchor(marked("left at nine"), f"Harbour news. {TEXT}")
    assert found == Anchor(24, 36, moved=True)


def test_the_neighbours_tell_two_equal_places_apart() -> None:
    twice = f"The ferry. {TEXT} The ferry!"
    excerpt = marked("ferry came")
    short = excerpt_of("s1", "k1", TEXT, excerpt.start, excerpt.start + 5)
    found = anchor(short, twice)
    assert found is not None
    assert twice[found.start : found.end + 5] == "ferry came"


def test_one_neighbour_is_enough() -> None:
    found = anchor(marked("left at nine"), "Today. The ferry left at nine, we hear.")
    assert found == Anchor(17, 29, moved=True)
    assert anchor(marked("left at nine"), "All of them left at nine, we hear.") is None


@pytest.mark.parametrize(
    "text",
    ["", "Nothing of that is left.", "The ferry left at nin", "The ferry LEFT at nine."],
)
def test_words_that_are_gone_are_orphaned(text: str) -> None:
    assert anchor(marked("left at nine"), text) is None


def test_a_few_words_alone_are_no_sign_of_the_same_place() -> None:
    assert anchor(marked("at ten"), "We open at ten.") is None


def test_many_words_that_stand_in_one_place_only_are_found_without_neighbours() -> None:
    words = "The ferry came back at ten, said the harbour master"
    found = anchor(marked(words), f"“{words}” and went home.")
    assert found == Anchor(1, 1 + len(words), moved=True)


def test_many_words_that_stand_in_two_places_are_not_guessed() -> None:
    words = "The ferry came back at ten, said the harbour master"
    assert anchor(marked(words), f"“{words}” … “{words}”") is None


WRITTEN = st.characters(exclude_characters="\0")


@given(before=st.text(), after=st.text(), text=st.text(WRITTEN, min_size=1), spot=st.data())
def test_what_is_found_are_always_the_exact_words(
    before: str, after: str, text: str, spot: st.DataObject
) -> None:
    start = spot.draw(st.integers(0, len(text) - 1))
    end = spot.draw(st.integers(start + 1, len(text)))
    excerpt = excerpt_of("s1", "k1", text, start, end)
    other = before + text + after
    found = anchor(excerpt, other)
    assert found is None or other[found.start : found.end] == excerpt.exact


def test_what_has_no_words_stands_nowhere_in_a_text() -> None:
    part = marked("left at nine")
    region = {"x": 0.1, "y": 0.1, "width": 0.5, "height": 0.5}
    bare = part.replace(exact="", prefix="", suffix="", end=part.start, region=region)
    assert anchor(bare, TEXT) is None
