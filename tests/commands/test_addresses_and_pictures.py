"""Addresses are sources without a capture; pictures are held, and have no text."""

import pytest

from evidence_board.commands import sources
from evidence_board.commands.bringing import rows_of_cards
from evidence_board.commands.sources import keep_addresses
from evidence_board.ingest.addresses import Address
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.model.board import Board, Card
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.ingest.drawn import png

HARBOUR = Address("https://example.org/harbour", "The harbour is closed")


def picture(name: str = "yard.png", original: bytes = png(8, 6)) -> SourceDraft:
    title = {"title": Proposal("yard", "inferred", name)}
    return SourceDraft(
        name, original, "", "image/png", "none", "reader", title, "image", "PNG, 8 × 6 px"
    )


def test_an_address_is_a_source_that_is_cited_only(project: Project) -> None:
    (kept,) = keep_addresses(project, [HARBOUR])
    assert not kept.existing
    assert kept.source.url == HARBOUR.url
    assert kept.source.title == "The harbour is closed"
    assert kept.source.basis["title"] == {"basis": "header", "words": "The harbour is closed"}
    assert (kept.source.publisher, kept.source.published) == ("", None)
    assert project.capture_of(kept.source.id) is None
    assert project.all(Capture) == ()


def test_an_address_without_a_title_is_called_by_itself(project: Project) -> None:
    (kept,) = keep_addresses(project, [Address("https://example.org/a")])
    assert kept.source.title == ""
    assert kept.source.name == "https://example.org/a"


def test_the_same_address_again_gives_the_source_that_is_there(project: Project) -> None:
    (first,) = keep_addresses(project, [HARBOUR])
    steps = len(project.steps())
    (again,) = keep_addresses(project, [Address("HTTPS://Example.org:443/harbour")])
    assert again.existing
    assert again.source == first.source
    assert len(project.steps()) == steps


def test_the_same_address_twice_at_once_is_one_source(project: Project) -> None:
    first, second = keep_addresses(project, [HARBOUR, HARBOUR])
    assert (first.existing, second.existing) == (False, True)
    assert len(project.all(Source)) == 1


def test_several_addresses_are_one_step_with_cards_in_a_row(project: Project) -> None:
    (board,) = project.all(Board)
    addresses = [Address(f"https://example.org/{number}") for number in range(3)]
    keep_addresses(project, addresses, board=board.id, x=10, y=20)
    assert project.undo_label == "Add 3 sources"
    places = [(card.x, card.y) for card in project.all(Card)]
    assert places == [(10 + across, 20.0) for across, _ in rows_of_cards(3)]
    project.undo()
    assert project.all(Source) == ()
    assert project.all(Card) == ()


def test_a_known_address_gets_a_card_on_a_board_that_has_none(project: Project) -> None:
    (board,) = project.all(Board)
    keep_addresses(project, [HARBOUR])
    (kept,) = keep_addresses(project, [HARBOUR], board=board.id)
    assert kept.existing
    assert project.undo_label == "Put source on board"
    assert [card.record for card in project.all(Card)] == [kept.source.id]


def test_a_picture_is_a_source_with_its_bytes_and_no_text(project: Project) -> None:
    (pinned,) = sources.pin(project, [picture()])
    assert pinned.source.kind == "image"
    assert (pinned.source.title, pinned.source.publisher) == ("yard", "")
    assert project.original(pinned.capture) == png(8, 6)
    assert project.text(pinned.capture) == ""
    assert pinned.capture.text_length == 0
    assert pinned.capture.picture_size == (8, 6)


def test_the_same_picture_again_is_held_already(project: Project) -> None:
    sources.pin(project, [picture()])
    (again,) = sources.pin(project, [picture("copy.png")])
    assert again.existing
    assert len(project.all(Source)) == 1


def test_rows_of_pictures_leave_room_for_their_height() -> None:
    places = rows_of_cards(6, pictures=True)
    assert places[5][1] - places[0][1] > 340


@pytest.mark.parametrize(
    ("media_type", "remark", "size"),
    [
        ("image/png", "PNG, 640 × 480 px", (640, 480)),
        ("image/gif", "GIF, 6 × 4 px, the first of 3 pictures in the file", (6, 4)),
        ("image/png", "PNG, 0 × 480 px", None),
        ("image/png", "a picture", None),
        ("image/png", "", None),
        ("text/plain", "PNG, 640 × 480 px", None),
    ],
)
def test_a_capture_tells_the_size_of_its_picture(
    project: Project, media_type: str, remark: str, size: tuple[int, int] | None
) -> None:
    (pinned,) = sources.pin(project, [picture()])
    changed = pinned.capture.replace(media_type=media_type, remark=remark)
    assert changed.picture_size == size
