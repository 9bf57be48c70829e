"""Folded text: what finding takes for the same, and that this never changes."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_board.model.folding import fold, fold_with_places


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Château", "chateau"),
        ("CHA\u0302TEAU", "chateau"),
        ("Straße", "strasse"),
        ("Ёлка Чайка", "елка чаика"),
        ("مُحَمَّد", "محمد"),
        ("أحمد", "احمد"),
        ("북한", "북한"),
        ("\u1107\u116e\u11a8\u1112\u1161\u11ab", "북한"),
        ("ﬁle", "file"),
        ("“It’s” – so", '"it\'s" - so'),
        ("co\u00adoperate", "cooperate"),
        ("a\x00b", "a b"),
        ("が", "か\u3099"),
        ("🚢", "🚢"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
    ],
)
def test_what_is_taken_for_the_same(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.no_cover  # a million calls of the same lines
def test_folding_is_what_it_was_when_indexes_were_made() -> None:
    """An index forgets a text by folding it again: this must be the same in every Python."""
    signs = (chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    digest = hashlib.sha256("\n".join(map(fold, signs)).encode()).hexdigest()
    assert digest == "87ea6f28be287fd430ab0c19d40c1a0417955d79876a9ed1b1b5f218c0304d19"


@given(st.text(alphabet="aÂé\u0301ßﬁ북\u1107\u116e\u11a8\u00ad \n"))
def test_each_folded_sign_comes_from_its_place(text: str) -> None:
    folded, places = fold_with_places(text)
    assert folded == fold(text)
    assert len(places) == len(folded) + 1
    assert list(places) == sorted(places)
    assert places[-1] == len(text)
    for at, sign in enumerate(folded):
        assert sign in fold(text[places[at] : places[at] + 3])
