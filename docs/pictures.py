"""The pictures of the user guide: the real windows with the sample case, driven by real events.

Run as ``.venv/bin/python docs/pictures.py``. It needs no display, but pdftoppm of poppler-utils.
Home, clock, locale and theme are set, so that the same program draws the same pictures anywhere.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import numpy.typing as npt
import typst
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from evidence_board.app import translate
from evidence_board.brief import content
from evidence_board.commands import editing, judging, projects
from evidence_board.commands.sample import sample
from evidence_board.model.board import Frame
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.typeset import pdf
from evidence_board.typeset.faces import font_folder
from evidence_board.ui.canvas.live import port_places
from evidence_board.ui.dialogs.results import ResultsDialog
from evidence_board.ui.program import Program
from evidence_board.ui.settings import Recent, SettingsFile
from evidence_board.ui.theme import load_fonts, load_other_fonts
from evidence_board.ui.wiring import Wiring

PICTURES = Path(__file__).resolve().parent / "pictures"
LARGEST_BYTES = 250_000
WINDOW = (1440, 900)
MOMENT = "2024-03-01T09:30:00Z"
"""When everything in the pictures happened."""
MARGIN = 16
"""Px left round what is cut out of a window."""
_EXACT = 176
"""How many colors of a picture are kept exactly."""
_PATIENCE = 90.0
_PAUSE = 350
"""Ms after which hover, zoom and counts have come to rest."""
_ARTICLE = """
#set document(title: sys.inputs.title)
#set page("a4", margin: 2.2cm)
#set text(font: "IBM Plex Serif", size: 12pt)
#set par(justify: true)
#text(18pt, weight: "semibold", sys.inputs.title)

#for part in sys.inputs.text.split("\\n\\n") [#part #parbreak()]
#grid(columns: 7, gutter: 9pt, align: bottom,
  ..(12, 18, 15, 29, 41, 66, 58).map(high =>
    rect(width: 58pt, height: high * 1pt, fill: luma(150))))
"""
_LEFT = Qt.MouseButton.LeftButton
_NO_KEY = Qt.KeyboardModifier.NoModifier


def main() -> None:
    """Draw all pictures anew."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        _settle_surroundings(home)
        application = QApplication(["evidence-board"])
        application.setApplicationDisplayName("Evidence Board")
        application.setCursorFlashTime(0)
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        load_fonts()
        load_other_fonts()
        translate(application, QLocale())
        settings = SettingsFile(home / "settings.json")
        settings.change(scheme="light", window=WINDOW, folder=str(home / "Documents"))
        file = home / "Documents" / "Sample case.evboard"
        sample(file, clock=lambda: MOMENT)
        program = Program(application, settings)
        PICTURES.mkdir(exist_ok=True)
        _take_start(program, settings, file)
        with _opened(program, file) as shown:
            for take in (
                *(_take_board, _take_badges, _take_inspector, _take_links),
                *(_take_reader, _take_lineage),
            ):
                take(shown)
            settings.change(scheme="dark")
            _take_dark(shown)
        settings.change(scheme="light", docks_hidden=False, left_width=320, author_asked=True)
        _take_issues(program, file)
        _take_history(program, file.with_name("Judged.evboard"))
        _take_brief(file)
        _take_composing(program, file)
        _take_results(program, file.parent)
        _take_pages(program, file)


