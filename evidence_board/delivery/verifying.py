"""Whether a brief is what it was when it was written, and whether its project still says the same.

What was written is made again, of the attached project, or of the one that is given in the state
that the brief names, and compared byte by byte. What that cannot find: a forgery whose maker had
the program and attached a project to fit; only comparing with the project itself, or a hash of the
file that came another way, shows one.
"""

import hashlib
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from functools import partial

from evidence_board.analysis.holding import Holding, Incomplete
from evidence_board.analysis.view import Investigation
from evidence_board.brief import content, stamp
from evidence_board.brief.content import Brief
from evidence_board.brief.crops import Crops
from evidence_board.brief.shown import shown_records
from evidence_board.brief.stamp import BadStamp, OtherFormat, Stamp
from evidence_board.brief.state import state_hash
from evidence_board.delivery.attaching import LARGEST, TOOL, attachments, document_text
from evidence_board.delivery.differences import differences
from evidence_board.delivery.in_time import TookTooLong, in_time
from evidence_board.delivery.page_texts import differing_looks, differing_pages
from evidence_board.delivery.pictures_again import Kept, pictures_again
from evidence_board.delivery.printed import printed_states, wrong_states
from evidence_board.delivery.verification import Finding, Verification
from evidence_board.ingest.briefs import Inside, inside
from evidence_board.ingest.draft import Refused, printable
from evidence_board.ingest.process import Worker
from evidence_board.interchange.document import BadDocument, from_text
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.typeset.attachment import Attachment
from evidence_board.typeset.errors import TypesetError

Progress = tuple[int, int]
Typeset = Callable[[Brief, str, tuple[Attachment, ...]], bytes]
"""Makes the PDF of a brief with its time and what is attached."""
_STEPS = 4
_PATIENCE = 60.0
"""Seconds of the processor for each step but setting the pages, which has a limit of its own."""
_LONGEST = 200
"""So much is told of what the file says itself."""


@dataclass(frozen=True)
class Given:
    """The project to compare with: its name, its records, those that a state was made of.

    `former` gives the records as they were in the state that a brief names, None where that is not
    known any more; `kept` the bytes with a SHA-256, if there are any.
    """

    name: str
    view: Investigation
    former: Callable[[Stamp], Investigation | None]
    kept: Kept | None = None


def verifying(
    name: str, original: bytes, given: Given | None, typeset: Typeset
) -> Generator[Progress, None, Verification]:
    """Return what there is to say of the brief with a name and these bytes, which may be anything.

    Yields how many of how many steps are done.
    """
    with Worker("pdf") as worker:
        try:
            held = yield from inside(worker, name, original)
        except Refused as refusal:
            return Verification(name, findings=(Finding("unreadable", "", str(refusal)),))
        yield 1, _STEPS
        try:
            found = stamp.from_text(held.file(stamp.NAME) or b"")
        except OtherFormat:
            said = (
                f"“{name}” was made by another version of Evidence Board, whose stamp this one "
                "cannot read. Verify it with the newest version."
            )
            return Verification(name, findings=(Finding("unchecked", stamp.NAME, said),))
        except BadStamp:
            return _without_stamp(name, held, given)
        told = Verification(name, stamp=found, attached=held.count(stamp.DOCUMENT) > 0)
        try:
            with in_time(_PATIENCE):
                told, attached = _attached(name, held, found)
            yield 2, _STEPS
            with in_time(_PATIENCE):
                told, base = _compared_with_project(told, found, attached, given)
            yield 3, _STEPS
            if base is None:
                return _unmade(told, held, found)
            again = yield from pictures_again(found, held, base, given.kept if given else None)
            told = replace(told, findings=(*told.findings, *again.findings))
            if again.missing:
                return _unmade(told, held, found, again.missing)
            with in_time(_PATIENCE):
                brief, files = _built_again(found, base, again.crops)
            made = typeset(brief, found.at, files)
        except TookTooLong:
            return _and(told, Finding("unchecked", "", _too_much(held)))
        except (TypesetError, ValueError) as refusal:
            said = f"It could not be made again to compare its pages: {_in_a_line(refusal)}"
            return _and(told, Finding("text", "", said))
        return (yield from _compared(told, found, original, made, worker))


def _too_much(held: Inside) -> str:
    what = "the project inside it" if held.count(stamp.DOCUMENT) else "its project"
    return (
        f"It was not checked: {what} holds so much that this took longer than "
        f"{_PATIENCE:g} seconds. Ask whoever sent it for another brief, of less."
    )


def _without_stamp(name: str, held: Inside, given: Given | None) -> Verification:
    printed = printed_states(held.pages)
    if not printed:
        said = f"“{name}” is no brief of Evidence Board. Choose one that was exported as PDF."
        return Verification(name, findings=(Finding("not a brief", "", said),))
    said = (
        f"“{name}” looks like a brief, but its stamp ({stamp.NAME}) is missing or damaged: another "
        "program has saved it again, or it was changed. Ask for the file as it was written."
    )
    remarks = [f"The state that it prints is {', '.join(printed)}."]
    state = state_hash(given.view) if given else ""
    if given:
        same = len(printed) == 1 and state.startswith(printed[0].replace(" ", ""))
        remarks.append(f"{given.name} has {'that state' if same else 'another state'}.")
    found = (Finding("stamp", stamp.NAME, said),)
    return Verification(name, state=state, findings=found, remarks=tuple(remarks))


