"""The history of a damaged project: how much of it is whole, and what it says the records are."""

from dataclasses import dataclass

from evidence_board.model.record import Record
from evidence_board.project.history import START, Step, seal
from evidence_board.project.images import Image, pictured
from evidence_board.project.rebuilding import Past
from evidence_board.project.remains import Remains


@dataclass(frozen=True)
class Told:
    """What the history says of a record: as it is after the last change, None where it is gone.

    `place` orders records as they were added.
    """

    table: str
    text: str | None
    step: int
    place: tuple[int, int]

    def record(self) -> Record | None:
        """Return the record; None where it is gone, or its image can be read no more."""
        try:
            return pictured(self.table, self.text)
        except (ValueError, RecursionError):
            return None


@dataclass(frozen=True)
class Chain:
    """The steps from the first one on that follow each other, sealed and unchanged.

    `complete` says that nothing is known of any step after them.
    """

    past: Past
    complete: bool
    last: int
    """The number of the last step of which anything was found."""


def chain_of(remains: Remains) -> Chain:
    """Return the whole part of the history."""
    steps: list[Step] = []
    kept: dict[int, tuple[Image, ...]] = {}
    before = START
    while (step := remains.steps.get(len(steps) + 1)) is not None:
        told = _in_order(remains.changes.get(step.seq, {}))
        if seal(before, step, told) != step.hash:
            break
        steps.append(step)
        kept[step.seq] = told
        before = step.hash
    last = max((*remains.steps, *remains.changes), default=0)
    return Chain(Past(tuple(steps), kept), bool(steps) and last == len(steps), last)


def state_after(past: Past) -> dict[str, Told]:
    """Return what records are after these steps, by id; those that are undone count for nothing."""
    told: dict[str, Told] = {}
    for step in past.steps:
        if step.state == "done":
            _follow(told, step.seq, dict(enumerate(past.of(step))))
    return told


def state_told(remains: Remains) -> dict[str, Told]:
    """Return what records are after all changes that were found, with gaps between them."""
    told: dict[str, Told] = {}
    for seq in sorted(remains.changes):
        step = remains.steps.get(seq)
        if step is None or step.state == "done":
            _follow(told, seq, remains.changes[seq])
    return told


def _follow(told: dict[str, Told], step: int, images: dict[int, Image]) -> None:
    for seq in sorted(images):
        image = images[seq]
        place = told[image.id].place if image.id in told else (step, seq)
        told[image.id] = Told(image.table, image.after, step, place)


def _in_order(images: dict[int, Image]) -> tuple[Image, ...]:
    return tuple(images[seq] for seq in sorted(images))
