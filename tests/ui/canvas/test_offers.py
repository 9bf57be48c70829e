"""Dropping and pasting decide by content: pictures, addresses, folders, words; each to its kind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.ui import adding
from tests.ingest.drawn import bomb, drawn, png
from tests.ui.canvas.conftest import Case, Hands
from tests.ui.canvas.test_board_drops import drop, paste

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PLAIN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
PAGE = "https://example.org/harbour?day=3"


@pytest.fixture(autouse=True)
def clipboard(application: QApplication) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def of_files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def of_text(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def new_sources(hands: Hands, case: Case) -> list[Source]:
    return [one for one in hands.project.all(Source) if one != case.source]


def wait_for_sources(hands: Hands, case: Case, qtbot: QtBot, count: int = 1) -> list[Source]:
    qtbot.waitUntil(lambda: len(new_sources(hands, case)) == count, timeout=20_000)
    hands.settle()
    return new_sources(hands, case)


# Pictures


def test_a_dropped_picture_becomes_a_source_with_its_own_bytes(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "yard at noon.png"
    path.write_bytes(png(80, 60))
    assert drop(hands, of_files(path))
    (made,) = wait_for_sources(hands, case, qtbot)
    assert (made.kind, made.title) == ("image", "yard at noon")
    assert made.basis["title"] == {"basis": "inferred", "words": "yard at noon.png"}
    (capture,) = hands.project.all(Capture)
    assert hands.project.original(capture) == png(80, 60)
    assert hands.place(made.id) == (400, 400)
    hands.project.undo()
    assert new_sources(hands, case) == []


def test_the_title_of_a_dropped_picture_is_written_at_once(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "IMG_0001.png"
    path.write_bytes(png(80, 60))
    drop(hands, of_files(path))
    (made,) = wait_for_sources(hands, case, qtbot)
    editor = hands.view.in_place.editor
    assert editor is not None
    assert editor.toPlainText() == "IMG_0001"
    QTest.keyClicks(editor, "The yard")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    changed = hands.project.get(Source, made.id)
    assert changed.title == "The yard"
    assert changed.as_given["title"] == "IMG_0001"


def test_nothing_is_asked_when_several_pictures_come(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / "one.png", tmp_path / "two.png"]
    for shade, path in enumerate(paths):
        path.write_bytes(png(80, 60, color=bytes((shade, 9, 9))))
    drop(hands, of_files(*paths))
    wait_for_sources(hands, case, qtbot, 2)
    assert not hands.editing()
    assert hands.project.undo_label == "Add 2 sources"


def test_a_picture_on_the_clipboard_keeps_the_bytes_in_which_it_is_offered(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    original = drawn("JPEG")
    mime = QMimeData()
    mime.setData("image/jpeg", original)
    paste(hands, mime)
    (made,) = wait_for_sources(hands, case, qtbot)
    (capture,) = hands.project.all(Capture)
    assert hands.project.original(capture) == original
    assert (capture.media_type, made.title) == ("image/jpeg", "")
    assert hands.editing()


def test_a_bitmap_on_the_clipboard_is_kept_as_png(hands: Hands, case: Case, qtbot: QtBot) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    mime = QMimeData()
    mime.setImageData(image)
    paste(hands, mime)
    wait_for_sources(hands, case, qtbot)
    (capture,) = hands.project.all(Capture)
    assert (capture.media_type, capture.picture_size) == ("image/png", (30, 20))
    kept = QImage.fromData(hands.project.original(capture))
    assert kept.pixelColor(4, 4) == QColor("teal")


def test_a_picture_dragged_from_a_page_is_kept_not_its_address(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    mime = of_text("https://example.org/yard.png")
    mime.setData("image/png", png(8, 6))
    assert drop(hands, mime)
    (made,) = wait_for_sources(hands, case, qtbot)
    assert (made.kind, made.url) == ("image", "")


def test_a_table_that_also_comes_as_a_picture_is_taken_as_words(hands: Hands, case: Case) -> None:
    mime = of_text("Ships\t12")
    mime.setData("image/png", png(8, 6))
    paste(hands, mime)
    assert hands.project.all(Claim)[-1].text == "Ships 12"
    assert new_sources(hands, case) == []


@pytest.mark.parametrize(
    ("name", "original", "words"),
    [
        ("bomb.png", bomb(), "60,000 × 60,000 pixels"),
        ("cut.jpg", drawn("JPEG")[:200], "is cut off or damaged"),
        ("mislabelled.png", b"no picture", "holds something else"),
        ("lying.png", png(40, 400, rows=10), "says in its header"),
    ],
)
def test_a_hostile_picture_gets_one_sentence_and_changes_nothing(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot, name: str, original: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(original)
    steps = len(hands.project.steps())
    drop(hands, of_files(tmp_path / name))
    qtbot.waitUntil(lambda: bool(hands.problems), timeout=20_000)
    assert len(hands.problems) == 1
    assert words in hands.problems[0]
    assert len(hands.project.steps()) == steps


# Addresses


def test_a_pasted_address_becomes_a_source_without_a_capture(hands: Hands, case: Case) -> None:
    paste(hands, of_text(f" {PAGE}\n"))
    (made,) = new_sources(hands, case)
    assert (made.url, made.title, made.publisher) == (PAGE, "", "")
    assert hands.project.capture_of(made.id) is None
    assert made.id in hands.view.sheet.layout.row_of_record


def test_the_title_of_a_pasted_address_is_written_at_once(hands: Hands, case: Case) -> None:
    paste(hands, of_text(PAGE))
    editor = hands.view.in_place.editor
    assert editor is not None
    QTest.keyClicks(editor, "The harbour is closed")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    (made,) = new_sources(hands, case)
    assert (made.title, made.publisher) == ("The harbour is closed", "")


def test_escape_leaves_the_address_as_it_came(hands: Hands, case: Case) -> None:
    paste(hands, of_text(PAGE))
    editor = hands.view.in_place.editor
    assert editor is not None
    steps = len(hands.project.steps())
    QTest.keyClicks(editor, "Words")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert len(hands.project.steps()) == steps
    assert new_sources(hands, case)[0].title == ""


def test_a_page_dragged_from_a_browser_brings_its_title(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(PAGE)])
    mime.setData("text/x-moz-url", f"{PAGE}\nThe harbour\u00a0is closed".encode("utf-16-le"))
    assert drop(hands, mime)
    (made,) = new_sources(hands, case)
    assert (made.url, made.title) == (PAGE, "The harbour is closed")
    assert hands.place(made.id) == (400, 400)


def test_the_title_that_another_browser_gives_is_taken_too(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl(PAGE)])
    mime.setData("_NETSCAPE_URL", f"{PAGE}\nПорт закрито".encode())
    assert drop(hands, mime)
    assert new_sources(hands, case)[0].title == "Порт закрито"


def test_an_address_dragged_from_an_address_bar_is_taken(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setData("text/uri-list", f"# a comment\r\n{PAGE}\r\n".encode())
    assert drop(hands, mime)
    assert new_sources(hands, case)[0].url == PAGE


def test_a_list_of_addresses_becomes_a_row_of_sources(hands: Hands, case: Case) -> None:
    paste(hands, of_text("\n".join(f"https://example.org/{number}" for number in range(4))))
    made = new_sources(hands, case)
    assert [one.url[-1] for one in made] == ["0", "1", "2", "3"]
    assert len({hands.place(one.id)[1] for one in made}) == 1
    assert hands.project.undo_label == "Add 4 sources"
    assert not hands.editing()
    assert hands.told[-1] == "4 sources added"


def test_the_same_address_again_selects_the_source_that_has_it(hands: Hands, case: Case) -> None:
    paste(hands, of_text(PAGE))
    hands.key(Qt.Key.Key_Escape)
    hands.view.in_place.finish()
    steps = len(hands.project.steps())
    hands.document.select(())
    paste(hands, of_text(PAGE.replace("https", "HTTPS")))
    (made,) = new_sources(hands, case)
    assert len(hands.project.steps()) == steps
    assert hands.selected() == (made.id,)
    assert hands.told[-1] == f"This address is {made.mark} already."


@pytest.mark.parametrize("text", ["javascript:alert(1)", "data:text/html,<b>x</b>", "https://a:b/"])
def test_an_address_that_is_none_gets_one_sentence(hands: Hands, case: Case, text: str) -> None:
    steps = len(hands.project.steps())
    paste(hands, of_text(text))
    assert len(hands.problems) == 1
    assert len(hands.project.steps()) == steps


def test_a_file_that_is_gone_gets_one_sentence(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(hands, of_files(tmp_path / "gone.txt"))
    qtbot.waitUntil(lambda: bool(hands.problems), timeout=20_000)
    assert "“gone.txt” is not there" in hands.problems[0]


# Words


def test_a_sentence_with_an_address_in_it_is_a_claim(hands: Hands, case: Case) -> None:
    paste(hands, of_text(f"See {PAGE} for more."))
    assert hands.project.all(Claim)[-1].text == f"See {PAGE} for more."


def test_pasting_as_plain_text_makes_a_claim_of_an_address(hands: Hands, case: Case) -> None:
    QGuiApplication.clipboard().setMimeData(of_text(PAGE))
    hands.key(Qt.Key.Key_V, PLAIN)
    assert hands.project.all(Claim)[-1].text == PAGE
    assert new_sources(hands, case) == []


def test_pasting_as_plain_text_without_words_says_so(hands: Hands, case: Case) -> None:
    mime = QMimeData()
    mime.setData("image/png", png(8, 6))
    QGuiApplication.clipboard().setMimeData(mime)
    hands.key(Qt.Key.Key_V, PLAIN)
    assert hands.told == ["There are no words on the clipboard."]


# Folders


def fill(folder: Path, count: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"Report {number} of the harbour of {folder.name}.")


def test_all_files_below_a_folder_become_sources(
    hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    fill(tmp_path / "case", 2)
    fill(tmp_path / "case" / "deep" / "er", 1)
    (tmp_path / "case" / "deep" / "yard.png").write_bytes(png(8, 6))
    drop(hands, of_files(tmp_path / "case"))
    made = wait_for_sources(hands, case, qtbot, 4)
    assert sorted(one.kind for one in made) == ["document"] * 3 + ["image"]


def answer(text: str, seen: list[str]) -> Callable[[], None]:
    """Return what presses a button of the question that is open then."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box.text())
        buttons = [one for one in box.findChildren(QPushButton) if text in one.text()]
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)

    return press


