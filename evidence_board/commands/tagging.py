"""Tagging: words that sort records, put on, taken off, renamed, merged and deleted."""

from collections.abc import Sequence

from evidence_board.analysis.tags import plain_label, tag_named
from evidence_board.model.note import TAGGED, Tag, Tagging
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

LONGEST = 60
"""How many characters a tag may have: it must fit on a card."""


def add(project: Project, records: Sequence[str], label: str) -> Tag:
    """Put a tag on records that do not have it yet; it is made if there is none of these words."""
    words = _checked(label)
    known = tag_named(project, words)
    taggable = [id for id in records if (found := project.find(id)) and found.table in TAGGED]
    if not taggable:
        raise ValueError("Nothing is selected that takes a tag. Select a card or a frame.")
    had = {one.record for one in _taggings(project, known)} if known else set()
    with project.transaction(f"Tag with “{known.label if known else words}”") as tx:
        tag = known or tx.add(Tag(label=words))
        for id in dict.fromkeys(taggable):
            if id not in had:
                tx.add(Tagging(tag=tag.id, record=id))
    return tag


def remove(project: Project, records: Sequence[str], tag: Tag) -> None:
    """Take a tag off records; one that no record has any more goes with the last."""
    going = [one for one in _taggings(project, tag) if one.record in set(records)]
    if not going:
        return
    with project.transaction(f"Remove tag “{tag.label}”") as tx:
        for one in going:
            tx.remove(one)
        _drop_unused(tx, tag)


def rename(project: Project, tag: Tag, label: str) -> Tag:
    """Give a tag other words; those of another tag merge the two into that one."""
    words = _checked(label)
    other = tag_named(project, words)
    if other is not None and other.id != tag.id:
        return _merge(project, tag, other)
    with project.transaction(f"Rename tag “{tag.label}”") as tx:
        return tx.update(tag, label=words)


def delete(project: Project, tag: Tag) -> None:
    """Take a tag off all records and away."""
    with project.transaction(f"Delete tag “{tag.label}”") as tx:
        for one in _taggings(project, tag):
            tx.remove(one)
        tx.remove(tag)


def _merge(project: Project, tag: Tag, into: Tag) -> Tag:
    """Put ``into`` wherever ``tag`` is, and take ``tag`` away."""
    had = {one.record for one in _taggings(project, into)}
    with project.transaction(f"Merge tag “{tag.label}” into “{into.label}”") as tx:
        for one in _taggings(project, tag):
            if one.record in had:
                tx.remove(one)
            else:
                tx.update(one, tag=into.id)
                had.add(one.record)
        tx.remove(tag)
    return into


def _checked(label: str) -> str:
    words = plain_label(label)
    if not words:
        raise ValueError("A tag needs a word. Type one.")
    if len(words) > LONGEST:
        raise ValueError(f"A tag has at most {LONGEST} characters. Shorten it.")
    return words


def _taggings(project: Project, tag: Tag) -> list[Tagging]:
    return [one for one in project.referrers(tag.id) if isinstance(one, Tagging)]


def _drop_unused(tx: Transaction, tag: Tag) -> None:
    if not tx.referrers(tag.id):
        tx.remove(tag)
