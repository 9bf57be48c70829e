"""A board as a picture: what goes into it, and PNG, SVG and PDF read back."""

import threading
from collections.abc import Callable
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, editing, links, removal
from evidence_board.project.project import Project
from evidence_board.ui.canvas import figure_files
from evidence_board.ui.canvas.card_picture import CardPicture
from evidence_board.ui.canvas.contents import Contents, Wanted, all_of, contents_of
from evidence_board.ui.canvas.figure import MARGIN, Figure, figure_of, tokens_for
from evidence_board.ui.canvas.figure_files import Making
from evidence_board.ui.canvas.gathering import Gathering
from evidence_board.ui.canvas.pages import (
    layout_for,
    one_page,
    room_on,
)
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.tokens import load_tokens
from tests.ui.canvas.conftest import Case, Hands
from tests.ui.canvas.figures import SVG, drained, figure, note, painted, words_of
from tests.ui.canvas.test_image_cards import GREEN, picture, pinned

HOSTILE = '<script>alert("1")</script> ]]> & \x0b\ufffe end'


def records(sheet: Sheet, contents: Contents) -> set[str]:
    """Return the records whose cards are shown."""
    return {sheet.layout.records[row] for row in contents.cards}


@pytest.mark.parametrize("scale", figure_files.SCALES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_png_is_what_the_reference_painter_paints(
    hands: Hands, case: Case, scale: float, scheme: str
) -> None:
    made = figure(hands, scheme=scheme)
    picture = QImage.fromData(drained(figure_files.png(made, scale)))
    assert (picture.width(), picture.height()) == made.size(scale)
    assert picture.convertToFormat(QImage.Format.Format_RGB32) == painted(
        made.painter(scale), made.size(scale)
    )


def test_a_tall_png_is_painted_in_bands_that_fit(hands: Hands, case: Case) -> None:
    claims.write(hands.project, "It came back.", board=case.board.id, x=0, y=1800)
    made = figure(hands)
    assert made.size()[1] > 3 * 512
    picture = QImage.fromData(drained(figure_files.png(made, 1.0)))
    whole = painted(made.painter(), made.size())
    assert picture.convertToFormat(QImage.Format.Format_RGB32) == whole


def test_a_png_shows_the_grid_of_the_screen_and_none_on_white(hands: Hands, case: Case) -> None:
    sheet = hands.view.sheet
    dark = load_tokens("dark")
    shown = figure_of(sheet, all_of(sheet), tokens_for("board", dark), "Board")
    white = figure_of(sheet, all_of(sheet), tokens_for("white", dark), "Board")
    ground, dot = dark.color("surface.board"), dark.color("surface.boardDot")
    assert colours(white) == {"#ffffff"}
    assert colours(shown) == {ground.lower(), dot.lower()}


def colours(made: Figure) -> set[str]:
    """Return the colours in the free corner of a picture."""
    picture = QImage.fromData(drained(figure_files.png(made, 1.0)))
    return {picture.pixelColor(x, y).name() for x in range(20) for y in range(20)}


def test_a_png_is_made_in_a_thread_of_its_own(hands: Hands, case: Case, qtbot: QtBot) -> None:
    made = figure(hands)
    jobs = Jobs()
    arrived: list[bytes] = []
    where: list[threading.Thread] = []

    def making() -> Making:
        where.append(threading.current_thread())
        return (yield from figure_files.png(made, 1.0))

    job = jobs.run("Exporting", making)
    job.done.connect(arrived.append)
    with qtbot.waitSignal(job.finished):
        pass
    jobs.close()
    assert where[0] is not threading.current_thread()
    assert QImage.fromData(arrived[0]).convertToFormat(QImage.Format.Format_RGB32) == painted(
        made.painter(), made.size()
    )


def test_a_picture_stays_as_it_is_while_the_board_changes(hands: Hands, case: Case) -> None:
    made = figure(hands)
    before = painted(made.painter(), made.size())
    editing.change(hands.project, case.first, text="It left at one, and nobody saw it go.")
    removal.remove(hands.project, (case.second.id,))
    boards.move(hands.project, [(hands.view.sheet.layout.ids[0], 400.0, 500.0)])
    assert painted(made.painter(), made.size()) == before


def test_an_svg_keeps_words_as_text(hands: Hands, case: Case) -> None:
    made = drained(figure_files.svg(figure(hands)))
    words = words_of(made)
    assert "The ferry left at noon." in words
    assert "Harbour office" in words
    root = ElementTree.fromstring(made)
    assert root.get("viewBox") == "0 0 {} {}".format(*figure(hands).size())
    assert root.findtext(f"{SVG}title") == "Board"
    assert not list(root.iter(f"{SVG}image"))
    families = {one.get("font-family") for one in root.iter(f"{SVG}g")} - {None}
    assert any("IBM Plex Sans" in str(one) for one in families)


def test_hostile_words_are_only_words_in_an_svg(hands: Hands, case: Case) -> None:
    editing.change(hands.project, case.first, text=HOSTILE)
    sheet = hands.view.sheet
    made = figure_of(sheet, all_of(sheet), load_tokens("light"), HOSTILE)
    svg = drained(figure_files.svg(made))
    root = ElementTree.fromstring(svg)
    assert {one.tag for one in root.iter()} <= {
        SVG + tag for tag in ("svg", "title", "desc", "defs", "clipPath", "g", "path", "rect",
                              "text", "circle", "ellipse", "line", "polyline", "polygon")
    }  # fmt: skip
    assert "<script>" in words_of(svg)
    assert "<script>" in str(root.findtext(f"{SVG}title"))
    assert not [name for one in root.iter() for name in one.attrib if name.startswith("on")]


@pytest.mark.parametrize(
    "words", ["항구는 닫혔다", "غادرت العبّارة عند الظهر", "Паром ушёл в полдень", "המעבורת"]
)
def test_words_of_many_scripts_go_through_every_format(
    hands: Hands, case: Case, words: str
) -> None:
    before = drained(figure_files.png(figure(hands), 1.0))
    editing.change(hands.project, case.first, text=words)
    made = figure(hands)
    assert words in words_of(drained(figure_files.svg(made)))
    assert drained(figure_files.png(made, 1.0)) != before
    layout = layout_for(made.size())
    assert drained(figure_files.pdf(made, layout, one_page(made.size(), room_on(layout))))


def test_notes_stay_out_unless_they_are_wanted(hands: Hands, case: Case) -> None:
    open_note = note(hands, case, "Ask again", 0, private=False)
    secret = note(hands, case, "From K", 900, private=True)
    question = note(hands, case, "Who paid?", 320, private=False, kind="gap")
    hidden = note(hands, case, "Who knows?", 600, private=True, kind="gap")
    sheet = hands.view.sheet
    plain = contents_of(sheet, Wanted())
    assert records(sheet, plain) & {n.id for n in (open_note, secret, question, hidden)} == {
        question.id
    }
    with_notes = records(sheet, contents_of(sheet, Wanted(notes=True)))
    assert {open_note.id, question.id} <= with_notes
    assert not {secret.id, hidden.id} & with_notes
    everything = contents_of(sheet, Wanted(notes=True, private=True))
    assert records(sheet, everything) == records(sheet, all_of(sheet))
    assert len(everything.lines) > len(plain.lines)


def test_a_frame_takes_what_lies_in_it_with_the_lines_between(hands: Hands, case: Case) -> None:
    outside = claims.write(hands.project, "Far off.", board=case.board.id, x=1200, y=900)
    links.connect(hands.project, outside.id, case.first.id, "supports", "said")
    made = boards.frame(hands.project, case.board.id, -40, -60, 600, 460, "North")
    sheet = hands.view.sheet
    contents = contents_of(sheet, Wanted((made.id,)))
    assert records(sheet, contents) == {case.first.id, case.second.id, case.below.id}
    assert [sheet.layout.lines.ties[row].id for row in contents.lines] == [case.support.id]
    assert contents.frames == {made.id}
    area = figure(hands, Wanted((made.id,))).area
    assert area[:2] == (-40 - MARGIN, -60 - MARGIN)


def test_a_selection_takes_its_cards_and_the_lines_between_them(hands: Hands, case: Case) -> None:
    sheet = hands.view.sheet
    contents = contents_of(sheet, Wanted((case.first.id, case.source.id)))
    assert records(sheet, contents) == {case.first.id, case.source.id}
    assert not len(contents.lines)
    line = contents_of(sheet, Wanted((case.support.id,)))
    assert records(sheet, line) == {case.first.id, case.below.id}
    assert len(line.lines) == 1


def test_what_lies_in_a_collapsed_frame_is_not_in_the_picture(
    hands: Hands, case: Case, project: Project
) -> None:
    whole = figure(hands)
    frame = boards.frame(project, case.board.id, 600, -60, 400, 300, "South")
    editing.change(project, frame, collapsed=True)
    made = figure(hands)
    assert made.cards == whole.cards - 1
    assert "Harbour office" not in words_of(drained(figure_files.svg(made)))
    assert made.area[2] > 0


def test_an_empty_board_makes_no_figure(show: Callable[[], Hands]) -> None:
    hands = show()
    assert all_of(hands.view.sheet).empty
    with pytest.raises(ValueError, match="nothing to show"):
        figure(hands)


def test_a_picture_that_is_too_large_is_known_before_it_is_made() -> None:
    assert figure_files.bearable((8_000, 8_000))
    assert not figure_files.bearable((40_000, 100))
    assert not figure_files.bearable((20_000, 20_000))
    assert np.prod((8_000, 8_000)) <= figure_files.MOST_PIXELS


def test_pictures_far_out_of_view_are_decoded_for_a_file(
    hands: Hands, case: Case, project: Project, qtbot: QtBot
) -> None:
    (far,) = pinned(project, picture(color=GREEN), y=30_000)
    sheet = hands.view.sheet
    arrived: list[dict[str, CardPicture]] = []
    gathering = Gathering(sheet, hands.document.pictures, Wanted((far,)), 2.0, hands.view)
    gathering.ready.connect(arrived.append)
    qtbot.waitUntil(lambda: bool(arrived), timeout=20_000)
    made = figure_of(
        sheet, contents_of(sheet, Wanted((far,))), load_tokens("light"), "Board", arrived[0]
    )
    seen = painted(made.painter(), made.size())
    assert "#209040" in {
        seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())
    }
