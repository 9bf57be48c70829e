"""Citations: which sources a text names, and how it leans on each."""

import pytest

from tests.suggest.said_in import cited


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters reported that the port was closed.", ("paraphrases", "Reuters")),
        (
            "The port was closed, the Eastland Times reported, citing two officials.",
            ("relays", "Eastland Times"),
        ),
        ("The port was closed. — PTS", ("republishes", "PTS")),
        ("KARSK (Northern Wire) - The port was closed.", ("republishes", "Northern Wire")),
        (
            "In a report published in May, the Harbour Safety Institute said the port was unsafe.",
            ("paraphrases", "Harbour Safety Institute"),
        ),
        (
            "Bees sleep less, according to a study published in the Journal of Small Things.",
            ("paraphrases", "Journal of Small Things"),
        ),
        (
            "Eastland Radio quotes a pilot as saying “the port was empty that night”.",
            ("quotes", "Eastland Radio"),
        ),
        ("This story first appeared in the Harwick Gazette", ("republishes", "Harwick Gazette")),
    ],
)
def test_a_text_names_its_sources(text: str, expected: tuple[str, str]) -> None:
    assert expected in cited(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the port was closed.",
        "State media reported that the port was closed.",
        "AIS data shows that the port was empty.",
    ],
)
def test_who_publishes_nothing_is_no_source(text: str) -> None:
    assert cited(text) == []
