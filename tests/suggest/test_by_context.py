"""Sentences of a narrator: whose they are by the sentences around them, or by the headline."""

from evidence_board.suggest.suggestion import Attribution
from tests.suggest.said_in import by_context, proposed

BRIDGE = "The bridge would be closed for three weeks."
AROUND = "The mayor said the bridge was unsafe. {} The old cables had rusted, she added."


def test_a_sentence_between_two_of_one_speaker_is_that_speakers() -> None:
    assert by_context(AROUND.format(BRIDGE)) == [("The mayor", BRIDGE)]


def test_its_cue_is_that_of_the_sentence_before() -> None:
    text = AROUND.format(BRIDGE)
    found = [one for one in proposed(text, Attribution) if one.content.exact == BRIDGE]
    assert [(one.cue.exact, one.mode) for one in found] == [
        ("said", "narrator attributed by context")
    ]
    assert "between two sentences of The mayor" in found[0].reason


def test_a_sentence_between_two_speakers_is_nobodys() -> None:
    text = f"The mayor said the bridge was unsafe. {BRIDGE} Engineers said the cables had rusted."
    assert by_context(text) == []


def test_a_quotation_between_two_sentences_of_one_speaker_is_left_alone() -> None:
    assert by_context(AROUND.format("“Nobody told us that it was so bad.”")) == []


def test_a_longer_stretch_of_narration_is_nobodys() -> None:
    assert by_context(AROUND.format(" ".join([BRIDGE] * 3))) == []


def test_a_sentence_in_a_paragraph_of_its_own_is_nobodys() -> None:
    assert by_context(AROUND.format(f"\n\n{BRIDGE}\n\n")) == []


def test_a_headline_that_names_who_says_it_covers_a_body_that_names_nobody() -> None:
    text = (
        "Old bridge of Harwick is unsafe, mayor says\n\nBy Anna Reed\n9 June 2026\n\n"
        "The old bridge of Harwick is no longer safe. Its cables have rusted for years.\n"
    )
    assert [one for _, one in by_context(text)] == [
        "The old bridge of Harwick is no longer safe.",
        "Its cables have rusted for years.",
    ]
    (headline,) = (one for one in proposed(text, Attribution) if one.mode == "headline")
    assert headline.content.exact == "Old bridge of Harwick is unsafe"


def test_a_headline_does_not_cover_a_body_that_names_another() -> None:
    text = (
        "Old bridge of Harwick is unsafe, mayor says\n\nBy Anna Reed\n9 June 2026\n\n"
        "The old bridge of Harwick is no longer safe. Engineers said the cables had rusted.\n"
    )
    assert by_context(text) == []
