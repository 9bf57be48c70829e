"""The fixed words of a brief: grammatical around any text, never both judgements in a sentence."""

import re

import pytest

from evidence_board.analysis.dates import edtf_words, stamp_words
from evidence_board.brief import wording
from evidence_board.brief.values import Likelihood
from evidence_board.model.scales import CONFIDENCE, LIKELIHOOD_WORDS, SCALES


@pytest.mark.parametrize("word", LIKELIHOOD_WORDS)
def test_each_term_of_each_scale_makes_a_sentence_with_its_own_word_and_range(word: str) -> None:
    scale = next(one for one in SCALES.values() if one.term(word))
    likelihood = wording.likelihood_of(scale, word, None)
    assert likelihood is not None
    said = wording.likelihood_sentence(likelihood, "the crane lifts")
    assert said.term == word
    span = re.escape(f"({likelihood.range})")
    that = rf"(It is|There is|There is a|We see) {word}( so)? {span} that the crane lifts\."
    this = rf"We assess this as {word} {span}: the crane lifts\."
    assert re.fullmatch(this if word == "remote" else that, said.text)
    alone = wording.likelihood_sentence(likelihood)
    assert alone.text.endswith(".")
    assert word in alone.text
    assert "this" in alone.text


@pytest.mark.parametrize("word", LIKELIHOOD_WORDS)
@pytest.mark.parametrize("term", CONFIDENCE)
def test_a_likelihood_never_shares_its_sentence_with_a_confidence(word: str, term: str) -> None:
    likelihood = Likelihood(word, "", 0)
    assert "confidence" not in wording.likelihood_sentence(likelihood, "it is so").text
    assert word not in wording.confidence_sentence(term, "two reports agree").split()
    assert "%" not in wording.confidence_sentence(term, "two reports agree")


def test_what_is_not_judged_is_said_as_not_judged() -> None:
    said = wording.likelihood_sentence(None, "It is so")
    assert said.text == "We have not judged how likely this is: It is so."
    assert wording.likelihood_sentence(None).text == "We have not judged how likely this is."
    assert wording.confidence_sentence(None, "") == "Our confidence in the basis is not judged."


def test_a_confidence_without_a_reason_is_held_back() -> None:
    said = wording.confidence_sentence("high", "  ")
    assert "not yet fit for export" in said
    assert "high" not in said


def test_the_reason_of_a_confidence_joins_by_its_first_letter() -> None:
    small = wording.confidence_sentence("low", "one letter")
    assert small == "Our confidence is low: one letter."
    great = wording.confidence_sentence("low", "One letter says so!")
    assert great == "Our confidence is low. One letter says so!"


def test_a_term_of_another_scale_keeps_its_stored_range() -> None:
    phia = SCALES["phia"]
    kept = wording.likelihood_of(phia, "very likely", (80, 95))
    assert kept == Likelihood("very likely", "80–95 %", 0)
    assert wording.likelihood_of(phia, "very likely", None) == Likelihood("very likely", "", 0)
    assert wording.likelihood_sentence(Likelihood("very likely", "", 0), "x").text == (
        "It is very likely that x."
    )


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("The crane lifts", "the crane lifts"),
        ("A crane lifts.", "a crane lifts"),
        ("Two cranes of the harbour lift", "two cranes of the harbour lift"),
        ("North Korea sells coal", "North Korea sells coal"),
        ("RUSI counted the boxes", "RUSI counted the boxes"),
        ("US officials say so", "US officials say so"),
        ("73 wagons stood there", "73 wagons stood there"),
    ],
)
def test_a_claim_follows_that_as_it_is_written_within_a_sentence(text: str, clause: str) -> None:
    said = wording.likelihood_sentence(Likelihood("likely", "55–80 %", 5), text)
    assert said.text == f"It is likely (55–80 %) that {clause}."


@pytest.mark.parametrize(
    "text",
    [
        "Cranes lift",  # a name or not: the capital does not say
        "Шлюз закрыт",
        "The crane lifts. It is new",
        "The crane lifts?",
    ],
)
def test_what_cannot_follow_that_stands_after_a_colon_as_it_is(text: str) -> None:
    said = wording.likelihood_sentence(Likelihood("likely", "55–80 %", 5), text)
    assert said.text == f"We assess this as likely (55–80 %): {wording.ended(text)}"


def test_who_said_hedged_and_denied_it_is_told() -> None:
    said = wording.attributed(["A", "B"], [("C", "as probable")], ["D"], "It is so")
    assert said.text == "According to A and B: It is so. C gives it as probable. D denies it."
    hedged = wording.attributed([], [("C", "as possible")], ["D", "E"], "It is so.")
    assert hedged.text == "C gives it as possible: It is so. D and E deny it."
    several = wording.attributed(
        [], [("A", "as possible"), ("B", "as probable"), ("C", "as possible")], []
    )
    assert several.text == "A and C give it as possible, B as probable."
    assert wording.attributed([], [], ["D"], "It is so").text == "Denied by D: It is so."
    assert "analyst" in wording.attributed([], [], [], "It is so").text
    assert wording.attributed(["A"], [], []).text == "According to A."


def test_lists_numbers_and_cuts_read_as_written_by_hand() -> None:
    assert wording.listed([]) == "nobody"
    assert wording.listed(["A", "B", "C"]) == "A, B and C"
    assert wording.counted(1, "copy", "copies") == "1 copy"
    assert wording.counted(2, "copy", "copies") == "2 copies"
    assert wording.short("one  two\nthree", 9) == "one two…"
    assert wording.short("x" * 20, 9) == "x" * 8 + "…"
    assert wording.ended("Why?") == "Why?"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        (None, ""),
        ("2023-10-05", "5 October 2023"),
        ("2023-10", "October 2023"),
        ("2023", "2023"),
        ("2023-10-XX", "October 2023"),
        ("202X", "the years 202X"),
        ("2023-10-07~", "about 7 October 2023"),
        ("2023?", "2023, uncertain"),
        ("2023-10%", "about October 2023, uncertain"),
        ("2023-08/2023-10", "August 2023 to October 2023"),
        ("/2023-10-13", "until 13 October 2023, start not known"),
        ("../2023", "until 2023"),
        ("2023-10-16/..", "from 16 October 2023"),
        ("2023-10-16/", "from 16 October 2023, end not known"),
        ("[2023-10-09,2023-09-10]", "9 October 2023 or 10 September 2023"),
        ("2023-13-01", "2023-13-01"),
        ("last week", "last week"),
    ],
)
def test_dates_are_said_in_words_and_never_made_sharper(edtf: str | None, words: str) -> None:
    assert edtf_words(edtf) == words


@pytest.mark.parametrize(
    ("stamp", "words"),
    [
        ("2026-01-01T00:00:00Z", "1 January 2026, 00:00 UTC"),
        ("2026-01-01T09:30:00+09:00", "1 January 2026, 00:30 UTC"),
        ("2026-01-01T09:30:00", "1 January 2026, 09:30"),
        ("2023-10-18", "18 October 2023"),
        ("end of March", "end of March"),
        ("", ""),
    ],
)
def test_time_stamps_are_said_in_utc(stamp: str, words: str) -> None:
    assert stamp_words(stamp) == words
