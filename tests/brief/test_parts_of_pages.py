"""Parts of pages and pictures in a brief: their words where they have any, else which they are."""

from pathlib import Path

import pytest

from evidence_board.brief import content
from evidence_board.brief.parts.endnotes import Endnote, Endnotes
from evidence_board.commands import claims, projects, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.ingest.readers.pdf import read_pdf
from evidence_board.ingest.reading import Question
from evidence_board.model.excerpt import excerpt_in
from evidence_board.model.region import Region
from evidence_board.typeset import pdf as typeset

AT = "2026-01-01T00:00:00Z"
REGION = Region(0.1, 0.2, 0.3, 0.1)


def rows(folder: Path, page: int | None, words: str) -> tuple[tuple[Endnote, ...], bytes]:
    """Return the endnotes of a brief whose claim rests on a part, and the brief itself."""
    project = projects.start(folder / "case.evboard", title="Bridge", question="Is it closed?")
    draft = SourceDraft("a.png", b"seen", "", "image/png", "none", "test", {}, "image")
    pinned = sources.pin(project, [draft])[0]
    excerpt = excerpt_in(pinned.source.id, pinned.capture.id, REGION, page, words)
    claims.mark(project, excerpt, "The bridge is closed.")
    brief = content.build(project, at=AT)
    project.close()
    notes = brief.part("endnotes")
    assert isinstance(notes, Endnotes)
    return notes.rows, typeset.pdf(brief, at=AT)


@pytest.mark.parametrize(
    ("page", "words", "told"),
    [
        (3, "The bridge is shut.", "page 3, the part 10 %–40 % across, 20 %–30 % down"),
        (3, "", "[part of page 3: 10 %–40 % across, 20 %–30 % down]"),
        (None, "", "[part of the picture: 10 %–40 % across, 20 %–30 % down]"),
    ],
)
def test_an_endnote_tells_the_part_and_no_offsets(
    tmp_path: Path, page: int | None, words: str, told: str
) -> None:
    (note,), made = rows(tmp_path, page, words)
    assert note.part == "10 %–40 % across, 20 %–30 % down"
    assert note.wordless == (not words)
    text = " ".join(read_pdf(Question("brief.pdf"), made).text.split())
    assert told in text
    assert "characters 0 to 0" not in text
    if words:
        assert words in text
