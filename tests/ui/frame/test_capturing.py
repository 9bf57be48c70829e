"""A page is captured from the web by an explicit press, and nothing is fetched without it."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import editing, sources
from evidence_board.ingest.addresses import Address
from evidence_board.ingest.capturing import capture_pages
from evidence_board.ingest.process import Worker
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.clock import utc_now
from evidence_board.ui.dialogs.encoding import EncodingDialog
from evidence_board.ui.dialogs.results import ResultsDialog
from evidence_board.ui.docks.source_page import SourcePage
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.menus import fill_menu
from evidence_board.ui.wiring import Wiring
from tests.ingest.site import STORY, Answer, Site, site

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WAIT = 60_000
"""So many ms a process may take to start, fetch and read where much else goes on."""


@pytest.fixture
def harbour(wiring: Wiring) -> Iterator[Site]:
    """Give a site that this window may reach, by the parameter that only tests say."""
    wiring.capturing.fetch = partial(capture_pages, own_network=True)
    with site() as held:
        yield held


@pytest.fixture
def fetches(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the list of the worker processes that may reach the web, as they are started."""
    started: list[str] = []
    start = Worker._started

    def note(self: Worker) -> object:
        if self._subject == "fetch":
            started.append(self._subject)
        return start(self)

    monkeypatch.setattr(Worker, "_started", note)
    return started


def kept(wiring: Wiring, *urls: str) -> list[str]:
    """Keep addresses as sources, select them, and return their ids."""
    found = [Address(url) for url in urls]
    made = wiring.document.act(sources.keep_addresses, found, board=wiring.board_id, x=0.0, y=900.0)
    assert made is not None
    ids = [one.source.id for one in made]
    wiring.document.select(ids)
    return ids


def answer(verb: str, seen: list[str]) -> None:
    """Press a button of the question that comes next, and note what it says."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(f"{box.text()} {box.informativeText()}")
        button = next(one for one in box.findChildren(QPushButton) if one.text() == verb)
        button.click()

    QTimer.singleShot(0, press)


def press(wiring: Wiring, qtbot: QtBot, verb: str = "Capture page") -> list[str]:
    """Choose the action, answer its question, and wait until the work is over."""
    seen: list[str] = []
    answer(verb, seen)
    wiring.window.actions_here["capture_page"].trigger()
    qtbot.waitUntil(lambda: not wiring.capturing._under_way, timeout=WAIT)
    return seen


def test_nothing_is_fetched_without_the_press(
    wiring: Wiring, harbour: Site, fetches: list[str], qtbot: QtBot
) -> None:
    url = f"{harbour.url}/story"
    (id,) = kept(wiring, url)
    document = wiring.document
    offered = QMimeData()
    offered.setText(f"{harbour.url}/other")
    wiring.board.drops.paste(offered, None)
    document.reveal(id)
    document.read(id)
    wiring.set_mode("board")
    wiring.finding.ask(url)
    source = document.project.get(Source, id)
    document.act(editing.change, source, "Set title of source", title="The bridge")
    document.undo()
    document.redo()
    menu = QMenu()
    qtbot.addWidget(menu)
    fill_menu(menu, ("capture_page",), wiring.window.actions_here)
    assert wiring.document.settle()
    assert harbour.asked == []
    assert fetches == []
    document.select((id,))
    press(wiring, qtbot)
    assert [one.path for one in harbour.asked] == ["/story"]
    assert fetches == ["fetch"]


def test_a_press_captures_the_page_in_one_step(wiring: Wiring, harbour: Site, qtbot: QtBot) -> None:
    (id,) = kept(wiring, f"{harbour.url}/story")
    project = wiring.document.project
    seen = press(wiring, qtbot)
    assert seen[0].startswith("Fetch this page from 127.0.0.1?")
    capture = project.capture_of(id)
    assert capture is not None
    assert project.original(capture) == STORY
    assert "closed on Monday" in project.text(capture)
    assert project.get(Source, id).title == "Bridge shut after flood"
    assert project.undo_label == "Capture page"
    assert wiring.window.toast.message == f"Page of {project.get(Source, id).mark} captured."
    wiring.document.undo()
    assert project.capture_of(id) is None


def test_cancel_at_the_question_fetches_nothing_and_it_is_asked_again(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    kept(wiring, f"{harbour.url}/story")
    assert press(wiring, qtbot, "Cancel")
    assert harbour.asked == []
    assert press(wiring, qtbot, "Cancel")


def test_a_site_is_asked_about_once(wiring: Wiring, harbour: Site, qtbot: QtBot) -> None:
    harbour.pages["/other"] = Answer(STORY.replace(b"Harwick", b"Norwick"))
    kept(wiring, f"{harbour.url}/story")
    press(wiring, qtbot)
    kept(wiring, f"{harbour.url}/other")
    wiring.window.actions_here["capture_page"].trigger()
    qtbot.waitUntil(lambda: len(wiring.document.project.all(Capture)) == 4, timeout=WAIT)
    assert len(harbour.asked) == 2


def test_what_could_not_be_had_is_told_in_a_sentence_and_changes_nothing(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    (id,) = kept(wiring, f"{harbour.url}/none")
    steps = len(wiring.document.project.steps())
    press(wiring, qtbot)
    told = wiring.window.banner.message
    assert told.startswith("127.0.0.1 has no such page (404).")
    assert len(wiring.document.project.steps()) == steps
    assert wiring.document.project.capture_of(id) is None


WORDS = "Bakanlık geminin limanı terk ettiğini açıkladı."
UNSAID = Answer(
    f"<html><body><article><p>{WORDS}</p></article></body></html>".encode("cp1254"),
    {"Content-Type": "text/html"},
)


def choose_letters(encoding: str | None, seen: list[str]) -> None:
    """Choose an encoding in the dialog that comes, or leave the page out; note the previews."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, EncodingDialog):
            QTimer.singleShot(20, look)
            return
        for row in range(dialog.list.count()):
            dialog.list.setCurrentRow(row)
            seen.append(dialog.preview.toPlainText())
            if encoding is not None and WORDS in seen[-1]:
                break
        (dialog.verb if encoding is not None else dialog.cancel).click()

    QTimer.singleShot(20, look)


