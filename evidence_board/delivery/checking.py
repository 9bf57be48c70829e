"""Verifying a brief against a project file, by a process that has nothing else to do.

Not for a process that has the project open itself: the file is copied and read here.
"""

from collections.abc import Generator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from evidence_board.brief.content import Brief
from evidence_board.commands.former import former
from evidence_board.delivery.verification import Finding, Verification
from evidence_board.delivery.verifying import Given, Progress, Typeset, verifying
from evidence_board.ingest.draft import Refused, printable_name
from evidence_board.ingest.opening import load
from evidence_board.model.content import whole
from evidence_board.project import sharing
from evidence_board.project.errors import ProjectError
from evidence_board.project.new_file import SNAPSHOT, private_folder
from evidence_board.project.project import Project
from evidence_board.typeset.attachment import Attachment


def check(brief: Path, file: Path | None) -> Generator[Progress, None, Verification]:
    """Return what there is to say of a brief, next to a project that may be open elsewhere."""
    yield 0, 0
    with ExitStack() as held:
        given = None
        if file is not None:
            copy = held.enter_context(private_folder(None, SNAPSHOT)) / SNAPSHOT
            sharing.snapshot(file, copy)
            project = Project.open(copy, read_only=True)
            held.callback(project.close)
            given = given_by(project, file.name)
        return (yield from checked(brief, given, _typeset))


def given_by(project: Project, name: str) -> Given:
    """Return an open project as what a brief is compared with."""
    return Given(
        name, project, lambda one: former(project, one.state, one.at), partial(kept_by, project)
    )


def kept_by(project: Project, sha256: str) -> bytes | None:
    """Return the bytes that a project keeps under a SHA-256, None where it keeps none."""
    try:
        return whole(project.kept(sha256))
    except ProjectError:
        return None


def checked(
    brief: Path, given: Given | None, typeset: Typeset
) -> Generator[Progress, None, Verification]:
    """Return what there is to say of the brief at a path, which may be anything."""
    name = printable_name(brief)
    try:
        original = load(brief)
    except Refused as refusal:
        return Verification(name, findings=(Finding("unreadable", "", str(refusal)),))
    return (yield from verifying(name, original, given, typeset))


def _typeset(brief: Brief, at: str, attached: tuple[Attachment, ...]) -> bytes:
    # Here, for Typst takes memory that the window, which has a process check, never needs.
    from evidence_board.typeset.pdf import pdf

    return pdf(brief, at=at, attached=attached)