@pytest.mark.parametrize(("verb", "count"), [("Add files", 4), ("Cancel", 0)])
def test_many_files_are_asked_about_first(
    hands: Hands,
    case: Case,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    verb: str,
    count: int,
) -> None:
    monkeypatch.setattr(adding, "_MANY", 3)
    fill(tmp_path / "case", 4)
    seen: list[str] = []

    def wait_for_question() -> None:
        if QApplication.activeModalWidget() is None:
            QTimer.singleShot(50, hands.view, wait_for_question)
        else:
            answer(verb, seen)()

    wait_for_question()
    drop(hands, of_files(tmp_path / "case"))
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
    assert "Add 4 file" in seen[0]
    wait_for_sources(hands, case, qtbot, count)


def test_an_empty_folder_says_so(hands: Hands, case: Case, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty").mkdir()
    drop(hands, of_files(tmp_path / "empty"))
    qtbot.waitUntil(lambda: bool(hands.problems), timeout=20_000)
    assert hands.problems == ["There are no files in this folder."]


def test_a_picture_as_bytes_of_png_from_qt_is_taken_as_it_is(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(QImage(9, 7, QImage.Format.Format_RGB32))
    mime = QMimeData()
    mime.setData("image/png", buffer.data())
    paste(hands, mime)
    wait_for_sources(hands, case, qtbot)
    assert hands.project.original(hands.project.all(Capture)[0]) == bytes(buffer.data().data())
