"""A small project whose claims rest on parts of a page and of pictures, one of them damaged."""

from io import BytesIO
from pathlib import Path

from PIL import Image

from evidence_board.commands import claims, projects, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.excerpt import excerpt_in
from evidence_board.model.region import Region
from evidence_board.project.project import Project
from tests.ingest.printed import FIRST, pdf

AT = "2026-01-01T00:00:00Z"
UPPER = Region(0.0, 0.0, 0.5, 0.5)
WORDS = Region(0.05, 0.05, 0.9, 0.15)


def quarters() -> bytes:
    """Return a picture of 80 by 60 pixels, red in its upper left quarter, else white."""
    picture = Image.new("RGB", (80, 60), "white")
    picture.paste("red", (0, 0, 40, 30))
    made = BytesIO()
    picture.save(made, "PNG")
    return made.getvalue()


def pictured(path: Path) -> Project:
    """Make the project: X1 the red quarter, X2 words of a page, X3 a part of damaged bytes."""
    project = projects.start(path, title="Bridge", question="Is it closed?", author="Desk")
    drafts = [
        SourceDraft("a.png", quarters(), "", "image/png", "none", "test", {}, "image"),
        SourceDraft("b.pdf", pdf(FIRST), "", "application/pdf", "none", "test", {}, "document"),
        SourceDraft("c.png", b"\x89PNG cut off", "", "image/png", "none", "test", {}, "image"),
    ]
    picture, page, damaged = sources.pin(project, drafts)
    for pinned, region, number, words in (
        (picture, UPPER, None, ""),
        (page, WORDS, 1, "Bridge of Harwick closed"),
        (damaged, UPPER, None, ""),
    ):
        source, capture = pinned.source.id, pinned.capture.id
        claims.mark(project, excerpt_in(source, capture, region, number, words), "It is shut.")
    return project
