"""Typesetting in a process of its own: the same bytes, errors as sentences, an end on demand."""

import pytest

from evidence_board.brief.content import build
from evidence_board.typeset.errors import TypesetError
from evidence_board.typeset.pdf import pdf
from evidence_board.typeset.worker import Typesetting, made_in_child
from tests.brief.harbour import AT, harbour


def test_the_child_gives_the_same_bytes() -> None:
    brief = build(harbour(), at=AT)
    assert made_in_child(brief, at=AT) == pdf(brief, at=AT)


def test_what_takes_too_long_is_ended_with_a_sentence() -> None:
    work = Typesetting(build(harbour(), at=AT), at=AT)
    with pytest.raises(TypesetError, match="was not ready after 0 seconds"):
        work.result(limit=0)
    assert not work.running


def test_a_cancelled_one_ends_at_once_and_has_no_result() -> None:
    with Typesetting(build(harbour(), at=AT), at=AT) as work:
        assert not work.ready()
        work.cancel()
        assert not work.running
        with pytest.raises(TypesetError, match="was stopped"):
            work.result()


def test_a_child_that_cannot_typeset_says_so_in_a_sentence() -> None:
    with pytest.raises(TypesetError, match="is not a time"):
        made_in_child(build(harbour(), at=AT), at="yesterday")
