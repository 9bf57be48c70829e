"""Pictures of the board in a test, and files of them read back."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtGui import QImage, QPainter

from evidence_board.commands import editing, notes
from evidence_board.model.note import Note, NoteKind
from evidence_board.ui.canvas.contents import Wanted, contents_of
from evidence_board.ui.canvas.figure import Figure, figure_of, tokens_for
from evidence_board.ui.canvas.figure_files import Making
from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.tokens import load_tokens
from tests.ui.canvas.conftest import Case, Hands

ALL = Wanted()
SVG = "{http://www.w3.org/2000/svg}"


def drained(making: Making) -> bytes:
    """Return what a generator makes in the end."""
    while True:
        try:
            next(making)
        except StopIteration as end:
            return bytes(end.value)


def figure(hands: Hands, wanted: Wanted = ALL, scheme: str = "light") -> Figure:
    """Return a picture of the board."""
    sheet = hands.view.sheet
    tokens = load_tokens("dark" if scheme == "dark" else "light")
    return figure_of(sheet, contents_of(sheet, wanted), tokens_for("board", tokens), "Board")


def painted(board: BoardPainter, size: tuple[int, int]) -> QImage:
    """Return what the reference painter paints at once."""
    picture = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    board.paint(painter, picture.rect())
    painter.end()
    return picture


def words_of(svg: bytes) -> str:
    """Return all words of an SVG; what a font stands in for is a text of its own."""
    texts = ElementTree.fromstring(svg).iter(f"{SVG}text")
    return " ".join(" ".join("".join(one.itertext()) for one in texts).split())


def note(
    hands: Hands, case: Case, text: str, x: float, private: bool, kind: NoteKind = "note"
) -> Note:
    """Write a note about the first claim on the board."""
    written = notes.write(
        hands.project, text, kind=kind, about=case.first.id, board=case.board.id, x=x, y=480
    )
    return editing.change(hands.project, written, private=True) if private else written


@dataclass(frozen=True)
class Sheets:
    """A PDF as poppler reads it: what stands on each page, page sizes in points, title, fonts."""

    words: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]
    title: str
    embedded: tuple[str, ...]


def sheets(path: Path) -> Sheets:
    """Read a PDF back."""
    told = output("pdfinfo", "-l", "-1", str(path))
    sizes = re.findall(r"Page.*size:\s+([\d.]+) x ([\d.]+)", told)
    pages = output("pdftotext", str(path), "-").split("\f")[:-1]
    fonts = [line.split() for line in output("pdffonts", str(path)).splitlines()[2:]]
    return Sheets(
        tuple(" ".join(page.split()) for page in pages),
        tuple((float(width), float(height)) for width, height in sizes),
        re.search(r"Title:\s*(.*)", told)[1],  # type: ignore[index]  # every PDF here has one
        tuple(font[-5] for font in fonts),
    )


def output(*command: str) -> str:
    """Return what a tool prints."""
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()