def test_letters_that_a_page_does_not_tell_are_asked_about_with_a_look_at_them(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    harbour.pages["/unsaid"] = UNSAID
    (id,) = kept(wiring, f"{harbour.url}/unsaid")
    project, seen = wiring.document.project, list[str]()
    choose_letters("cp1254", seen)
    press(wiring, qtbot)
    qtbot.waitUntil(lambda: project.capture_of(id) is not None, timeout=WAIT)
    capture = project.capture_of(id)
    assert capture is not None
    assert WORDS in project.text(capture)
    assert project.original(capture) == UNSAID.body
    assert len(set(seen)) > 1
    assert len(harbour.asked) == 1
    wiring.document.undo()
    assert project.capture_of(id) is None


def test_a_page_whose_letters_nobody_chooses_is_left_out(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    harbour.pages["/unsaid"] = UNSAID
    (id,) = kept(wiring, f"{harbour.url}/unsaid")
    steps = len(wiring.document.project.steps())
    choose_letters(None, [])
    press(wiring, qtbot)
    qtbot.waitUntil(lambda: bool(wiring.window.banner.message), timeout=WAIT)
    assert "does not say how the letters of this page" in wiring.window.banner.message
    assert wiring.document.project.capture_of(id) is None
    assert len(wiring.document.project.steps()) == steps


def test_ones_own_network_is_refused_in_the_window(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    wiring.capturing.fetch = capture_pages
    kept(wiring, f"{harbour.url}/story")
    press(wiring, qtbot)
    assert "is a place in your own network" in wiring.window.banner.message
    assert harbour.asked == []


def test_the_inspector_offers_the_press_for_an_address_of_the_web_alone(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    (id,) = kept(wiring, f"{harbour.url}/story")
    page = wiring.inspector.page
    assert isinstance(page, SourcePage)
    button = page.capture.capture
    assert button.isVisible()
    assert button.text() == "Capture page"
    seen: list[str] = []
    answer("Capture page", seen)
    button.click()
    qtbot.waitUntil(lambda: wiring.document.project.capture_of(id) is not None, timeout=WAIT)
    assert button.text() == "Capture again"
    assert page.capture.read.isVisible()
    wiring.document.select((wiring.document.project.all(Source)[0].id,))
    assert not button.isVisible()
    assert not wiring.window.actions_here["capture_page"].isEnabled()


def test_capturing_again_says_that_the_held_copy_stays(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    (id,) = kept(wiring, f"{harbour.url}/story")
    press(wiring, qtbot)
    wiring.capturing._confirmed.clear()
    (told,) = press(wiring, qtbot)
    assert told.endswith("The copy held already is kept; the new one is read from now on.")
    assert wiring.window.toast.message.startswith("The page is the same, byte for byte, as on ")
    harbour.pages["/story"] = Answer(STORY.replace(b"a week", b"a month"))
    first = wiring.document.project.capture_of(id)
    assert first is not None
    # The newest is the one of the latest second: no person captures a page twice in one.
    qtbot.waitUntil(lambda: utc_now() > first.captured_at)
    wiring.window.actions_here["capture_page"].trigger()
    qtbot.waitUntil(lambda: not wiring.capturing._under_way, timeout=WAIT)
    capture = wiring.document.project.capture_of(id)
    assert capture is not None
    assert "for a month" in wiring.document.project.text(capture)


def test_several_pages_are_one_step_and_a_list_names_what_failed(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    good, _ = kept(wiring, f"{harbour.url}/story", f"{harbour.url}/none")
    (told,) = press(wiring, qtbot, "Capture pages")
    assert told.startswith("Fetch 2 page")
    project = wiring.document.project
    assert project.undo_label == "Capture page"
    assert project.capture_of(good) is not None
    (dialog,) = wiring.window.findChildren(ResultsDialog)
    lines = [dialog.lines.topLevelItem(row) for row in range(dialog.lines.topLevelItemCount())]
    assert [one.text(1) for one in lines if one is not None] == ["Added as S4", "Refused"]
    dialog.close()


def test_too_many_pages_at_once_are_not_asked_for(
    wiring: Wiring, harbour: Site, fetches: list[str]
) -> None:
    kept(wiring, *(f"{harbour.url}/{number}" for number in range(21)))
    wiring.window.actions_here["capture_page"].trigger()
    assert wiring.window.banner.message.startswith("At most 20 pages are captured at once.")
    assert fetches == []


def test_cancel_ends_the_work_and_nothing_is_captured(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    harbour.pages["/story"] = Answer(holds=True)
    (id,) = kept(wiring, f"{harbour.url}/story")
    seen: list[str] = []
    answer("Capture page", seen)
    wiring.window.actions_here["capture_page"].trigger()
    qtbot.waitUntil(harbour.came.is_set, timeout=WAIT)
    cancel = wiring.window.status._cancel
    qtbot.waitUntil(cancel.isVisible, timeout=WAIT)
    cancel.click()
    qtbot.waitUntil(
        lambda: wiring.window.toast.message == "Cancelled. Nothing was captured.", timeout=WAIT
    )
    assert wiring.document.project.capture_of(id) is None
    assert not harbour.over.is_set()


def test_a_page_under_way_is_not_asked_for_twice(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    harbour.pages["/story"] = Answer(holds=True)
    kept(wiring, f"{harbour.url}/story")
    seen: list[str] = []
    answer("Capture page", seen)
    wiring.window.actions_here["capture_page"].trigger()
    qtbot.waitUntil(harbour.came.is_set, timeout=WAIT)
    wiring.window.actions_here["capture_page"].trigger()
    harbour.over.set()
    qtbot.waitUntil(lambda: not wiring.capturing._under_way, timeout=WAIT)
    assert len(harbour.asked) == 1


def test_the_window_goes_on_while_a_site_keeps_one_waiting(
    wiring: Wiring, harbour: Site, qtbot: QtBot
) -> None:
    harbour.pages["/story"] = Answer(holds=True)
    (id,) = kept(wiring, f"{harbour.url}/story")
    seen: list[str] = []
    answer("Capture page", seen)
    wiring.window.actions_here["capture_page"].trigger()
    qtbot.waitUntil(harbour.came.is_set, timeout=WAIT)
    wiring.board.setFocus()
    QTest.keyClick(wiring.board, Qt.Key.Key_N)
    editor = wiring.board.in_place.editor
    assert editor is not None
    QTest.keyClicks(editor, "The bridge is shut")
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [one.text for one in wiring.document.project.all(Claim)][-1] == "The bridge is shut"
    harbour.over.set()
    qtbot.waitUntil(lambda: wiring.document.project.capture_of(id) is not None, timeout=WAIT)
    assert wiring.document.project.undo_label == "Capture page"


def test_closing_the_window_ends_the_work(
    wiring: Wiring, harbour: Site, jobs: Jobs, qtbot: QtBot
) -> None:
    harbour.pages["/story"] = Answer(holds=True)
    kept(wiring, f"{harbour.url}/story")
    seen: list[str] = []
    answer("Capture page", seen)
    wiring.window.actions_here["capture_page"].trigger()
    qtbot.waitUntil(harbour.came.is_set, timeout=WAIT)
    wiring.window.close()
    jobs.close()  # waits until the work has ended
    assert not harbour.over.is_set()
