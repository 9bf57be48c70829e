"""Speeches: through whom they come, who stands behind a document, and what is nobody's speech."""

import pytest

from evidence_board.suggest.suggestion import Attribution, DateMention
from tests.suggest.said_in import chains, proposed


def test_who_reports_that_somebody_told_an_agency_comes_before_it() -> None:
    text = "The Eastland Times reports that a general told Reuters the port was closed."
    assert chains(text)[-1] == ("Eastland Times", "Reuters", "a general")


def test_an_outlet_that_was_told_may_be_the_carrier_itself() -> None:
    assert chains("A general told the Lowry Post the port was closed.") == [("A general",)]


def test_a_report_is_named_by_who_wrote_it() -> None:
    text = "A report from the Karsk-based Harbour Safety Institute found that the port was unsafe."
    assert chains(text) == [("Harbour Safety Institute",)]


def test_a_name_in_quotation_marks_is_the_speaker() -> None:
    text = "The think tank “Centre for Open Harbours” from Karsk claims that the port is unsafe."
    assert chains(text) == [("Centre for Open Harbours",)]


@pytest.mark.parametrize(
    "words",
    ["This article says that more will follow soon.", "The article says that the port is closed."],
)
def test_a_text_is_no_speaker_of_itself(words: str) -> None:
    assert chains(words) == []


def test_another_article_is_a_speaker() -> None:
    text = "She wrote an article for a magazine. The article says that the port is closed."
    assert ("The article",) in chains(text)


@pytest.mark.parametrize(
    ("speaker", "affiliation"),
    [
        ("A senior defence ministry official", "defence ministry"),
        ("Two US officials", "US"),
        ("An official at the port authority", "the port authority"),
        ("A person familiar with the matter", ""),
    ],
)
def test_who_is_not_named_is_anonymous_and_keeps_the_affiliation(
    speaker: str, affiliation: str
) -> None:
    (said,) = proposed(f"{speaker} said the port would be closed.", Attribution)
    assert (said.origin_kind, said.affiliation) == ("anonymous", affiliation)


def test_days_in_a_quotation_count_from_the_day_on_which_it_was_said() -> None:
    text = (
        "Minister quits\n\n9 June 2026\n\n“We met yesterday and I told him the truth,” the "
        "minister said on Saturday.\n"
    )
    assert [one.edtf for one in proposed(text, DateMention)] == [
        "2026-06-09",
        "2026-06-05",
        "2026-06-06",
    ]


def test_a_quotation_after_a_colon_is_the_subjects() -> None:
    (said,) = proposed("The mayor was blunt: “We will not pay for this bridge.”", Attribution)
    assert (said.speaker, said.content.exact) == ("The mayor", "We will not pay for this bridge.")


def test_pictures_that_somebody_posted_show_something_themselves() -> None:
    text = "Footage posted on social media and checked by Northern Wire showed black smoke rising."
    assert chains(text) == [("Footage",)]


def test_what_pictures_show_to_those_who_read_them_is_theirs() -> None:
    text = "Images analysed by the Harbour Safety Institute show that the port is empty."
    assert ("Harbour Safety Institute",) in [chain[-1:] for chain in chains(text)]


def test_words_that_gather_or_read_are_not_always_said() -> None:
    assert chains("A crowd gathered in the square. Children read books that day at school.") == []