def _settle_surroundings(home: Path) -> None:
    """Give the program a home without a name, a fixed time zone, and a screen that nobody sees."""
    (home / "Documents").mkdir()
    screen = {"name": "none", "x": 0, "y": 0, "width": 1920, "height": 1200}
    (home / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ |= {
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": f"offscreen:configfile={home / 'screen.json'}",
        "TZ": "UTC",
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
    }
    time.tzset()


@contextmanager
def _opened(program: Program, file: Path) -> Iterator[Wiring]:
    """Open a project in its window and close it afterwards."""
    program.open(file)
    window = program.windows()[0]
    _wait(lambda: window.findChild(Wiring) is not None)
    QTest.qWait(_PAUSE)
    shown = window.findChild(Wiring)
    assert isinstance(shown, Wiring)
    yield shown
    window.close()


def _take_start(program: Program, settings: SettingsFile, file: Path) -> None:
    """Take the start window, with the sample case among the recent projects."""
    with _opened(program, file):
        pass
    last = settings.current.recent[0]
    settings.change(
        window=(1200, 720),
        recent=(Recent(last.path, last.title, MOMENT, last.cards, last.sources, last.origins),),
    )
    program.show_start()
    window = next(one for one in QApplication.topLevelWidgets() if one.isVisible())
    QTest.qWait(_PAUSE)
    _keep(window.grab(), "start")
    window.close()
    settings.change(window=WINDOW)


def _take_board(shown: Wiring) -> None:
    """Take the board near the claims by rail, with one of them selected."""
    _look_at_frame(shown, "Rail: Tumangang")
    _press_card(shown, _claim(shown, "C2").id)
    _wait_until_crisp(shown)
    _keep(shown.window.grab(), "board")


def _take_lineage(shown: Wiring) -> None:
    """Take where a claim comes from that four sources carry, one of them over a relay."""
    shown.document.trace(_claim(shown, "C5").id)
    _wait(lambda: shown.claims.ready)
    QTest.qWait(_PAUSE)
    _keep(shown.window.grab(), "lineage")
    shown.set_mode("board")


def _take_badges(shown: Wiring) -> None:
    """Take claim cards whose origin badges show one, several, and a range of origins."""
    cards = [_claim(shown, mark).id for mark in ("C6", "C11", "C7", "C13")]
    shown.document.select(cards)
    _key(shown.board, Qt.Key.Key_At, Qt.KeyboardModifier.ShiftModifier)
    shown.document.select(())
    QTest.qWait(_PAUSE)
    boxes = [_box(shown, one) for one in cards]
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.united(box)
    _wait_until_crisp(shown)
    _keep(_cut(shown.board, whole), "badges")


def _take_inspector(shown: Wiring) -> None:
    """Take the inspector of a judged claim."""
    shown.document.reveal(_claim(shown, "C25").id)
    QTest.qWait(_PAUSE)
    _keep(shown.window.right.grab(), "inspector")


def _take_links(shown: Wiring) -> None:
    """Take the menu of link types where a thread was dropped on a claim."""
    _look_at_frame(shown, "Rail: Tumangang")
    start, end = _claim(shown, "C3").id, _claim(shown, "C5").id
    _drag_thread(shown, start, _box(shown, end).center())
    menu = shown.board.linking.menu
    assert menu is not None
    whole = _box(shown, start).united(_box(shown, end)).united(menu.geometry())
    _wait_until_crisp(shown)
    _keep(_cut(shown.board, whole), "link-menu")
    _key(menu, Qt.Key.Key_Escape)


def _take_reader(shown: Wiring) -> None:
    """Take the reader while a claim is made from selected words."""
    source = next(
        one for one in shown.document.project.all(Source) if one.publisher == "bne IntelliNews"
    )
    shown.document.select((source.id,))
    _key(shown.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    shown.set_mode("reader")
    widths = shown.window.sides.widths()
    shown.window.size_docks(200, 300)
    _wait(lambda: bool(shown.reader.hinting.gutter.hints))
    _wait(lambda: not shown.reader.sharing.words.busy)
    QTest.qWait(_PAUSE)
    page = shown.reader.page
    words = "a worrying quantity of North Korean arms is in Russian hands already"
    start = page.paragraphs.text.index(words)
    boxes = page.seen_boxes((start, start + len(words)))
    view = page.viewport()
    _drag(
        view,
        QPoint(round(boxes[0].left()) + 1, round(boxes[0].center().y())),
        QPoint(round(boxes[-1].right()), round(boxes[-1].center().y())),
    )
    _key(page, Qt.Key.Key_C)
    QTest.qWait(_PAUSE)
    _keep(shown.window.grab(), "reader")
    _key(QApplication.focusWidget() or page, Qt.Key.Key_Escape)
    shown.window.size_docks(*widths)


def _take_dark(shown: Wiring) -> None:
    """Take the whole board without the side panels, in the dark theme."""
    shown.set_mode("board")
    shown.document.select(())
    shown.window.show_docks(False)
    QTest.qWait(_PAUSE)
    _key(shown.board, Qt.Key.Key_Exclam, Qt.KeyboardModifier.ShiftModifier)
    QTest.qWait(_PAUSE)
    _wait_until_crisp(shown)
    _keep(shown.window.grab(), "board-dark")


def _take_issues(program: Program, file: Path) -> None:
    """Take the Issues dock at an issue that one press can do something about."""
    with _opened(program, file) as shown:
        _wait(lambda: shown.document.issues.current)
        shown.window.actions_here["issues"].trigger()
        rows = shown.issues.rows
        kinds = [found[0].kind for row in range(rows.rowCount()) if (found := rows.at(row))]
        for _ in range(kinds.index("over-ceiling")):
            _key(shown.issues.list, Qt.Key.Key_Down)
        QTest.qWait(_PAUSE)
        _keep(shown.window.left.grab(), "issues")


def _take_history(program: Program, file: Path) -> None:
    """Take the History dock after some work on a claim, the last of it undone."""
    sample(file, clock=lambda: MOMENT)
    project = Project.open(file, clock=lambda: MOMENT)
    project.author = "Desk A"
    claim = next(one for one in project.all(Claim) if one.mark == "C1")
    judging.set_likelihood(project, claim, "likely")
    editing.change(project, claim, "Set confidence", confidence="low")
    reason = "One reading of one picture, repeated by all."
    editing.change(project, claim, "Set confidence", confidence="moderate", reason=reason)
    judging.set_likelihood(project, claim, "very likely")
    project.undo()
    project.close()
    with _opened(program, file) as shown:
        shown.window.actions_here["history"].trigger()
        _key(shown.history.list, Qt.Key.Key_Down)
        _wait(lambda: shown.history.chain.chain is not None)
        QTest.qWait(_PAUSE)
        _keep(shown.window.left.grab(), "history")


def _take_brief(file: Path) -> None:
    """Take the first page of the brief, as Poppler draws it."""
    project = Project.open(file, read_only=True)
    made = pdf.pdf(content.build(project, at=MOMENT), at=MOMENT)
    project.close()
    page = ["pdftoppm", "-png", "-r", "90", "-f", "1", "-l", "1", "-"]
    drawn = subprocess.run(page, input=made, capture_output=True, check=True).stdout
    _keep(QPixmap.fromImage(QImage.fromData(drawn)), "brief")


def _take_composing(program: Program, file: Path) -> None:
    """Take the Brief mode: the parts, the pages as they will be, what is open."""
    with _opened(program, file) as shown:
        shown.document.project.now = lambda: MOMENT  # type: ignore[method-assign]
        shown.window.size_docks(200, 300)
        shown.window.actions_here["brief"].trigger()
        _wait(lambda: shown.brief.header.pages.text().startswith("1 / "))
        _wait(lambda: shown.document.issues.current)
        QTest.qWait(2 * _PAUSE)
        _wait(lambda: not shown.brief.header.state.text())
        _keep(shown.window.grab(), "composing")


def _take_pages(program: Program, sample_file: Path) -> None:
    """Take a PDF by its pages: a claim on its words, with its card, and a part being marked."""
    file = sample_file.with_name("Found.evboard")
    given = _printed(sample_file)
    projects.start(file, title="What another desk found", clock=lambda: MOMENT).close()
    with _opened(program, file) as shown:
        shown.add_files([given])
        _wait(lambda: bool(shown.document.project.all(Source)))
        shown.document.read(shown.document.project.all(Source)[0].id)
        shown.reader.acts.do("text_or_page")
        pages, words = shown.reader.turning.pages, "likely inside"
        _wait(lambda: pages.words_on(1) is not None and bool(shown.reader.hinting.gutter.hints))
        start = shown.reader.page.paragraphs.text.index("North Korean arms were")
        end = shown.reader.page.paragraphs.text.index(words) + len(words)
        pages.select(start, end)
        _key(pages, Qt.Key.Key_C)
        _key(QApplication.focusWidget() or pages, Qt.Key.Key_Return)
        QTest.qWait(_PAUSE)
    with _opened(program, file) as shown:  # again, for the time of a save would show
        shown.window.size_docks(200, 300)
        shown.document.read(shown.document.project.all(Source)[0].id)
        pages = shown.reader.turning.pages
        _wait(lambda: pages.words_on(1) is not None and bool(shown.reader.hinting.gutter.hints))
        shown.document.select((shown.document.project.all(Source)[0].id,))
        QTest.qWait(4 * _PAUSE)
        _drag(
            pages.viewport(),
            pages.box_of(1, (0.1, 0.528, 0.1, 0.528)).topLeft().toPoint(),
            pages.box_of(1, (0.9, 0.623, 0.9, 0.623)).topLeft().toPoint(),
        )
        QTest.qWait(_PAUSE)
        _keep(shown.window.grab(), "pages")


def _printed(sample_file: Path) -> Path:
    """Print an article of the sample case as a PDF, with a box beside its words."""
    project = Project.open(sample_file, read_only=True)
    source = next(one for one in project.all(Source) if one.publisher == "bne IntelliNews")
    capture = project.capture_of(source.id)
    assert capture is not None
    text = project.text(capture)
    project.close()
    template, made = sample_file.with_name("article.typ"), sample_file.with_name("article.pdf")
    template.write_text(_ARTICLE, encoding="utf-8")
    typst.compile(
        template,
        output=made,
        font_paths=[str(font_folder())],
        ignore_system_fonts=True,
        sys_inputs={"text": text, "title": source.title},
        timestamp=datetime.fromisoformat(MOMENT),
    )
    return made


# What a hand does


def _take_results(program: Program, folder: Path) -> None:
    """Take the list of what became of some files of several kinds."""
    file, dropped = folder / "Harbour.evboard", folder / "Found"
    projects.start(file, title="Harbour", clock=lambda: MOMENT).close()
    dropped.mkdir()
    words = "<p>The ferry left the harbour at noon, and two witnesses saw it leave.</p>"
    page = f"<html><head><title>Ferry leaves early</title></head><body>{words}</body></html>"
    mail = (
        "From: Harbour office <office@harbour.example>\nSubject: The ferry\nMIME-Version: 1.0\n\n"
    )
    for name, written in (
        ("ferry.html", page.encode()),
        ("ferry, saved again.html", f"<!-- again -->{page}".encode()),
        ("letter.eml", f"{mail}It left at noon.\n".encode()),
        ("minutes.txt", "The mate said “we’re done” and left.\n".encode("cp1252")),
        ("minutes, copied.txt", "The mate said “we’re done” and left.\n".encode("cp1252")),
        ("crew.xlsx", b"PK\3\4 xl/workbook.xml"),
    ):
        (dropped / name).write_bytes(written)
    with _opened(program, file) as shown:
        shown.add_files([dropped])
        _wait(lambda: shown.window.findChild(ResultsDialog) is not None)
        dialog = shown.window.findChild(ResultsDialog)
        assert isinstance(dialog, ResultsDialog)
        QTest.qWait(_PAUSE)
        _keep(dialog.grab(), "results")
        dialog.close()


def _look_at_frame(shown: Wiring, title: str) -> None:
    """Select a frame and fill the window with it, by its key."""
    frame = next(one for one in shown.document.project.all(Frame) if one.title == title)
    shown.document.select((frame.id,))
    _key(shown.board, Qt.Key.Key_At, Qt.KeyboardModifier.ShiftModifier)
    shown.document.select(())
    QTest.qWait(_PAUSE)


def _press_card(shown: Wiring, record: str) -> None:
    QTest.mouseClick(shown.board, _LEFT, _NO_KEY, _box(shown, record).center())
    QTest.mouseMove(shown.board, QPoint(4, 4))
    QTest.qWait(_PAUSE)


def _drag_thread(shown: Wiring, start: str, end: QPoint) -> None:
    """Drag from the dot on the lower edge of a card."""
    row = shown.board.sheet.layout.row_of_record[start]
    QTest.mouseMove(shown.board, _box(shown, start).center())
    QTest.qWait(_PAUSE)
    places = port_places(shown.board.sheet.layout.boxes[row])
    spots = [shown.board.camera.viewport.to_screen(*place) for place in places]
    lowest = max(spots, key=lambda spot: spot[1])
    _drag(shown.board, QPoint(round(lowest[0]), round(lowest[1])), end)
    QTest.qWait(_PAUSE)


def _drag(widget: QWidget, start: QPoint, end: QPoint) -> None:
    QTest.mouseMove(widget, start)
    QTest.mousePress(widget, _LEFT, _NO_KEY, start)
    for part in (0.3, 0.7, 1.0):
        QTest.mouseMove(widget, start + (end - start) * part)
    QTest.mouseRelease(widget, _LEFT, _NO_KEY, end)


def _key(
    widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(widget, key, modifiers)


def _wait(until: Callable[[], bool]) -> None:
    ends = time.monotonic() + _PATIENCE
    while not until() and time.monotonic() < ends:
        QTest.qWait(20)
    assert until()


# Where things lie, and keeping the pictures


def _claim(shown: Wiring, mark: str) -> Claim:
    return next(one for one in shown.document.project.all(Claim) if one.mark == mark)


def _box(shown: Wiring, record: str) -> QRect:
    """Return where a card lies, in px of the board's view."""
    layout = shown.board.sheet.layout
    x, y, width, height = layout.boxes[layout.row_of_record[record]].tolist()
    viewport = shown.board.camera.viewport
    left, top = viewport.to_screen(x, y)
    return QRect(
        round(left), round(top), round(width * viewport.factor), round(height * viewport.factor)
    )


def _cut(widget: QWidget, box: QRect) -> QPixmap:
    around = box.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    return widget.grab(around.intersected(widget.rect()))


def _wait_until_crisp(shown: Wiring) -> None:
    """Wait until the painting thread has painted all that is in sight."""
    shown.board.grab()
    while not shown.board.surface.crisp or shown.board.camera.zooming:
        QTest.qWait(_PAUSE)


def _keep(picture: QPixmap, name: str) -> None:
    """Write a picture in 256 colours: the plain areas keep theirs, soft edges take the nearest."""
    path = PICTURES / f"{name}.png"
    image = _in_palette(picture.toImage().convertToFormat(QImage.Format.Format_RGB32))
    if not image.save(str(path), quality=0):
        raise SystemExit(f"{path.name} could not be written.")
    size = path.stat().st_size
    print(f"{name}: {image.width()} x {image.height()}, {size} bytes")
    if size > LARGEST_BYTES:
        raise SystemExit(f"{path.name} is larger than {LARGEST_BYTES} bytes.")


def _in_palette(image: QImage) -> QImage:
    """Return the picture in its commonest colors and one of each of the commonest other shades."""
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    colors, places, counts = np.unique(pixels & 0xFFFFFF, return_inverse=True, return_counts=True)
    colors = colors[np.argsort(-counts, kind="stable")]
    _, first = np.unique(_parts(colors) // 24, axis=0, return_index=True)
    rows = dict.fromkeys((*range(_EXACT), *np.sort(first).tolist()))
    palette = colors[[row for row in rows if row < len(colors)][:256]]
    known = np.unique(pixels & 0xFFFFFF)
    far = np.abs(_parts(known)[:, None] - _parts(palette)[None]).sum(axis=2)
    marks = far.argmin(axis=1).astype(np.uint8)[places].reshape(pixels.shape)
    drawn = QImage(
        marks.tobytes(), image.width(), image.height(), image.width(), QImage.Format.Format_Indexed8
    )
    drawn.setColorTable([0xFF000000 | int(color) for color in palette])
    return drawn.copy()


def _parts(colors: npt.NDArray[np.uint32]) -> npt.NDArray[np.int16]:
    """Return red, green and blue of packed colors, a row each."""
    return np.stack([colors >> shift & 255 for shift in (16, 8, 0)], axis=1).astype(np.int16)


if __name__ == "__main__":
    main()
