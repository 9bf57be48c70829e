"""Whatever a text holds: no rule raises, each place fits, and the time grows with the length."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_board.model.edtf import bounds
from evidence_board.suggest.plain import plain_values
from evidence_board.suggest.proposing import of_text
from evidence_board.suggest.reuse import Index
from evidence_board.suggest.suggestion import Attribution, DateMention, Quantity, Span
from tests.suggest.gold import all_gold

DAY = date(2026, 3, 12)
PIECES = st.sampled_from(
    (
        *(
            "said",
            "Anna Reed",
            "according to",
            "the ministry",
            "told",
            "“",
            "”",
            '"',
            "’",
            ",",
            ".",
            " ",
        ),
        *(
            "\n",
            "\n\n",
            "more than",
            "1,000",
            "₦38bn",
            "May",
            "12",
            "2026",
            "on Monday",
            "last week",
        ),
        *(
            "if",
            "confirmed",
            "may",
            "who",
            "citing",
            "quoted",
            "as saying",
            ":",
            "–",
            "(",
            ")",
            "%",
        ),
        *(
            "denied",
            "that",
            "he",
            "it",
            "and",
            "between",
            "to",
            "a few",
            "İ",
            "🛳",
            "паром",
            "\u200b",
        ),
    )
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join))
HOSTILE = (
    *(
        '"',
        "“",
        "said ",
        "Anna Reed, ",
        "according to ",
        "1,",
        "1",
        " ",
        "\n",
        "Anna ",
        "citing X, ",
    ),
    *(
        "may ",
        "“A said ",
        "A",
        "(",
        "a",
        "1 May ",
        "1 to ",
        "was quoted as saying ",
        "-",
        "if the ",
        "A. ",
    ),
    *(
        "could not be reached for comment ",
        "Aa Bb (AB) ",
        "A: b\n",
        "the of ",
        "told the ",
        "U.S. ",
    ),
)


def spans_of(one: object) -> list[Span]:
    """Return all spans of a suggestion."""
    if isinstance(one, Attribution):
        return [one.span, one.cue, one.content, *one.more]
    span = getattr(one, "span", None)
    assert isinstance(span, Span)
    return [span]


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_each_place_fits_its_words(text: str) -> None:
    for one in of_text(text, DAY, DAY):
        for span in spans_of(one):
            assert 0 <= span.start < span.end <= len(text)
            assert span.exact == text[span.start : span.end]
        assert one.reason
        if isinstance(one, DateMention) and one.edtf is not None:
            assert bounds(one.edtf)
        if isinstance(one, Quantity) and one.low is not None and one.high is not None:
            assert one.low <= one.high
        if isinstance(one, Attribution):
            assert one.chain[-1] == one.speaker
            if one.mode != "narrator attributed by context":  # its cue is another sentence's
                assert one.span.start <= one.cue.start
                assert one.cue.end <= one.span.end
        assert {"kind", "source", "start", "end", "exact", "reason"} <= plain_values(
            "s", one
        ).keys()


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_shared_passages_fit_in_both_texts(one: str, two: str) -> None:
    index = Index()
    index.add("one", one)
    for reuse in index.add("two", two + one):
        assert reuse.span.exact == (two + one)[reuse.span.start : reuse.span.end]
        assert reuse.other.exact == one[reuse.other.start : reuse.other.end]
        assert reuse.longest_run <= reuse.tokens


@pytest.mark.timeout(60)  # what grows with the square of the length would take longer
@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_comes_to_an_end(piece: str) -> None:
    text = (piece * (40_000 // len(piece) + 1))[:40_000]
    of_text(text, DAY)
    index = Index()
    index.add("one", text)
    index.add("two", text)


def test_a_long_text_is_read_to_its_end() -> None:
    text = "\n\n".join(one.text for one in all_gold())
    text = (text + "\n\n") * (250_000 // len(text) + 1)
    found = of_text(text, DAY)
    assert len(found) > 1_000
    assert found[-1].span.end > len(text) * 0.9
