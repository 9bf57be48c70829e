"""Characters that cannot be printed are replaced by something that can be read."""

import pytest

from evidence_board.typeset.characters import StandIns


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("plain words", "plain words"),
        ("Тумангaн, Ωμέγα, 두만강, تومان", "Тумангaн, Ωμέγα, 두만강, تومان"),
        ("😀", "[U+1F600]"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\u2067b\u2069", "a[U+2067]b[U+2069]"),
        ("zero\u200bwidth", "zero[U+200B]width"),
        ("\ufeffmark", "[U+FEFF]mark"),
        ("private \ue000", "private [U+E000]"),
        ("x\u200dy", "x[U+200D]y"),
        ("م\u200cر", "م\u200cر"),
        ("e\u0301", "é"),
        ("\u1112\u1161\u11ab", "한"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("wide\u1680space", "wide space"),
        ("bell\u0007", "bell[U+0007]"),
        ("\u0301alone", "[U+0301]alone"),
        (" \u00ad ", "[blank]"),
        ("\t", "[blank]"),
        ("", ""),
    ],
)
def test_text_is_printed_so_that_nothing_hides(text: str, printed: str) -> None:
    assert StandIns().printed(text) == printed


def test_stand_ins_are_counted_for_the_method_note() -> None:
    stand_ins = StandIns()
    stand_ins.printed("😀 and 😀 and \u202e")
    assert stand_ins.counts == {"U+1F600": 2, "U+202E": 1}


def test_a_mark_on_a_letter_that_no_font_has_with_it_is_told() -> None:
    assert StandIns().printed("한\u0330") == "한[U+0330]"


def test_words_that_no_line_can_hold_get_places_to_break() -> None:
    long = "https://example.org/" + "path/" * 30
    printed = StandIns().printed(long)
    assert printed.replace("\u200b", "") == long
    assert max(len(piece) for piece in printed.split("\u200b")) <= 25


def test_a_hash_is_kept_in_one_piece() -> None:
    assert StandIns().printed("a" * 64) == "a" * 64
