"""Speeches: who stands behind a role, a headline, a phrase, a short form, an analysis."""

from datetime import date

import pytest

from evidence_board.suggest.proposing import of_text
from evidence_board.suggest.suggestion import Attribution, DateMention, Hedge, Quantity
from tests.suggest.said_in import chains, proposed

TODAY = date(2026, 12, 31)


def said(text: str) -> list[tuple[str, str]]:
    """Return who says what in a text."""
    return [(one.speaker, one.content.exact) for one in proposed(text, Attribution)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Traders are of the view that imports will rise.",
            "Traders",
            "imports will rise",
        ),
        (
            "The port authority raised concerns about the state of the crane.",
            "The port authority",
            "the state of the crane",
        ),
        (
            "Prices rose by a tenth, as per the weather office.",
            "the weather office",
            "Prices rose by a tenth",
        ),
        (
            "Tarn Watch, a charity for rivers, which has no staff, says the water is unsafe.",
            "Tarn Watch",
            "the water is unsafe",
        ),
        (
            "“It is closed,” its chief executive, Jo Smith, said.",
            "Jo Smith",
            "It is closed",
        ),
        (
            "The court heard a petition by a bidder who claims it was locked out unfairly.",
            "a bidder",
            "it was locked out unfairly",
        ),
        (
            "In Anna Reed's view, the fire was started by hand.",
            "Anna Reed",
            "the fire was started by hand",
        ),
        (
            "A former night nurse recalls seeing boxes carried to the boiler house.",
            "A former night nurse",
            "seeing boxes carried to the boiler house",
        ),
        (
            "Sources within the commission intimated to the Nation that five would be summoned.",
            "Sources within the commission",
            "five would be summoned",
        ),
        (
            "But cabinet member for transport Cllr Jo Smith (Lab, Tarn Hill) hit back, saying use "
            "of the sheds was up on last year.",
            "Jo Smith",
            "use of the sheds was up on last year",
        ),
        (
            "The Open Seas Project of the Karsk-based Centre for Harbours said the port was shut.",
            "Open Seas Project",
            "the port was shut",
        ),
        (
            "Over the past year, according to the Harbour Guild, insurers have raised their rates.",
            "Harbour Guild",
            "insurers have raised their rates",
        ),
    ],
)
def test_a_speech_is_found_with_who_says_it(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The trust's report blames rising rents.",
        "He agreed not to name the two men.",
        "The board declared a dividend of ten cents to be paid in May.",
        "The agency praised its builders.",
    ],
)
def test_what_somebody_does_is_no_speech(text: str) -> None:
    assert [one for one in said(text) if one[0] != "The trust"] == []


def test_an_analysis_that_an_outlet_tells_of_comes_through_it_with_all_its_words() -> None:
    text = (
        "New images taken on Friday and analyzed by the Centre for Open Harbours indicate traffic "
        "between the two ports, Voice of Eastland reports."
    )
    (analysed,) = [one for one in proposed(text, Attribution) if "analyzed" in one.cue.exact]
    assert analysed.chain == ("Voice of Eastland", "Centre for Open Harbours")
    assert analysed.content.exact.startswith("New images")


def test_an_article_before_a_name_needs_no_reason_of_its_own() -> None:
    (one,) = proposed("The Harbour Guild said the port was shut.", Attribution)
    assert "stands for" not in one.reason


def test_a_sentence_that_names_who_reports_stands_for_its_paragraph() -> None:
    text = (
        "The governor denied the strike. He told agencies: “There was none.” That reports Reuters."
    )
    assert [chain[0] for chain in chains(text)] == ["Reuters", "Reuters"]


def test_a_quotation_goes_on_over_paragraphs_and_after_words_on_place() -> None:
    text = (
        "“It is closed,” the mayor told reporters at a hastily called briefing. “It stays "
        "closed.\n\n“And nobody is hurt.”\n"
    )
    (one,) = proposed(text, Attribution)
    assert [span.exact for span in one.more] == ["It stays closed.", "And nobody is hurt."]


def test_a_headline_names_who_says_it_before_a_colon_where_the_body_has_them_speak() -> None:
    text = (
        "VoE: Rail traffic across the border rises again\n\nBy Anna Reed\n9 June 2026\n\nRail "
        "traffic across the border has risen again, Voice of Eastland reports.\n"
    )
    headline = next(one for one in of_text(text, TODAY) if isinstance(one, Attribution))
    assert (headline.speaker, headline.mode) == ("Voice of Eastland", "headline")


def test_a_general_noun_stands_for_the_body_that_spoke_before_and_for_no_country() -> None:
    text = (
        "The Care Quality Board found the ward unsafe. Norland was silent. The watchdog said that "
        "staff were too few."
    )
    assert said(text)[-1] == ("Care Quality Board", "staff were too few")


def test_a_pronoun_does_not_lead_back_over_many_speeches() -> None:
    names = "\n\n".join(f"Speaker number {n} of the council said it was so." for n in range(8))
    text = f"Mr Ola Berg said the port was shut.\n\n{names}\n\nHe added that nobody was hurt."
    assert said(text)[-1][0] != "Ola Berg"


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("The house stood there in the 18th century.", "17XX"),
        ("The unit will be inspected again in the autumn.", "2026-23"),
        ("It was built in the summer of 1983.", "1983-22"),
        ("Its August policy was stricter.", "2026-08"),
        ("He hopes that 2027 will be better.", "2027"),
        ("The secretary on Thursday said the fleet would grow.", "2026-08-06"),
        ("It has been dry, and it is to be paid on September 4.", "2026-09-04"),
    ],
)
def test_a_date_is_read_as_it_is_meant(words: str, edtf: str) -> None:
    found = [
        one for one in of_text(words, TODAY, date(2026, 8, 11)) if isinstance(one, DateMention)
    ]
    assert [one.edtf for one in found] == [edtf]


def test_an_outlets_name_with_a_day_in_it_is_no_date() -> None:
    text = "The Sunday Star wrote that the port was shut."
    assert proposed(text, DateMention) == ()


@pytest.mark.parametrize(
    ("words", "value", "comparator"),
    [
        ("It carries something like 62,000 vehicles.", 62_000, "about"),
        ("Gusts approaching 90mph are expected.", 90, "nearly"),
        ("It will reach 11C.", 11, "exact"),
    ],
)
def test_a_figure_is_read_with_its_comparator(words: str, value: int, comparator: str) -> None:
    (one,) = proposed(words, Quantity)
    assert (one.value, one.comparator) == (value, comparator)


@pytest.mark.parametrize(
    "words",
    [
        "Nearly nine in ten of those asked agreed.",
        "She died at 81.",
        "See doi 10.1038/s41561-026-00000-0 for more.",
        "Two thirds of them were never used.",
    ],
)
def test_a_number_that_counts_nothing_is_no_figure(words: str) -> None:
    assert proposed(words, Quantity) == ()


@pytest.mark.parametrize(
    ("words", "hedge_class"),
    [
        ("It is understood a further sum has been set aside.", "hearsay"),
        ("It is thought a man was hurt.", "PR"),
        ("The claim has yet to be verified.", "unknown"),
    ],
)
def test_a_hedge_is_told_by_its_class(words: str, hedge_class: str) -> None:
    assert hedge_class in [one.hedge_class for one in proposed(words, Hedge)]
