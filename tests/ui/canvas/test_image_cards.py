"""Pictures on cards: decoded beside the window, kept within a cap, as high as their shape."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from evidence_board.commands import sources
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.model.board import Board
from evidence_board.project.project import Project
from evidence_board.ui import picture_store
from evidence_board.ui.canvas.card_picture import LEAST, MAT, TALLEST, height_of_picture
from evidence_board.ui.canvas.faces import face_of
from evidence_board.ui.canvas.spoken import card_name
from evidence_board.ui.picture_store import SIDES, PictureStore, Wanted, side_for
from tests.ingest.drawn import png
from tests.ui.canvas.conftest import Hands

GREEN, RED = b"\x20\x90\x40", b"\xc0\x30\x20"


def picture(
    size: tuple[int, int] = (40, 30), color: bytes = GREEN, name: str = "yard.png"
) -> SourceDraft:
    return SourceDraft(
        name,
        png(*size, color=color),
        "",
        "image/png",
        "none",
        "reader",
        {"title": Proposal(name.partition(".")[0], "inferred", name)},
        "image",
        f"PNG, {size[0]} × {size[1]} px",
    )


def pinned(project: Project, *drafts: SourceDraft, y: float = 0) -> list[str]:
    (board,) = project.all(Board)
    return [one.source.id for one in sources.pin(project, drafts, board=board.id, x=0, y=y)]


@pytest.fixture
def show_pictures(qtbot: QtBot, show: Callable[[], Hands]) -> Callable[..., Hands]:
    def shown() -> Hands:
        hands = show()
        layout = hands.view.sheet.layout
        faces = [hands.view.sheet.face(row) for row in range(len(layout.ids))]
        wanted = {face.picture.sha256 for face in faces if face.picture is not None}
        qtbot.waitUntil(lambda: all(known(hands, sha256) for sha256 in wanted))
        return hands

    return shown


def known(hands: Hands, sha256: str) -> bool:
    store = hands.document.pictures
    return store.failed(sha256) or any(store.get(sha256, side) is not None for side in SIDES)


def image_on(hands: Hands, id: str) -> QImage | None:
    sheet = hands.view.sheet
    shown = sheet.face(sheet.layout.row_of_record[id]).picture
    assert shown is not None
    return shown.image


def colours(hands: Hands, id: str) -> set[str]:
    """Return the colours of a card as it is painted now."""
    left_top, right_bottom = hands.spot(id, 0, 0), hands.spot(id, 1, 1)
    grabbed = hands.view.grab(QRect(left_top, right_bottom)).toImage()
    return {
        grabbed.pixelColor(x, y).name()
        for x in range(0, grabbed.width(), 3)
        for y in range(0, grabbed.height(), 3)
    }


def test_a_picture_is_painted_on_its_card(
    project: Project, show_pictures: Callable[[], Hands], qtbot: QtBot
) -> None:
    (id,) = pinned(project, picture())
    hands = show_pictures()
    qtbot.waitUntil(lambda: QColor(*GREEN).name() in colours(hands, id))


def test_the_place_of_a_picture_is_shown_until_it_is_there(
    project: Project, show: Callable[[], Hands], qtbot: QtBot
) -> None:
    (id,) = pinned(project, picture())
    hands = show()
    assert image_on(hands, id) is None
    assert QColor(*GREEN).name() not in colours(hands, id)
    qtbot.waitUntil(lambda: QColor(*GREEN).name() in colours(hands, id))


def test_a_picture_that_cannot_be_decoded_keeps_its_place_and_says_so(
    project: Project, show_pictures: Callable[[], Hands]
) -> None:
    (id,) = pinned(project, replace(picture(), original=b"\x89PNG\r\n\x1a\nbroken"))
    hands = show_pictures()
    sheet = hands.view.sheet
    shown = sheet.face(sheet.layout.row_of_record[id]).picture
    assert shown is not None
    assert shown.broken
    assert shown.image is None


def test_a_card_is_as_high_as_the_shape_of_its_picture(
    project: Project, show: Callable[[], Hands]
) -> None:
    wide, high = pinned(project, picture((400, 100)), picture((300, 300), RED, "square.png"))
    layout = show().view.sheet.layout
    heights = [layout.boxes[layout.row_of_record[id], 3] for id in (wide, high)]
    assert heights[1] - heights[0] == pytest.approx((208 - 2 * MAT) * (1 - 1 / 4))


@pytest.mark.parametrize(("size", "height"), [((10, 900), TALLEST), ((900, 10), LEAST)])
def test_a_very_long_picture_does_not_make_a_very_long_card(
    size: tuple[int, int], height: float
) -> None:
    assert height_of_picture(size, 208) == height


def test_a_picture_that_is_cited_only_has_a_dashed_card(project: Project) -> None:
    source = sources.cite(project, "A photograph", kind="image")
    face = face_of(source, project, lambda _claim: None)
    assert (face.kind, face.dashed, face.aside) == ("image", True, "cited only")
    assert face.picture is None


def test_a_screen_reader_hears_that_it_is_an_image(project: Project) -> None:
    (id,) = pinned(project, picture())
    face = face_of(project.find(id), project, lambda _claim: None)
    assert card_name(face, selected=False) == "Image S1. yard."


def test_a_picture_is_drawn_sharper_when_it_is_looked_at_closely(
    project: Project, show_pictures: Callable[[], Hands], qtbot: QtBot
) -> None:
    (id,) = pinned(project, picture((1_600, 1_200)))
    hands = show_pictures()
    before = image_on(hands, id)
    assert before is not None
    assert before.width() == 256
    camera = hands.view.camera
    camera.look(camera.viewport.zoomed(4.0, 0, 0))
    qtbot.waitUntil(lambda: (image_on(hands, id) or before).width() == 1_024)


def test_from_afar_no_picture_is_asked_for(
    project: Project, show: Callable[[], Hands], qtbot: QtBot
) -> None:
    hands = show()
    camera = hands.view.camera
    camera.look(camera.viewport.zoomed(0.2, 0, 0))
    assert camera.level == "far"
    (id,) = pinned(project, picture())
    qtbot.wait(200)
    assert image_on(hands, id) is None
    assert hands.document.pictures.bytes == 0


@pytest.fixture
def store(project: Project, show: Callable[[], Hands]) -> PictureStore:
    return show().document.pictures


def has(store: PictureStore, one: Wanted) -> bool:
    return store.get(*one.key) is not None


def wanted(project: Project, id: str, side: int) -> Wanted:
    capture = project.capture_of(id)
    assert capture is not None
    return Wanted(capture, side)


def test_no_more_pictures_are_kept_than_the_cap_allows(
    project: Project, show: Callable[[], Hands], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_store, "MOST_BYTES", 300_000)
    shades = [bytes((number * 20, 90, 40)) for number in range(4)]
    drafts = [picture((256, 256), shade, f"{shade[0]}.png") for shade in shades]
    ids = [sources.pin(project, [draft])[0].source.id for draft in drafts]
    store = show().document.pictures
    dropped: list[str] = []
    store.dropped.connect(lambda sha256, _side: dropped.append(sha256))
    for id in ids:
        one = wanted(project, id, 256)
        store.want("test", [one])
        qtbot.waitUntil(partial(has, store, one))
        assert store.bytes <= 300_000
    assert dropped == [wanted(project, id, 256).capture.sha256 for id in ids[:-1]]


def test_what_is_wanted_no_more_is_not_decoded(
    project: Project, store: PictureStore, qtbot: QtBot
) -> None:
    first, second, third = (
        sources.pin(project, [picture((20, 20), bytes((shade, 0, 0)), f"{shade}.png")])[0].source.id
        for shade in (10, 20, 30)
    )
    store.want("test", [wanted(project, one, 128) for one in (first, second)])
    store.want("test", [wanted(project, third, 128)])
    qtbot.waitUntil(lambda: store.get(*wanted(project, third, 128).key) is not None)
    assert store.get(*wanted(project, second, 128).key) is None


def test_closing_ends_the_worker_that_decodes(
    project: Project, store: PictureStore, qtbot: QtBot
) -> None:
    (one,) = sources.pin(project, [picture((3_000, 3_000))])
    store.want("test", [wanted(project, one.source.id, 2_048)])
    store.close()
    qtbot.wait(300)
    assert store._worker._process is None


def test_the_step_for_a_size_is_the_next_one_up() -> None:
    assert [side_for(pixels) for pixels in (1, 128, 129, 9_999)] == [128, 128, 256, 2_048]
