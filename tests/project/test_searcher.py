"""Searching in a thread: the latest asked wins, others take turns with it, closing ends it."""

from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import pytest

from evidence_board.commands import claims
from evidence_board.project.asked import understood
from evidence_board.project.finding import Found
from evidence_board.project.project import Project
from evidence_board.project.searcher import Order, Searcher
from evidence_board.project.turns import Turns
from tests.commands.cases import pinned, started

Heard = SimpleQueue[Found | BaseException]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = started(tmp_path / "case.evboard")
    yield project
    project.close()


def _last(heard: Heard) -> Found:
    while True:
        found = heard.get(timeout=20)
        assert isinstance(found, Found)
        if found.done:
            return found


def test_what_was_just_written_is_found_though_a_thread_still_saves_it(project: Project) -> None:
    heard: Heard = SimpleQueue()
    project.save_in_background(lambda: None, lambda error: None)
    for number in range(30):
        claim = claims.write(project, f"Pelican {number}.")
        project.search_in_background(understood(f"elican {number}."), heard.put)
        found = _last(heard)
        assert claim.id in {match.record_id for match in found.matches}
        assert project.search("pelican")
    project.settle()


def test_the_latest_asked_wins(project: Project) -> None:
    claims.write(project, "A pelican.")
    entered, go_on = Event(), Event()
    heard: Heard = SimpleQueue()

    def held_up(found: Found | BaseException) -> None:
        entered.set()
        go_on.wait(20)

    project.search_in_background(understood("pelican"), held_up)
    assert entered.wait(20)
    project.search_in_background(understood("never told"), heard.put)
    project.search_in_background(understood("elican"), heard.put)
    go_on.set()
    assert _last(heard).asked.words == ("elican",)
    assert heard.empty()


def test_closing_while_something_is_searched_ends_it(tmp_path: Path) -> None:
    project = started(tmp_path / "other.evboard")
    heard: Heard = SimpleQueue()
    for number in range(40):
        claims.write(project, f"Pelican {number}.")
        project.search_in_background(understood("pelican"), heard.put, in_copies=number % 2 == 0)
    project.close()
    while not heard.empty():
        assert isinstance(heard.get(), Found)


def test_a_file_that_cannot_be_read_is_told(project: Project) -> None:
    store = project._session.store
    lost = Searcher(store.reading)
    heard: Heard = SimpleQueue()
    project.close()
    lost.ask(Order(understood("pelican"), 5, heard.put))
    assert "closed" in _last(heard).trouble
    lost.end()


def test_stored_copies_are_looked_through_letter_by_letter(project: Project) -> None:
    text = "The heli-\ncopter flew over the har bour. Mr Ost was on board.\n"
    report = pinned(project, text)
    pinned(project, "Nothing of it here.\n", "other.txt")
    heard: Heard = SimpleQueue()
    for typed, words in (
        ("helicopter", "heli-\ncopter"),
        ("HARBOUR", "har bour"),
        ("st", "st"),
        ("helicopter ost", "heli-\ncopter"),
    ):
        project.search_in_background(understood(typed), heard.put, in_copies=True)
        found = _last(heard)
        (match,) = found.matches
        assert match.record_id == report.capture.id
        assert match.at is not None
        assert text[slice(*match.at)] == words
        assert match.passage[slice(*match.marks[0])] == words.replace("\n", " ")
        assert (found.looked, found.total) == (2, 2)
    project.search_in_background(understood("source:S2 helicopter"), heard.put, in_copies=True)
    assert _last(heard).matches == ()


def test_turns_are_given_in_the_order_of_asking_and_nest() -> None:
    turns = Turns()
    told: list[object] = []
    inside, asked = Event(), Event()

    def again_and_again() -> None:
        for number in range(3):
            with turns.taken(), turns.taken():
                told.append(number)
                inside.set()
                asked.wait(20)

    def once() -> None:
        with turns.taken():
            told.append("once")

    thread = Thread(target=again_and_again)
    thread.start()
    assert inside.wait(20)
    other = Thread(target=once)
    other.start()
    while not turns._door.locked():
        pass
    asked.set()
    thread.join(20)
    other.join(20)
    assert told == [0, "once", 1, 2]