def _attached(name: str, held: Inside, found: Stamp) -> tuple[Verification, Investigation | None]:
    """Return what the attached project is worth, and the project, if there is one."""
    if held.count(stamp.DOCUMENT) > 1:
        said = f"Several files inside are called {stamp.DOCUMENT}, where one was written."
        told = Verification(name, stamp=found, attached=True)
        return _and(told, Finding("attachment", stamp.DOCUMENT, said)), None
    text = held.file(stamp.DOCUMENT)
    told = Verification(name, stamp=found, attached=text is not None)
    if text is None and not found.document:
        return told, None
    if text is None:
        said = f"The attached project ({stamp.DOCUMENT}) was taken out of it."
        return replace(told, findings=(Finding("attachment", stamp.DOCUMENT, said),)), None
    if len(text) > LARGEST:
        said = f"The attached project ({stamp.DOCUMENT}) is larger than any in a brief."
        return _and(told, Finding("attachment", stamp.DOCUMENT, said)), None
    if hashlib.sha256(text).hexdigest() != found.document:
        said = f"The attached project ({stamp.DOCUMENT}) is not the one that it was written with."
        return replace(told, findings=(Finding("attachment", stamp.DOCUMENT, said),)), None
    try:
        view = Holding(from_text(text).records)
    except (BadDocument, Incomplete) as bad:
        said = f"The attached project ({stamp.DOCUMENT}) cannot be read: {bad}"
        return replace(told, findings=(Finding("attachment", stamp.DOCUMENT, said),)), None
    if state_hash(view) != found.state:
        said = f"The attached project ({stamp.DOCUMENT}) does not have the state that it names."
        return replace(told, findings=(Finding("attachment", stamp.DOCUMENT, said),)), None
    return told, view


def _compared_with_project(
    told: Verification, found: Stamp, attached: Investigation | None, given: Given | None
) -> tuple[Verification, Investigation | None]:
    """Return what the project that is given says to a brief, and of what to make it again."""
    if given is None:
        return told, attached
    told = replace(told, state=state_hash(given.view))
    if found.redacted:
        said = f"It is redacted, so its records cannot be compared with those of {given.name}."
        return replace(told, remarks=(*told.remarks, said)), attached
    if given.view.record.id != found.project:
        said = f"It is a brief of another project than {given.name}."
        return _and(told, Finding("project", "", said)), attached
    if told.state == found.state:
        said = f"{given.name} has the state that the brief was made of."
        return replace(told, remarks=(*told.remarks, said)), attached or given.view
    base = attached or given.former(found)
    said = f"{given.name} has changed since the brief was made."
    if base is None:
        said = f"{said} What has changed is not known: its history does not lead back there."
        return _and(told, Finding("state", "", said)), None
    changed = differences(shown_records(base), shown_records(given.view), given.view)
    return replace(_and(told, Finding("state", "", said)), differences=changed), base


_NO_PROJECT = (
    "Its pages were not checked: for that the project must be attached, or given in the state that "
    "the brief names."
)


def _unmade(
    told: Verification, held: Inside, found: Stamp, said: str = _NO_PROJECT
) -> Verification:
    """Return what can be said of a brief that cannot be made again, and why it cannot be."""
    told = replace(told, findings=(*told.findings, *wrong_states(held.pages, found.state)))
    if told.findings:
        return replace(told, remarks=(*told.remarks, said))
    return _and(told, Finding("unchecked", "", said))


def _built_again(
    found: Stamp, base: Investigation, crops: Crops
) -> tuple[Brief, tuple[Attachment, ...]]:
    """Return what the program makes of records in the state that the stamp names, to be set."""
    altered = frozenset(found.altered)
    plan = BriefPlan.model_validate(found.plan) if found.plan else None
    how = partial(content.build, plan=plan, issue=found.issue, after=found.after, crops=crops)
    orphaned = frozenset(found.orphaned)
    brief = how(base, at=found.at, tool=found.tool, altered=altered, orphaned=orphaned)
    document = document_text(base) if found.document else ""
    return brief, attachments(replace(found, document=""), document, crops)


def _compared(
    told: Verification, found: Stamp, original: bytes, made: bytes, worker: Worker
) -> Generator[Progress, None, Verification]:
    """Return what comes of comparing the file with the one that was made again."""
    if made == original:
        said = "Every byte is what this program makes of the project in that state."
        return replace(told, compared="bytes", remarks=(*told.remarks, said))
    here = yield from inside(worker, told.file_name, original, looks=True)
    there = yield from inside(worker, told.file_name, made, looks=True)
    return _by_pages(told, found, here, there)


def _by_pages(told: Verification, found: Stamp, here: Inside, there: Inside) -> Verification:
    told = replace(told, compared="words")
    differing = tuple(differing_pages(here, there))
    ours = (found.tool, here.program) == (TOOL, there.program)
    if differing and not ours:
        said = (
            f"Its pages could not be checked: it was made with {found.tool} ({_short(here)}), and "
            "this version writes some words otherwise. Verify it with that version."
        )
        return _and(replace(told, compared="nothing"), Finding("unchecked", "", said))
    differing = differing or tuple(differing_looks(here, there))
    if not differing:
        said = (
            "Every page reads and looks as its project gives it, but the file is not the one that "
            "was written: another program has saved it again, or a link or a property was changed."
        )
        differing = (Finding("file", "", said),)
    return replace(told, findings=(*told.findings, *differing))


def _in_a_line(refusal: Exception) -> str:
    return " ".join(str(refusal).split())[:_LONGEST]


def _short(held: Inside) -> str:
    return " ".join(printable(held.program).split())[:_LONGEST] or "by an unknown program"


def _and(told: Verification, finding: Finding) -> Verification:
    return replace(told, findings=(*told.findings, finding))
