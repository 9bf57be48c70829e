"""A redacted brief: made of redacted records, and refused while a word is still in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from evidence_board.analysis.view import Investigation
from evidence_board.brief.redaction import Redaction, leaks, words_of
from evidence_board.brief.wording import listed
from evidence_board.delivery.ordering import Order
from evidence_board.model.source import Source


class Leak(ValueError):
    """Words that were to be blacked out are still there; the text says which, and what to do."""


def redaction_of(view: Investigation, wanted: Sequence[str]) -> Redaction:
    """Return what words given by a person mean: sources by id or mark such as S3, else words."""
    sources = {source.mark: source.id for source in view.all(Source)}
    ids = [sources.get(word, word) for word in wanted]
    held = [isinstance(view.find(id), Source) for id in ids]
    named = tuple(id for id, is_source in zip(ids, held, strict=True) if is_source)
    words = tuple(word for word, is_source in zip(wanted, held, strict=True) if not is_source)
    return Redaction(named, words)


def refuse_leaks(view: Investigation, wish: Redaction, order: Order, file_name: str) -> None:
    """Raise Leak if the name of the file, the brief or what travels in it still has a word.

    `view` is the investigation as it was before.
    """
    if wish.is_empty:
        return
    words = words_of(view, wish)
    if found := leaks((file_name,), words):
        raise Leak(f"The name of the file has “{found[0]}” in it. Choose another name.")
    if found := leaks((*_texts(asdict(order.brief)), order.document()), words):
        named = listed([f"“{word}”" for word in found[:5]])
        raise Leak(
            f"{named} cannot be blacked out: the brief says it in its own words, or in a field of "
            "fixed words. Choose a longer word, or leave it."
        )


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for held in value.values():
            yield from _texts(held)
    elif isinstance(value, list | tuple):
        for held in value:
            yield from _texts(held)
