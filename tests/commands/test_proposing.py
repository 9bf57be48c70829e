"""What a text proposes for a claim from its words, and what was turned down of it."""

from datetime import date

import pytest

from evidence_board.commands import claims, dismissing
from evidence_board.commands.chains import Teller
from evidence_board.commands.claims import PLAIN, Saying
from evidence_board.commands.proposing import Proposal, in_own_voice, proposal
from evidence_board.model.assertion import Assertion
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.suggest.proposing import of_text
from tests.commands.conftest import Harbour

TEXT = (
    "HARWICK, 4 March 2021 -- The bridge closed on Monday.\n\n"
    "On 1 March 2021 about 1,200 lorries probably crossed it, Olaf Tandberg said on Tuesday.\n\n"
    "The Coast Wire reported that the Bureau of Ships had counted 40 ferries.\n\n"
    "“We may open a lane,” said a US official who asked not to be named.\n\n"
    "The river rose in the night.\n\n"
    "Images taken on Friday and analyzed by the Centre for Open Harbours indicate traffic "
    "between the two ports, the Coast Wire reports.\n\n"
    "The Coast Wire reported:\n\n"
    "“About 60 ferries lay at the northern quay on Sunday, the Harbour Project said in a "
    "report.”\n\n"
    "On 2 March, the head of the pilots' service of the northern port, Mara Holt, stated that the "
    "channel was free. Olaf Tandberg said the pier was not.\n"
)


def proposed(project: Project, case: Harbour, words: str) -> Proposal:
    found = of_text(TEXT, date(2021, 3, 5), date(2021, 3, 4))
    start = TEXT.index(words)
    return proposal(project, case.report.id, found, (start, start + len(words)))


def test_speaker_mode_hedge_date_and_quantity_are_proposed(project: Project, case: Harbour) -> None:
    made = proposed(project, case, "On 1 March 2021 about 1,200 lorries probably crossed it")
    assert made.saying.tellers == (Teller("Olaf Tandberg"),)
    assert made.saying.mode == "paraphrase"
    assert (made.saying.hedge, made.saying.factuality) == ("probably", "PR+")
    assert made.particulars.event == "2021-03-01"
    assert made.particulars.quantity["value"] == 1200
    assert made.particulars.quantity["comparator"] == "about"
    assert made.reasons


def test_a_report_of_what_another_said_goes_through_the_relay(
    project: Project, case: Harbour
) -> None:
    made = proposed(project, case, "the Bureau of Ships had counted 40 ferries")
    assert next(one.name for one in made.saying.tellers).endswith("Coast Wire")


def test_an_analysis_goes_through_who_tells_of_it_whatever_words_of_it_are_marked(
    project: Project, case: Harbour
) -> None:
    whole = TEXT[TEXT.index("Images taken") : TEXT.index("The Coast Wire reported:")].strip()
    for words in (whole, "traffic between the two ports"):
        made = proposed(project, case, words)
        assert [one.name for one in made.saying.tellers] == [
            "Coast Wire",
            "Centre for Open Harbours",
        ]


def test_what_one_says_within_the_report_of_another_is_theirs_whatever_is_marked_of_it(
    project: Project, case: Harbour
) -> None:
    """The whole sentence with its cue, as a person marks it, leads to the one who said it."""
    whole = TEXT[TEXT.index("“About 60") :].strip()
    for words in (whole, whole[1:-1], "About 60 ferries lay at the northern quay on Sunday"):
        made = proposed(project, case, words)
        assert [one.name for one in made.saying.tellers] == ["Coast Wire", "Harbour Project"]


def test_the_day_that_begins_a_sentence_dates_its_speech_and_no_other(
    project: Project, case: Harbour
) -> None:
    """The words of a speech are marked; who says it, and when, stands before them."""
    assert proposed(project, case, "the channel was free").particulars.stated == "2021-03-02"
    assert proposed(project, case, "the pier was not").particulars.stated is None


def test_an_unnamed_official_is_proposed_as_such(project: Project, case: Harbour) -> None:
    made = proposed(project, case, "We may open a lane")
    (official,) = made.saying.tellers
    assert official.unnamed
    assert "US" in official.affiliation


def test_words_of_nobody_propose_nothing(project: Project, case: Harbour) -> None:
    assert proposed(project, case, "The river rose").saying == PLAIN


def test_a_known_source_is_proposed_by_its_record(project: Project, case: Harbour) -> None:
    capture = project.capture_of(case.report.id)
    assert capture is not None
    words = excerpt_of(case.report.id, capture.id, project.text(capture), 1, 6)
    claims.mark(project, words, "It did.", saying=claims.Saying((Teller("Olaf Tandberg"),)))
    held = project.get(Source, project.all(Assertion)[-1].chain[-1])
    (teller,) = proposed(project, case, "1,200 lorries").saying.tellers
    assert teller.id == held.id


def test_what_was_turned_down_is_remembered_undone_and_asked_again(
    project: Project, case: Harbour
) -> None:
    sign = dismissing.sign_of("hedge", 12, "probably")
    dismissing.dismiss(project, case.report, sign)
    dismissing.dismiss(project, case.report, dismissing.sign_of("hedge", 40, "may"))
    assert len(dismissing.dismissed(project.get(Source, case.report.id))) == 2
    assert project.undo_label == "Dismiss suggestion"
    project.undo()
    assert dismissing.dismissed(project.get(Source, case.report.id)) == {sign}
    dismissing.ask_again(project, case.report)
    assert not dismissing.dismissed(project.get(Source, case.report.id))


def test_turning_down_leaves_how_the_fields_are_known(project: Project, case: Harbour) -> None:
    before = dict(project.get(Source, case.report.id).basis)
    dismissing.dismiss(project, case.report, "hedge 12 probably")
    after = dict(project.get(Source, case.report.id).basis)
    after.pop("dismissed")
    assert after == before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("hedge", 1, "may"), ("hedge", 2, "may")),
        (("hedge", 1, "may"), ("date", 1, "may")),
        (("reuse", 1, "may", "s1"), ("reuse", 1, "may", "s2")),
    ],
)
def test_two_suggestions_have_two_signs(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert dismissing.sign_of(*one) != dismissing.sign_of(*other)  # type: ignore[arg-type]  # mixed


def test_what_nobody_says_is_in_the_sources_own_voice() -> None:
    made = in_own_voice(Proposal(), "The ferry left at noon")
    assert made.saying.mode == "narrator unattributed"
    assert made.reasons == ("nobody is named who says so: the source states it itself",)


@pytest.mark.parametrize("words", ["“We saw it", "it left” that day", '"We saw it"', "«It left»"])
def test_words_in_quotation_marks_are_somebodys(words: str) -> None:
    assert in_own_voice(Proposal(), words) == Proposal()


@pytest.mark.parametrize(
    "saying", [Saying((Teller("The mayor"),)), Saying(mode="headline"), Saying(mode="paraphrase")]
)
def test_what_somebody_says_stays_theirs(saying: Saying) -> None:
    assert in_own_voice(Proposal(saying), "The ferry left") == Proposal(saying)
