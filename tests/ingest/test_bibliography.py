"""A text's own words on title, authors, publisher and date; what it does not state stays empty."""

from datetime import date

import pytest

from evidence_board.ingest.bibliography import propose
from evidence_board.ingest.draft import Proposal
from evidence_board.model.edtf import bounds

TODAY = date(2026, 11, 22)
TITLE = "Harwick council votes to close old bridge"
BODY = (
    "The council of Harwick voted on Monday to close the old bridge over the river, and people "
    "said that nobody had told them of it.\n\nThe bridge carries two thousand cars a day.\n"
)


def proposed(text: str) -> dict[str, Proposal]:
    found = propose(text, TODAY)
    for proposal in found.values():
        assert proposal.words
    if "published" in found:
        assert bounds(str(found["published"].value))
    return found


def value(text: str, field: str) -> str | tuple[str, ...] | None:
    found = proposed(text).get(field)
    return found.value if found else None


def article(*top: str, end: str = "") -> str:
    return "\n".join([TITLE, *top, "", BODY, end])


def test_a_headline_over_a_byline_is_stated() -> None:
    found = proposed(article("By Anna Reed", "Published 12 March 2021"))
    assert found == {
        "title": Proposal(TITLE, "stated", TITLE),
        "authors": Proposal(("Anna Reed",), "stated", "By Anna Reed"),
        "published": Proposal("2021-03-12", "stated", "Published 12 March 2021"),
    }


@pytest.mark.parametrize("text", ["", "words", BODY, "notes\n- bridge\n- council\n", "1\n2\n3"])
def test_a_text_that_states_nothing_gives_nothing(text: str) -> None:
    assert proposed(text) == {}


def test_a_headline_alone_over_its_article_is_inferred() -> None:
    assert proposed(article())["title"] == Proposal(TITLE, "inferred", TITLE)


def test_a_first_line_without_a_blank_line_after_it_is_no_headline() -> None:
    assert "title" not in proposed(f"Notes on the bridge of Harwick and its council\n{BODY}")


def test_a_letterhead_is_no_headline() -> None:
    head = "MINISTRY OF BRIDGES AND ROADS\n\nFOR IMMEDIATE RELEASE\n\n"
    assert value(head + article("12 March 2021"), "title") == TITLE


def test_a_headline_said_twice_is_one_title() -> None:
    assert proposed(f"{TITLE}\n\n{article('A caption of some words /')}")["title"].value == TITLE


def test_a_headline_that_the_article_does_not_take_up_is_none() -> None:
    assert "title" not in proposed("Ten of the best summer holidays abroad\n\n" + BODY)


def test_of_a_running_head_and_a_headline_the_order_tells_nothing() -> None:
    head = "The council and Harwick bridge"
    assert "title" not in proposed(f"{head}\n{article('By Anna Reed')}")


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Anna Reed", ("Anna Reed",)),
        ("byAnna Reed", ("Anna Reed",)),
        ("BY ANNA REED", ("ANNA REED",)),
        ("Written by: Anna Reed", ("Anna Reed",)),
        ("Author: Anna Reed", ("Anna Reed",)),
        ("From: Anna Reed", ("Anna Reed",)),
        ("By\n\nAnna Reed", ("Anna Reed",)),
        ("By Dr. Jean-Luc O'Neil", ("Dr. Jean-Luc O'Neil",)),
        ("By Ola van der Berg", ("Ola van der Berg",)),
        ("By Żaneta Łoś and Øystein Ås", ("Żaneta Łoś", "Øystein Ås")),
        ("By Anna Reed, Jo Smith and Ola Berg", ("Anna Reed", "Jo Smith", "Ola Berg")),
        ("By Anna Reed and Jo Smith, BBC News", ("Anna Reed", "Jo Smith")),
        ("By Anna Reed, Political Editor", ("Anna Reed",)),
        ("By Anna Reed, Special to the Herald", ("Anna Reed",)),
        ("By Anna Reed in Kyiv and Jo Smith in London", ("Anna Reed", "Jo Smith")),
        ("By Anna Reed | The Harwick Gazette", ("Anna Reed",)),
        ("By Anna Reed March 3, 2021 5:30 pm", ("Anna Reed",)),
        ("By Reuters", ("Reuters",)),
        ("By harwickNews March 3, 2021", ("harwickNews",)),
        ("Posted by Anna Reed on May 4, 2021", ("Anna Reed",)),
        ("Anna Reed | March 3, 2021 | 6 min read", ("Anna Reed",)),
    ],
)
def test_a_byline_names_authors(byline: str, names: tuple[str, ...]) -> None:
    assert value(article(byline), "authors") == names


