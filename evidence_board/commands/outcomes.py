"""What became of each file that was to be brought in, a line for each, as people read it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from evidence_board.commands.bringing import Brought, Draft
from evidence_board.ingest.draft import ListDraft, RefusedFile, SourceDraft, printable_name
from evidence_board.ingest.sniffing import NAMED
from evidence_board.project.project import Project

State = Literal["added", "held", "left out", "refused"]


@dataclass(frozen=True)
class Outcome:
    """What became of a file or of an entry in a list: its name, what to know of it, its source.

    `words` are a plain sentence or two, empty where all is as it should be; `source` is the id of
    what it became, empty where it was refused.
    """

    file_name: str
    state: State
    words: str = ""
    source: str = ""
    mark: str = ""


def outcomes(
    project: Project,
    drafts: Sequence[Draft],
    brought: Sequence[Brought],
    refused: Sequence[RefusedFile],
) -> tuple[Outcome, ...]:
    """Return a line for each, what was refused first: that is what something can be done about."""
    lines = [Outcome(one.file_name, "refused", one.sentence) for one in refused]
    for one in brought:
        draft = drafts[one.draft]
        state: State = "held" if one.existing else "added"
        words = _words(project, draft, one)
        lines.append(Outcome(draft.file_name, state, words, one.source.id, one.source.mark))
    return tuple(lines)


def companions(folders: Sequence[Path]) -> tuple[Outcome, ...]:
    """Return a line for each folder that a browser saved beside a page: it is no source itself."""
    words = "It belongs to the saved page beside it: pictures and scripts that the page shows."
    return tuple(Outcome(printable_name(one), "left out", words) for one in folders)


def left_in(drafts: Sequence[Draft]) -> tuple[SourceDraft, ...]:
    """Return the e-mails with files in them that were not read."""
    names = {one.file_name for one in drafts}
    mails = (one for one in drafts if isinstance(one, SourceDraft) and one.attached)
    return tuple(one for one in mails if names.isdisjoint(one.attached))


def is_plain(lines: Sequence[Outcome]) -> bool:
    """Whether there is nothing to know of these lines but their number."""
    return all(one.state == "added" and not one.words for one in lines)


def _words(project: Project, draft: Draft, one: Brought) -> str:
    if isinstance(draft, ListDraft):
        return f"{one.source.name}: an entry of the list" + (
            ", known already." if one.existing else "."
        )
    if one.existing:
        return f"The same bytes are held already, as {one.source.mark} {one.source.name}."
    remark = draft.remark
    if draft.kind == "image":  # its format, its size and what the camera wrote are on its card
        remark = remark[max(0, remark.find(NAMED)) :] if NAMED in remark else ""
    told = [remark] if remark else []
    if draft.kind == "document" and not draft.text.strip():
        told.append("It has no text to mark.")
    if one.like and (like := project.find(one.like)):
        mark = getattr(like, "mark", "")
        told.append(f"It has the same text as {mark} from other bytes: both are kept.")
    if draft.attached:
        listed = ", ".join(f"“{name}”" for name in draft.attached[:5])
        more = f" and {len(draft.attached) - 5} more" if len(draft.attached) > 5 else ""
        told.append(f"Files in it: {listed}{more}.")
    return " ".join(told)
