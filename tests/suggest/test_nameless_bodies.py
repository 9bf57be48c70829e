"""Speeches of those who have no name: agencies, sources, one of several people, documents."""

import pytest

from evidence_board.suggest.suggestion import Attribution, Hedge, Quantity
from tests.suggest.said_in import by_context, proposed


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Aid agencies say thousands of people sleep outdoors.",
            "Aid agencies",
            "thousands of people sleep outdoors",
        ),
        (
            "River groups have long warned that the dyke will not hold.",
            "River groups",
            "the dyke will not hold",
        ),
        (
            "Preliminary inquiries suggest that two men cut the fence.",
            "Preliminary inquiries",
            "two men cut the fence",
        ),
        (
            "One agent put the delay at three days.",
            "One agent",
            "the delay at three days",
        ),
        (
            "An insider put the price at $40 million.",
            "An insider",
            "the price at $40 million",
        ),
        (
            "The sale may still fail, the first person added.",
            "the first person",
            "The sale may still fail",
        ),
        (
            "A second official, who was not allowed to speak, confirmed the raid.",
            "A second official",
            "the raid",
        ),
        (
            "An onlooker recounted that the crane fell slowly.",
            "An onlooker",
            "the crane fell slowly",
        ),
        (
            "In the opinion of harbour pilots, the channel is too narrow.",
            "harbour pilots",
            "the channel is too narrow",
        ),
        (
            "The health agency assesses the risk to travellers as low.",
            "The health agency",
            "the risk to travellers as low",
        ),
        (
            "The health agency advises against any travel to the lakes.",
            "The health agency",
            "any travel to the lakes",
        ),
        (
            "The coast guard suspects that the ship cut the cable.",
            "The coast guard",
            "the ship cut the cable",
        ),
        ("Analysts expect prices to rise.", "Analysts", "prices to rise"),
        (
            "The fire service said that two roofs had fallen in and urged people to stay in.",
            "The fire service",
            "two roofs had fallen in",
        ),
        (
            "The treasury dismissed the reports as “street talk”, while the lobby wants a review.",
            "The treasury",
            "street talk",
        ),
        (
            "The force said in a post on X it was looking for two men.",
            "The force",
            "it was looking for two men",
        ),
        (
            "The talks will go on, per a statement from the embassy.",
            "the embassy",
            "The talks will go on",
        ),
    ],
)
def test_who_has_no_name_speaks_too(text: str, speaker: str, content: str) -> None:
    found = [(one.speaker, one.content.exact) for one in proposed(text, Attribution)]
    assert (speaker, content) in found


def test_a_speaker_goes_on_in_a_form_that_ends_in_ing() -> None:
    text = "The yard was sold, people who know the plan said, cautioning that the price may fall."
    assert [one.content.exact for one in proposed(text, Attribution)] == [
        "The yard was sold",
        "the price may fall",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The company expects sales to rise.",  # its plan
        "The harbour was ruled out of use.",
    ],
)
def test_a_plan_or_a_rule_is_no_speech(text: str) -> None:
    assert not proposed(text, Attribution)


def test_what_is_told_of_those_who_speak_is_not_what_they_said() -> None:
    text = (
        "Two drivers said the gate was shut. They asked not to be named because they fear for "
        "their work. The drivers said the guard had left."
    )
    assert by_context(text) == []


def test_a_buyer_who_may_come_is_no_hedge_and_a_road_no_sum() -> None:
    text = "Four potential buyers met on the R510 near the mine."
    assert not proposed(text, Hedge)
    assert [one.value for one in proposed(text, Quantity)] == [4]
