"""A project that holds a bit of everything, for the tests of single acts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from evidence_board.commands import boards, claims, links, notes, sources
from evidence_board.commands.chains import Teller
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.commands.cases import pinned, started, words


@dataclass(frozen=True)
class Harbour:
    """The records of a small case, each by what it is in it."""

    board: Board
    report: Source
    office: Source
    left: Claim
    seen: Claim
    sailed: Claim
    support: Link
    undercut: Link
    citation: Citation
    assertion: Assertion
    frame: Frame
    note: Note

    def card_of(self, project: Project, id: str) -> Card:
        """Return the card that shows a record."""
        return next(one for one in project.referrers(id) if isinstance(one, Card))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = started(tmp_path / "case.evboard")
    yield opened
    opened.close()


@pytest.fixture
def case(project: Project) -> Harbour:
    (board,) = project.all(Board)
    held = pinned(project)
    office = sources.cite(project, "Harbour office", kind="organisation", origin_kind="identified")
    left = claims.mark(project, words(held, "ferry left at noon"), "It left at noon.")
    seen = claims.mark(
        project,
        words(held, "Two witnesses saw it leave"),
        saying=claims.Saying((Teller(office.name, office.id),)),
        board=board.id,
    )
    sailed = claims.write(project, "The ferry sailed.", board=board.id, x=300)
    doubt = claims.write(project, "No log was shown.")
    support = links.connect(project, left.id, sailed.id, "supports", "same ship")
    undercut = links.connect(project, doubt.id, support.id, "undercuts")
    citation = links.connect(project, held.source.id, office.id, "quotes")
    note = notes.write(project, "Who keeps the log?", kind="gap", about=sailed.id, board=board.id)
    frame = boards.frame(project, board.id, -20, -20, 800, 400, "Departure")
    assertion = next(one for one in project.referrers(seen.id) if isinstance(one, Assertion))
    assert isinstance(support, Link)
    assert isinstance(undercut, Link)
    assert isinstance(citation, Citation)
    return Harbour(
        *(board, held.source, office, left, seen, sailed, support, undercut, citation),
        *(assertion, frame, note),
    )
