"""The reader's text: exact offsets whatever the characters and line ends, at any length."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout
from PySide6.QtWidgets import QApplication

from evidence_board.ui.reader import caret
from evidence_board.ui.reader.column import Column
from evidence_board.ui.reader.ground import ground, stacked
from evidence_board.ui.reader.matching import matches
from evidence_board.ui.reader.offsets import to_points, to_units
from evidence_board.ui.reader.paragraphs import LONGEST, Paragraphs
from evidence_board.ui.reader.reading import trimmed
from evidence_board.ui.reader.setting import Setting

MIXED = "Naïve e\u0301 🛰🚢 café\r\nsecond\u2028third\r\rfourth 𝔘 end\n"


def column(text: str, width: float = 200.0) -> Column:
    font = QFont("IBM Plex Serif")
    font.setPixelSize(16)
    return Column(Paragraphs.of(text), Setting(font, font, width, 26.0), None)


@given(st.text(max_size=40), st.integers(0, 40))
def test_code_points_and_utf_16_units_convert_both_ways(text: str, points: int) -> None:
    points = min(points, len(text))
    units = to_units(text, points)
    assert units == len(text[:points].encode("utf-16-le", "surrogatepass")) // 2
    assert to_points(text, units) == points


def test_an_offset_inside_a_pair_of_surrogates_is_that_of_its_character() -> None:
    assert to_points("a🛰b", 2) == 1
    assert to_points("a🛰b", 3) == 2
    assert to_points("ab", 9) == 2


@given(st.text(alphabet="ab \r\n\u2028\u2029\x0b\x85🛰e\u0301", max_size=60))
def test_paragraphs_and_line_ends_make_up_the_whole_text(text: str) -> None:
    paragraphs = Paragraphs.of(text)
    bounds = [*paragraphs.starts, len(text)]
    rebuilt = "".join(text[a:b] for a, b in pairwise(bounds))
    assert rebuilt == text
    for place, end in enumerate(paragraphs.ends):
        assert not set(paragraphs.words(place)) & set("\r\n\u2028\u2029\x0b\x85")
        assert set(text[end : bounds[place + 1]]) <= set("\r\n\u2028\u2029\x0b\x85")


def test_paragraphs_with_words_are_numbered() -> None:
    paragraphs = Paragraphs.of("one\r\n\r\n \r\ntwo\rthree")
    assert paragraphs.numbers == [1, 0, 0, 2, 3]
    assert [paragraphs.words(place) for place in (0, 3, 4)] == ["one", "two", "three"]
    assert paragraphs.number_at(6) == 1
    assert paragraphs.at(100) == 4


def test_a_very_long_paragraph_is_cut_behind_spaces_and_keeps_one_number() -> None:
    text = "word " * 5_000 + "\n" + "x" * 20_000
    paragraphs = Paragraphs.of(text)
    assert max(map(len, map(paragraphs.words, range(len(paragraphs))))) <= LONGEST
    assert [number for number in paragraphs.numbers if number] == [1, 2]
    assert "".join(map(paragraphs.words, range(len(paragraphs)))) == text.replace("\n", "")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("rail cars", ["Rail\u00a0cars", "rail\r\ncars"]),
        ("don't", ["don’t"]),
        ('"so"', ["“so”"]),
        ("mid-may", ["mid–May"]),
        (".*", []),
        ("  ", []),
        ("🛰", ["🛰"]),
    ],
)
def test_words_are_found_as_people_type_them(words: str, found: list[str]) -> None:
    text = "🛰 Rail\u00a0cars; rail\r\ncars. We don’t say “so” in mid–May."
    assert [text[start:end] for start, end in matches(text, words)] == found


def test_blank_ends_of_a_selection_are_left_out() -> None:
    assert trimmed("a  word \r\n b", (1, 10)) == (3, 7)
    assert trimmed("a  \n", (1, 4)) == (4, 4)


def test_every_offset_has_a_place_that_leads_back_to_it(application: QApplication) -> None:
    set_text = column(MIXED, 90.0)
    text, offset = MIXED, 0
    while offset < len(text.rstrip("\n")):
        box = set_text.caret(offset)
        assert set_text.offset_at(QPointF(box.x(), box.center().y())) == offset
        offset = caret.next_character(set_text, offset)
    assert offset == len(text) - 1


def test_the_caret_takes_a_letter_with_what_combines_and_a_line_end_as_one_step(
    application: QApplication,
) -> None:
    set_text = column(MIXED)
    stops = [0]
    while (following := caret.next_character(set_text, stops[-1])) != stops[-1]:
        stops.append(following)
    steps = [MIXED[a:b] for a, b in pairwise(stops)]
    assert {"e\u0301", "🛰", "🚢", "\r\n", "\u2028", "𝔘"} <= set(steps)
    back = [stops[-1]]
    while (before := caret.previous_character(set_text, back[-1])) != back[-1]:
        back.append(before)
    assert back == stops[::-1]


def test_words_and_lines_are_walked(application: QApplication) -> None:
    text = "one two, three\n\nfour five"
    set_text = column(text, 1_000.0)
    assert caret.next_word(set_text, 0) == 4
    assert caret.next_word(set_text, 9) == 16
    assert caret.previous_word(set_text, 16) == 9
    assert caret.word_at(set_text, 5) == (4, 7)
    assert caret.paragraph_at(set_text, 5) == (0, 14)
    assert caret.line_away(set_text, 0, 1, 0.0) == 16
    assert caret.line_away(set_text, 16, -1, 0.0) == 0
    assert caret.line_away(set_text, 0, -1, 0.0) == 0
    assert caret.line_away(set_text, 16, 1, 0.0) == len(text)
    assert caret.line_end(set_text, 2) == 14


def test_the_end_of_a_wrapped_line_stays_on_that_line(application: QApplication) -> None:
    set_text = column("some words that go on over several lines of the column", 120.0)
    end = caret.line_end(set_text, 0)
    assert set_text.caret(end).top() == 0
    assert caret.line_start(set_text, end) == 0


def test_the_words_of_a_span_are_boxed_line_by_line(application: QApplication) -> None:
    set_text = column("🛰 aa bb\r\ncc dd", 500.0)
    boxes = set_text.spans(2, 11)
    assert len(boxes) == 2
    assert boxes[0].left() == set_text.caret(2).x()
    assert boxes[1].right() == set_text.caret(11).x()
    assert boxes[0].bottom() <= boxes[1].top()


def test_heights_that_were_guessed_become_exact_without_a_gap(application: QApplication) -> None:
    text = "A line of words that is wrapped into some lines of the column.\r\n\r\n" * 2_000
    set_text = column(text)
    guessed = set_text.height
    assert set_text.settle(0, guessed)
    for place in range(1, len(set_text.paragraphs)):
        assert set_text.top(place) > set_text.top(place - 1)
    assert set_text.place_at(set_text.height + 1) == len(set_text.paragraphs) - 1
    assert not set_text.settle(0, set_text.height)


@pytest.mark.parametrize("text", ["Words of a line that is set.\r\n" * 170_000, "x" * 5_000_000])
def test_only_the_first_page_of_five_megabytes_is_set(application: QApplication, text: str) -> None:
    laid_out: set[int] = set()

    class Watched(Column):
        def layout(self, place: int) -> QTextLayout:
            laid_out.add(place)
            return super().layout(place)

    whole = column(text)
    Watched(whole.paragraphs, whole.setting, None).settle(0, 1_000)
    assert 0 < len(laid_out) <= 60


def test_the_margin_goes_before_the_text_gets_too_narrow() -> None:
    wide = ground(1_100, 520, 1.0)
    assert (wide.measure, wide.card) == (520, 236)
    assert wide.cards + wide.card < 1_100
    middle = ground(780, 520, 1.0)
    assert middle.has_margin
    assert 410 <= middle.measure <= 520
    narrow = ground(600, 520, 1.0)
    assert not narrow.has_margin
    assert narrow.text + narrow.measure <= 600


def test_cards_never_lie_over_each_other() -> None:
    tops = stacked([(10.0, 50.0), (20.0, 40.0), (300.0, 10.0)], 12.0, -5.0)
    assert tops == [10.0, 72.0, 300.0]
    assert stacked([(-90.0, 50.0)], 12.0, -5.0) == [-5.0]
