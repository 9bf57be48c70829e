"""Tags: which ones a record has, and which records have one."""

from collections.abc import Iterable

from evidence_board.analysis.view import Investigation
from evidence_board.model.note import Tag, Tagging


def tags_of(view: Investigation, record: str) -> tuple[Tag, ...]:
    """Return the tags of a record in the order of their words."""
    found = (view.find(one.tag) for one in view.referrers(record) if isinstance(one, Tagging))
    return in_order(one for one in found if isinstance(one, Tag))


def tagged(view: Investigation, tag: str) -> tuple[str, ...]:
    """Return the ids of the records that have a tag."""
    said = (one for one in view.referrers(tag) if isinstance(one, Tagging))
    return tuple(dict.fromkeys(one.record for one in said))


def in_order(tags: Iterable[Tag]) -> tuple[Tag, ...]:
    """Return tags sorted as people read them, without looking at capitals."""
    return tuple(sorted(tags, key=lambda tag: (tag.label.casefold(), tag.id)))


def plain_label(label: str) -> str:
    """Return the words of a tag with single spaces between them."""
    return " ".join(label.split())


def tag_named(view: Investigation, label: str) -> Tag | None:
    """Return the tag with these words, whatever their capitals, or None."""
    wanted = plain_label(label).casefold()
    return next((one for one in view.all(Tag) if plain_label(one.label).casefold() == wanted), None)
