"""The one table of link types: what may be drawn from what to what, and what it does."""

import pytest

from evidence_board.model.kinds import KIND_OF
from evidence_board.model.link_types import BY_KEY, LINK_TYPES, LinkType, types_between


@pytest.mark.parametrize(
    ("start", "end", "keys"),
    [
        (
            *("claim", "claim"),
            ["supports", "contradicts", "elaborates", "same as", "presupposes"],
        ),
        ("claim", "link", ["undercuts"]),
        ("source", "claim", ["asserts"]),
        (
            *("source", "source"),
            [
                *("quotes", "paraphrases", "relays", "translates", "republishes", "mentions"),
                "depends partly",
            ],
        ),
        *(("claim", "source", []), ("link", "claim", []), ("note", "claim", [])),
    ],
)
def test_what_may_be_drawn_between_two_records(start: str, end: str, keys: list[str]) -> None:
    assert [kind.key for kind in types_between(start, end)] == keys


@pytest.mark.parametrize("kind", LINK_TYPES, ids=lambda kind: kind.key)
def test_a_type_has_words_both_ways_and_a_sign_that_repeats_its_colour(kind: LinkType) -> None:
    assert kind.word
    assert kind.inverse
    assert kind.meaning
    assert len(kind.sign) == 1
    assert all(table in KIND_OF for end in kind.ends for table in end)


def test_signs_and_looks_tell_for_and_against_apart() -> None:
    argued = [BY_KEY[key] for key in ("supports", "contradicts", "undercuts")]
    assert len({kind.sign for kind in argued}) == len({kind.look for kind in argued}) == 3
    assert [kind.effect for kind in argued] == ["for", "against", "against the step"]
    assert all(kind.effect == "none" for kind in LINK_TYPES if kind not in argued)


def test_mentions_and_partial_dependence_are_not_lineage() -> None:
    carries = {kind.key for kind in LINK_TYPES if kind.lineage}
    assert carries == {"quotes", "paraphrases", "relays", "translates", "republishes"}
