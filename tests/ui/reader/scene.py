"""A small text in the reader, and what a hand does with it."""

from hashlib import sha256

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from evidence_board.commands import claims
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.reader.view import ReaderView

TITLE = "Harwick council closes its old bridge"
TEXT = (
    f"{TITLE}\r\n\r\n"
    "The council 🌉 closed the old bridge on Monday, after an e\u0301tude of twelve pages had "
    "called it unsafe for lorries.\r\n\r\n"
    "Nobody counted the lorries, said the mayor.\r\n\r\n"
    + "The road along the river stays open for all who walk it, day and night.\r\n\r\n" * 40
    + "The last word was with the ferryman."
)


def draft(name: str, text: str, title: str) -> SourceDraft:
    """Return what reading a small article gives."""
    fields = {
        "title": Proposal(title, "stated", title),
        "published": Proposal("2021-03", "header", ""),
    }
    return SourceDraft(name, text.encode(), text, "text/plain", "UTF-8", "test", fields)


def make_claim(project: Project, words: str, text: str | None = None) -> Claim:
    """Make a claim from words of the first source, as another view would."""
    source = project.all(Source)[0]
    capture = project.capture_of(source.id)
    assert capture is not None
    start = project.text(capture).index(words)
    marked = excerpt_of(source.id, capture.id, project.text(capture), start, start + len(words))
    return claims.mark(project, marked, text)


def take_again(project: Project, text: str) -> Capture:
    """Give the first source a newer capture with another text."""
    source = project.all(Source)[0]
    before = project.capture_of(source.id)
    assert before is not None
    with project.transaction("Take again") as tx:
        return tx.add(
            Capture(
                source=source.id,
                file_name="again.txt",
                size=len(text.encode()),
                sha256=tx.keep(text.encode()),
                media_type="text/plain",
                captured_at="2199-01-01T00:00:00Z",
                text_sha256=sha256(text.encode()).hexdigest(),
                text_length=len(text),
            )
        )


def place(reader: ReaderView, offset: int) -> QPoint:
    """Return where the character at an offset begins in the viewport."""
    box = reader.page.column.caret(offset)
    return (QPointF(box.x() + 1, box.center().y()) + reader.page.origin).toPoint()


def drag_over(reader: ReaderView, words: str) -> None:
    """Select words with the mouse."""
    start = reader.page.paragraphs.text.index(words)
    reader.page.reveal(start, start + len(words))
    ends = place(reader, start), place(reader, start + len(words))
    view = reader.page.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=ends[0])
    QTest.mouseMove(view, ends[1])
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=ends[1])
