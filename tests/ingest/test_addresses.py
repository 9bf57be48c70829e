"""Addresses are told from other words and kept as they stand; what is none gets a sentence."""

import pytest

from evidence_board.ingest.addresses import Address, addresses_in, same_place, titled
from evidence_board.ingest.draft import Refused


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/a?b=c#d",
        "  http://example.org\n",
        "HTTPS://Example.org/Path",
        "ftp://files.example.org/x.zip",
        "https://пример.example/стаття",
        "https://[2001:db8::1]:8080/",
    ],
)
def test_a_text_that_is_one_address_is_kept_as_it_stands(text: str) -> None:
    assert addresses_in(text) == (Address(text.strip()),)


def test_lines_of_addresses_are_several() -> None:
    text = "https://example.org/1\r\n\r\nhttps://example.org/2\n"
    assert [one.url for one in addresses_in(text)] == [
        "https://example.org/1",
        "https://example.org/2",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "See https://example.org/",
        "https://example.org/ says so",
        "https://example.org/1\nand a word",
        "mailto:a@example.org",
        "www.example.org",
        "Data: the harbour was closed.",
        "file under harbour",
    ],
)
def test_other_words_hold_no_addresses(text: str) -> None:
    assert addresses_in(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("javascript:alert(1)", "A javascript: address names no place on the web"),
        ("data:text/html,<b>x</b>", "A data: address names no place on the web"),
        ("file:///home/nobody/gone.txt", "There is no such file"),
        ("https://", ""),
        ("https:///path", "names no place on the web. Check how it is written"),
        ("https://example.org:port/", "names no place on the web"),
        ("https://[::1/", "names no place on the web"),
        ("https://example.org/\u202etxt.exe", "holds invisible characters"),
        ("https://example.org/" + "a" * 2_000, "is longer than 2,000 characters"),
    ],
)
def test_what_only_looks_like_an_address_gets_one_sentence(text: str, words: str) -> None:
    if not words:
        assert addresses_in(text) == ()
        return
    with pytest.raises(Refused) as refusal:
        addresses_in(text)
    assert words in str(refusal.value)


@pytest.mark.parametrize(
    "other",
    [
        "HTTPS://EXAMPLE.ORG/a",
        "https://example.org:443/a",
        "https://example.org/a#:~:text=harbour",
        " https://example.org/a ",
    ],
)
def test_two_spellings_of_one_address_are_the_same_place(other: str) -> None:
    assert same_place(other) == same_place("https://example.org/a")


@pytest.mark.parametrize(
    "other",
    [
        "http://example.org/a",
        "https://example.org/A",
        "https://example.org:8443/a",
        "https://example.org/a?b",
        "https://example.org/a#part",
        "https://someone@example.org/a",
    ],
)
def test_addresses_that_may_be_other_pages_stay_apart(other: str) -> None:
    assert same_place(other) != same_place("https://example.org/a")


def test_a_drag_from_a_browser_brings_its_title() -> None:
    assert titled("https://example.org/a\nThe harbour  is closed") == (
        Address("https://example.org/a", "The harbour is closed"),
    )


def test_a_title_that_only_says_the_address_is_none() -> None:
    assert titled("https://example.org/\nhttps://example.org") == (Address("https://example.org/"),)


def test_a_drag_of_several_pages_brings_each_with_its_title() -> None:
    assert titled("https://a.example/\nA\nhttps://b.example/\nB") == (
        Address("https://a.example/", "A"),
        Address("https://b.example/", "B"),
    )
