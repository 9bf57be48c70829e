"""Reading one file as the program does, in a worker: a draft, a list, or the sentence why not."""

from pathlib import Path

from evidence_board.ingest.draft import Given, ListDraft, RefusedFile, SourceDraft, Wanted
from evidence_board.ingest.read import read_many


def result(wanted: Path | Given | Wanted) -> SourceDraft | ListDraft | RefusedFile:
    """Return what becomes of one file."""
    (one,) = (
        step
        for step in read_many([wanted])
        if isinstance(step, SourceDraft | ListDraft | RefusedFile)
    )
    return one


def taken(name: str, original: bytes) -> SourceDraft:
    """Return the draft that bytes under a name become."""
    one = result(Given(name, original))
    assert isinstance(one, SourceDraft), one
    return one


def refusal(name: str, original: bytes) -> str:
    """Return the one sentence with which bytes under a name are refused."""
    one = result(Given(name, original))
    assert isinstance(one, RefusedFile), one
    assert "\n" not in one.sentence
    return one.sentence


def values(draft: SourceDraft) -> dict[str, str | tuple[str, ...]]:
    """Return the values that a draft proposes."""
    return {field: proposal.value for field, proposal in draft.fields.items()}
