"""A long text in pieces gives what the whole gives, wherever the pieces end."""

from datetime import date
from itertools import pairwise

import pytest

from evidence_board.suggest.piecewise import WHOLE, of_piece, of_pieces, pieces_of
from evidence_board.suggest.proposing import of_text
from evidence_board.suggest.suggestion import Attribution, OfText

TODAY, DAY = date(2026, 11, 22), date(2026, 10, 5)
PARAGRAPH = (
    "Anna Reed, who keeps the harbour of Harwick, said on Monday that number {0} probably left "
    "with about 40 tons of salt. “Nobody counted them,” she said.\n\n"
)
LONG = "".join(PARAGRAPH.format(number) for number in range(1, 1_001))


def in_pieces(text: str) -> list[OfText]:
    return [one for piece in pieces_of(text) for one in of_piece(text, piece, TODAY, DAY)]


def test_pieces_follow_each_other_and_end_where_lines_do() -> None:
    pieces = pieces_of(LONG)
    assert len(pieces) > 2
    assert (pieces[0][0], pieces[-1][1]) == (0, len(LONG))
    for before, after in pairwise(pieces):
        assert before[1] == after[0]
        assert LONG[before[1] - 1] == "\n"


@pytest.mark.parametrize("text", ["", "word", LONG[:WHOLE]])
def test_a_text_that_is_not_long_is_one_piece(text: str) -> None:
    assert pieces_of(text) == (((0, len(text)),) if text else ())
    assert in_pieces(text) == list(of_text(text, TODAY, DAY) if text else ())


def test_a_text_without_any_line_or_word_is_cut_all_the_same() -> None:
    pieces = pieces_of("x" * 250_000)
    assert pieces[-1][1] == 250_000
    assert max(end - start for start, end in pieces) <= 60_000


def test_what_is_found_is_the_same_with_exact_words_in_their_place() -> None:
    whole, found = of_text(LONG, TODAY, DAY), in_pieces(LONG)
    assert found == list(whole)
    for one in found:
        assert LONG[one.span.start : one.span.end] == one.span.exact
        if isinstance(one, Attribution):
            for span in (one.cue, one.content, *one.more):
                assert LONG[span.start : span.end] == span.exact


def test_who_was_named_before_a_piece_is_known_in_it() -> None:
    second = of_piece(LONG, pieces_of(LONG)[1], TODAY, DAY)
    said = [one for one in second if isinstance(one, Attribution) and one.as_given == "she"]
    assert said
    assert {one.speaker for one in said} == {"Anna Reed"}


def test_several_pieces_come_one_after_the_other() -> None:
    pieces = pieces_of(LONG)[:2]
    found = of_pieces(LONG, pieces, TODAY, DAY)
    assert next(found) == of_piece(LONG, pieces[0], TODAY, DAY)
    assert next(found) == of_piece(LONG, pieces[1], TODAY, DAY)
    assert next(found, None) is None
