"""Passages that sources share: each run of eight words, none of names, titles or stock phrases."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_board.suggest.reuse import Index
from evidence_board.suggest.suggestion import Reuse

PASSAGE = "the crane had stood idle for weeks before anybody thought of looking at its brakes"


def shared(one: str, two: str) -> tuple[Reuse, ...]:
    index = Index()
    index.add("one", one)
    return index.add("two", two)


def test_a_passage_is_told_with_both_places() -> None:
    (found,) = shared(f"We know that {PASSAGE}.", f"As it happens, {PASSAGE.upper()}, he wrote.")
    assert (found.source, found.other_source) == ("two", "one")
    assert found.other.exact == PASSAGE
    assert found.span.exact == PASSAGE.upper()
    assert (found.tokens, found.longest_run, found.verbatim) == (15, 15, True)


def test_words_that_differ_are_passed_over() -> None:
    other = PASSAGE.replace("idle", "quite unused")
    (found,) = shared(f"We know that {PASSAGE}.", f"We saw: {other}.")
    assert (found.tokens, found.longest_run, found.verbatim) == (10, 10, True)
    other = PASSAGE.replace("anybody", "a single soul")
    (found,) = shared(f"We know that {PASSAGE}.", f"We saw: {other}.")
    assert (found.tokens, found.longest_run, found.verbatim) == (14, 8, False)


def test_seven_words_are_no_passage() -> None:
    words = " ".join(PASSAGE.split()[:7])
    assert shared(f"{words} now", f"{words} then") == ()
    assert shared(" ".join(PASSAGE.split()[:8]), " ".join(PASSAGE.split()[:8])) != ()


def test_quotation_marks_are_told_for_each_side() -> None:
    (found,) = shared(f"“Well, {PASSAGE},” she said.", f"He wrote: “{PASSAGE}.”")
    assert (found.in_quotes, found.quoted_here, found.quoted_there) == (True, True, True)
    (found,) = shared(f"“Well, {PASSAGE},” she said.", f"He wrote that {PASSAGE}.")
    assert (found.in_quotes, found.quoted_here, found.quoted_there) == (False, False, True)


def test_names_and_titles_are_no_passage() -> None:
    names = (
        "Norland President Anna Maria Reed and Eastland Prime Minister Ola van der Berg of Karsk"
    )
    assert shared(f"There {names} met.", f"With {names} it began.") == ()
    body = (
        "the Harwick-based Centre for Strategic and International Harbour Studies said in a report"
    )
    assert shared(f"{body} that cranes fall.", f"{body} on Monday.") == ()


def test_stock_phrases_and_furniture_are_no_passage() -> None:
    for words in (
        "The ministry did not immediately respond to a request for comment on Monday.",
        "He spoke on condition of anonymity because he was not authorised to speak to the media.",
        "Sign up for our newsletter to get the best stories of the week in your inbox every day",
        "Copyright 2026 Harwick Gazette. All rights reserved. This material may not be published.",
        "(Reporting by Anna Reed in Harwick and Jo Smith in Lowry; editing by Ola Berg and others)",
    ):
        assert shared(f"One.\n\n{words}\n", f"Two.\n\n{words}\n") == (), words


def test_a_source_that_is_let_go_shares_nothing() -> None:
    index = Index()
    index.add("one", PASSAGE)
    assert len(index.add("two", PASSAGE)) == 1
    assert index.passages("one") == index.passages("two") == index.all_passages()
    index.remove("one")
    assert index.all_passages() == index.passages("one") == index.passages("two") == ()
    assert index.add("two", "Other words.") == ()
    assert len(index.add("three", PASSAGE)) == 0
    assert len(index.add("one", PASSAGE)) == 1


WORDS = st.lists(st.sampled_from(("salt", "rope", "tide", "mast", "kelp")), min_size=0, max_size=40)


@settings(max_examples=150, deadline=None)
@given(WORDS, WORDS, st.lists(st.sampled_from(("crane", "hull", "quay")), min_size=8, max_size=12))
def test_every_run_of_eight_words_is_in_a_passage(
    one: list[str], two: list[str], both: list[str]
) -> None:
    """By brute force: each word of such a run here stands in some passage."""
    first, second = " ".join(one + both), " ".join([*both, *two])
    found = shared(first, second)
    told = {place for reuse in found for place in range(reuse.span.start, reuse.span.end)}
    ours = [(match[0], match.start()) for match in re.finditer(r"\w+", second)]
    theirs = re.findall(r"\w+", first)
    runs = {tuple(theirs[at : at + 8]) for at in range(len(theirs) - 7)}
    for at in range(len(ours) - 7):
        if tuple(word for word, _ in ours[at : at + 8]) in runs:
            assert all(start in told for _, start in ours[at : at + 8])