@pytest.mark.parametrize(
    "line",
    [
        "By Staff Writer",
        "By Our Own Correspondent",
        "By The Editorial Board",
        "By Election Day, Voters Are Tired",
        "By the River",
        "By Monday evening the bridge was closed",
        "By Design",
        "Photo by Jo Smith",
        "Image by Jo Smith / Getty",
        "Bypass opened",
        "From: Harwick",
        "Edited by Jo Smith",
        "Harwick | March 3, 2021",
        "Anna Reed | The Harwick Gazette",
    ],
)
def test_what_is_no_byline_names_nobody(line: str) -> None:
    assert value(article(line), "authors") is None


def test_a_wire_names_its_reporters_at_the_end() -> None:
    end = "(Reporting by Anna Reed in Harwick; Editing by Jo Smith)"
    found = proposed(f"HARWICK, England, March 12, 2021 (Reuters) - {BODY}\n{end}")
    assert found["authors"] == Proposal(("Anna Reed",), "stated", end)
    assert found["published"].value == "2021-03-12"
    assert "publisher" not in found


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("12 March 2021", "2021-03-12"),
        ("Friday, 12th of March 2021", "2021-03-12"),
        ("Mar. 12, 2021 at 5:30 p.m. EST", "2021-03-12"),
        ("12 Mar 2021 14.05 GMT · 4 min read", "2021-03-12"),
        ("Published: 2021-03-12T10:00:00+01:00", "2021-03-12"),
        ("Published\n\non\n\nMarch 12, 2021", "2021-03-12"),
        ("First published on 2021/3/12", "2021-03-12"),
        ("Posted on Sept 3, 2021", "2021-09-03"),
        ("Anna Reed | Published 12 March 2021 | Updated 14 March 2021", "2021-03-12"),
        ("Published March 2021", "2021-03"),
        ("13/04/2021", "2021-04-13"),
        ("04/13/2021", "2021-04-13"),
        ("09/09/2021", "2021-09-09"),
        ("HARWICK, MARCH 12, 2021", "2021-03-12"),
        ("Anna Reed | 12 March 2021 | 6 min read", "2021-03-12"),
    ],
)
def test_a_date_of_publication_is_read(line: str, day: str) -> None:
    assert value(article(line), "published") == day


def test_an_agency_between_slashes_ends_a_dateline() -> None:
    found = proposed(f"{TITLE}\n\nHARWICK, March 12, 2021. /NORTHERN AGENCY/. {BODY}")
    assert (found["published"].value, found["dateline"].value) == ("2021-03-12", "HARWICK")


@pytest.mark.parametrize(
    "line",
    [
        "Updated 14 March 2021",
        "Last updated: 14 March 2021",
        "© 2021 The Harwick Gazette",
        "Copyright 2021",
        "31 February 2021",
        "12 March 2099",
        "12/03/21",
        "A study published 3 March 2021 says so",
        "12 March",
        "2021",
        "12 March 2021\n14 March 2021",
        "Updated\n2 minute read",
    ],
)
def test_other_dates_are_no_date_of_publication(line: str) -> None:
    assert value(article(line), "published") is None


def test_a_date_inside_the_article_is_no_date_of_publication() -> None:
    assert value(article(end="The bridge was built on 3 May 1931."), "published") is None


def test_a_date_of_figures_keeps_both_readings() -> None:
    assert proposed(article("03/04/2021"))["published"] == Proposal(
        "[2021-04-03,2021-03-04]",
        "stated",
        "“03/04/2021”: which figure is the day and which the month is not said",
    )


def test_the_header_settles_a_date_of_figures() -> None:
    text = " date 2021-04-03 Home page\n\n" + article("By Anna Reed", "03/04/2021")
    found = proposed(text)["published"]
    assert (found.value, found.basis) == ("2021-04-03", "header")
    assert found.words == "“03/04/2021”: the header has 2021-04-03"


def test_a_past_event_in_the_text_settles_a_date_of_figures() -> None:
    found = proposed(article("03/04/2021", end="The plan was printed on March 20, 2021."))
    assert (found["published"].value, found["published"].basis) == ("2021-04-03", "inferred")
    assert "2021-03-04 is before “March 20, 2021”" in found["published"].words


