"""The program with a probe: it answers, on stdin and stdout, where things lie and what they hold.

All acts are done by mouse and keys from outside; the probe only looks. As a program:
``python -m tests.window.probed [FILE]``. A line in is a name of `ANSWERS` and JSON arguments, a
line out is JSON.
"""

import json
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256

from PySide6.QtCore import QPointF, QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget

from evidence_board.__main__ import main
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.link import Link
from evidence_board.ui.naming import mark_of
from evidence_board.ui.wiring import Wiring

Place = tuple[float, float]


def _wiring() -> Wiring | None:
    for window in QApplication.topLevelWidgets():
        found = window.findChild(Wiring) if window.isVisible() else None
        if isinstance(found, Wiring):
            return found
    return None


def _open() -> Wiring:
    found = _wiring()
    assert found is not None, "no project is open"
    return found


def active() -> bool:
    """Whether a window has the keys."""
    return QApplication.activeWindow() is not None


def opened() -> bool:
    """Return whether a project stands in its window."""
    return _wiring() is not None


def counts() -> dict[str, int]:
    """Return how many records of each kind there are."""
    project = _open().document.project
    return {table: len(project.all(kind)) for table, kind in KIND_OF.items()}


def claims() -> list[dict[str, object]]:
    """Return the claims, as they are stored."""
    return [one.plain() for one in _open().document.project.all(Claim)]  # type: ignore[misc]  # JSON


def links() -> list[dict[str, object]]:
    """Return the links, as they are stored."""
    return [one.plain() for one in _open().document.project.all(Link)]  # type: ignore[misc]  # JSON


def hashes() -> list[str]:
    """Return the hashes of the stored copies."""
    return [one.sha256 for one in _open().document.project.all(Capture)]


def words() -> list[str]:
    """Return the exact words on which claims rest."""
    project = _open().document.project
    said = (one.excerpt for one in project.all(Assertion) if one.excerpt)
    return [str(getattr(project.find(id), "exact", "")) for id in said]


def middle(name: str) -> Place | None:
    """Return the middle, on the screen, of the visible control with this accessible name."""
    for widget in QApplication.allWidgets():
        if widget.accessibleName() == name and widget.isVisible():
            return _middle(widget)
    return None


def area(name: str) -> tuple[float, float, float, float] | None:
    """Return place and size, on the screen, of the visible control with this accessible name."""
    for widget in QApplication.allWidgets():
        if widget.accessibleName() == name and widget.isVisible():
            corner = widget.mapToGlobal(widget.rect().topLeft())
            return corner.x(), corner.y(), widget.width(), widget.height()
    return None


def source_row(place: int) -> Place:
    """Return the middle of a row of the Sources list."""
    tree = _open().panels.sources.tree
    spot = tree.visualItemRect(tree.rows()[place]).center()
    there = tree.viewport().mapToGlobal(spot)
    return there.x(), there.y()


def board(share_x: float, share_y: float) -> Place:
    """Return a place on the board, as shares of its width and height."""
    view = _open().board
    spot = view.mapToGlobal(QPointF(view.width() * share_x, view.height() * share_y))
    return spot.x(), spot.y()


def card(text: str, share_x: float, share_y: float) -> Place:
    """Return a place on the card of the claim with this text, as shares of its width and height."""
    on = _open()
    claim = next(one for one in on.document.project.all(Claim) if one.text == text)
    layout = on.board.sheet.layout
    x, y, width, height = layout.boxes[layout.row_of_record[claim.id]].tolist()
    spot = on.board.camera.viewport.to_screen(x + width * share_x, y + height * share_y)
    there = on.board.mapToGlobal(QPointF(*spot))
    return there.x(), there.y()


def paragraph(start: str) -> Place:
    """Return a place in the reader on the words that begin with ``start``."""
    reader = _open().reader
    page = reader.page
    text = page.paragraphs.text
    wanted = text.index(start)
    across = page.viewport().width() * 0.2
    for y in range(0, page.viewport().height(), 3):
        offset = page.offset_at(QPointF(across, y))
        if wanted <= offset < wanted + len(start):
            there = page.viewport().mapToGlobal(QPointF(across, y + 4))
            return there.x(), there.y()
    raise AssertionError(f"{start!r} is not on the page")


def mode() -> str:
    """Return which view shows."""
    return _open().mode


def selected_words() -> str:
    """Return the words that are selected in the reader."""
    return _open().reader.page.words


def focused() -> str:
    """Return the class and the accessible name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return "" if widget is None else f"{type(widget).__name__} {widget.accessibleName()}"


def toast() -> str:
    """Return what the toast says."""
    return _open().window.toast.message


def walked() -> str:
    """Return the mark of the card with the keyboard's focus on the board."""
    on = _open()
    found = on.document.project.find(on.board.live.focus or "")
    return mark_of(found) if found is not None else ""


def aimed() -> str:
    """Return the mark of the card that a link drawn by keys leads to now."""
    on = _open()
    thread = on.board.live.thread
    record = on.board.sheet.record(thread.card) if thread and thread.card is not None else None
    return mark_of(record) if record is not None else ""


def selected() -> list[str]:
    """Return the marks of what is selected."""
    return [mark_of(one) for one in _open().document.selected_records()]


def digest() -> str:
    """Return a hash of all records, the history left out."""
    project = _open().document.project
    told = {one.id: one.plain() for kind in KIND_OF.values() for one in project.all(kind)}
    return sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def done() -> int:
    """Return how many steps are done and not taken back."""
    return sum(one.state == "done" for one in _open().document.project.steps())


def card_of(mark: str) -> list[object]:
    """Return place and lock of the card of the record with this mark."""
    project = _open().document.project
    for card in project.all(Card):
        record = project.find(card.record)
        if record is not None and mark_of(record) == mark:
            return [card.x, card.y, card.locked]
    raise AssertionError(f"{mark} has no card")


ANSWERS: Mapping[str, Callable[..., object]] = {
    one.__name__: one
    for one in (
        *(
            active,
            opened,
            counts,
            claims,
            links,
            hashes,
            words,
            middle,
            area,
            source_row,
            board,
            card,
        ),
        *(
            paragraph,
            mode,
            selected_words,
            focused,
            toast,
            walked,
            aimed,
            selected,
            digest,
            done,
            card_of,
        ),
    )
}


def _middle(widget: QWidget) -> Place:
    spot = widget.mapToGlobal(widget.rect().center())
    return spot.x(), spot.y()


def answer() -> None:
    """Answer one line."""
    line = sys.stdin.readline()
    if not line:
        return
    name, *arguments = json.loads(line)
    try:
        told = {"answer": ANSWERS[name](*arguments)}
    except Exception as error:
        told = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(told), flush=True)


def watch() -> int:
    """Run the program and answer while it runs."""
    enter = QApplication.exec
    kept = []

    def enter_watched(*_: object) -> int:
        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(answer)
        kept.append(notifier)
        return enter()

    QApplication.exec = enter_watched  # type: ignore[method-assign]  # to listen beside it
    return main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(watch())