@pytest.mark.parametrize(
    "event",
    [
        "The work will be finished on March 20, 2021.",
        "A vote is planned on March 20, 2021.",
        "A vote was scheduled on March 20, 2021.",
        "The next talks are on March 20, 2021.",
    ],
)
def test_a_coming_event_settles_nothing(event: str) -> None:
    assert value(article("03/04/2021", end=event), "published") == "[2021-04-03,2021-03-04]"


def test_a_reading_that_has_not_come_yet_is_dropped() -> None:
    found = proposed(article("05/12/2026"))["published"]
    assert (found.value, found.basis) == ("2026-05-12", "inferred")
    assert "2026-12-05 has not come yet" in found.words


def test_the_header_of_a_scraper_dates_a_text_that_does_not_date_itself() -> None:
    text = " date 2021-03-12 Home page politics\n\nBy Anna Reed\n\n" + BODY
    assert proposed(text) == {
        "authors": Proposal(("Anna Reed",), "stated", "By Anna Reed"),
        "published": Proposal("2021-03-12", "header", "date 2021-03-12"),
    }


def test_the_words_of_the_text_win_over_the_header_of_a_scraper() -> None:
    text = " date 2023-10-09 Home page\n\n" + article("Published 12 March 2021")
    assert proposed(text)["published"].value == "2021-03-12"


def test_a_banner_with_the_day_of_the_visit_is_not_taken() -> None:
    text = f"Monday, 4 December 2023\n{article('By Anna Reed', 'Published: 1 December 2023')}"
    assert value(text, "published") == "2023-12-01"


@pytest.mark.parametrize(
    ("line", "title", "publisher"),
    [
        (f"{TITLE} | THE GAZETTE", TITLE, "THE GAZETTE"),
        (f"{TITLE} - BBC News", TITLE, "BBC News"),
        (f"{TITLE} | UK news | The Guardian", TITLE, "The Guardian"),
        (f"{TITLE} | Politics", TITLE, None),
        (f"Opinion | {TITLE}", TITLE, None),
        (f"{TITLE} - for now", f"{TITLE} - for now", None),
        (f"{TITLE} | Bridge", f"{TITLE} | Bridge", None),
    ],
)
def test_a_site_after_a_headline_is_the_publisher_and_a_topic_is_not(
    line: str, title: str, publisher: str | None
) -> None:
    found = proposed(f"{line}\n\n{BODY}")
    assert found["title"].value == title
    assert value(f"{line}\n\n{BODY}", "publisher") == publisher


@pytest.mark.parametrize(
    "text",
    [
        article(end="© 2019 The Harwick Gazette. All rights reserved."),
        "Copyright © 2019 Harwick Gazette Ltd\n\n" + article(),
        " date 2021-03-12 Copyright © 2019 Harwickgazette.com\n\n" + article(),
    ],
    ids=["below", "above", "in the header"],
)
def test_a_line_of_copyright_is_furniture_and_names_neither_publisher_nor_day(text: str) -> None:
    found = proposed(text)
    assert "publisher" not in found
    assert found.get("published") is None or found["published"].value == "2021-03-12"


@pytest.mark.parametrize(
    "end",
    ["© 2020 Getty Images", "Photo: © 2020 Jo Smith", "© 2020 Jo Smith", "(c) 2021 AFP", "© 2021"],
)
def test_a_credit_is_no_publisher(end: str) -> None:
    assert value(article(end=end), "publisher") is None


def test_labels_are_taken_as_a_header() -> None:
    found = proposed(
        f"Title: {TITLE}\nAuthor: Anna Reed\nPublisher: Harwick Gazette\nDate: 2021-03-12\n"
        f"Language: English\n\n{BODY}"
    )
    assert {field: proposal.value for field, proposal in found.items()} == {
        "title": TITLE,
        "authors": ("Anna Reed",),
        "publisher": "Harwick Gazette",
        "published": "2021-03-12",
        "language": "English",
    }
    assert {proposal.basis for proposal in found.values()} == {"header"}


def test_page_furniture_is_never_taken() -> None:
    furniture = (
        "Connect with us\nPolitics\nShare this story\nTweet\n2 minute read\nMost read today\n"
        "Subscribe to our daily letter about Harwick and the council\n"
    )
    end = "Leave a Comment\nRead the full article here\nTrending\nRelated stories\n© 2021"
    found = proposed(f"{furniture}\n{article('Published', 'on', end=end)}")
    assert {field: proposal.value for field, proposal in found.items()} == {"title": TITLE}


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028"])
def test_every_kind_of_line_end_is_understood(ends: str) -> None:
    text = article("By Anna Reed", "12 March 2021").replace("\n", ends)
    assert set(proposed(text)) == {"title", "authors", "published"}
