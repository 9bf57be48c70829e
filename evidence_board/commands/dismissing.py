"""Turning suggestions down: remembered with the source, so that they do not come again."""

from collections.abc import Callable, Collection
from typing import TypeVar

from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction
from evidence_board.suggest.suggestion import Pair

SomePair = TypeVar("SomePair", bound=Pair)

_KEY, _LONGEST = "dismissed", 60


def sign_of(kind: str, start: int, exact: str, other: str = "") -> str:
    """Return by what a suggestion is known again: kind, place, words, and the other source."""
    words = " ".join(exact.split())[:_LONGEST]
    return " ".join(part for part in (kind, str(start), other, words) if part)


def dismissed(source: Source) -> frozenset[str]:
    """Return the signs of the suggestions of a source that were turned down."""
    signs = source.basis.get(_KEY)
    return frozenset(map(str, signs)) if isinstance(signs, list) else frozenset()


def dismissed_from_either(
    project: Project, pair: SomePair, sign: Callable[[SomePair], str]
) -> bool:
    """Return whether a pair was turned down in one of its sources; so it counts as one is gone."""
    for way in (pair, pair.turned()):
        source = project.find(way.source)
        if not isinstance(source, Source) or sign(way) in dismissed(source):
            return True
    return False


def dismiss(project: Project, source: Source, sign: str) -> Source:
    """Turn a suggestion down, as one step."""
    with project.transaction("Dismiss suggestion") as tx:
        return ask_no_more(tx, source, sign)


def ask_no_more(tx: Transaction, source: Source, sign: str) -> Source:
    """Remember with a source that a suggestion has been dealt with, as part of a step."""
    now = tx.find(source.id)
    signs = dismissed(now) if isinstance(now, Source) else frozenset()
    return tx.update(source, basis={**_others(now, source), _KEY: sorted({*signs, sign})})


def ask_of(tx: Transaction, source: Source, signs: Collection[str]) -> None:
    """Let these suggestions of a source come again, as part of a step."""
    now = tx.find(source.id)
    before = dismissed(now) if isinstance(now, Source) else frozenset()
    if kept := before.intersection(signs):
        left = sorted(before - kept)
        rest = {_KEY: left} if left else {}
        tx.update(source, basis={**_others(now, source), **rest})


def ask_again(project: Project, source: Source) -> Source:
    """Let all suggestions of a source come again that were turned down, as one step."""
    with project.transaction("Show dismissed suggestions") as tx:
        return tx.update(source, basis=_others(tx.find(source.id), source))


def _others(now: object, source: Source) -> dict[str, object]:
    held = now if isinstance(now, Source) else source
    return {name: value for name, value in held.basis.items() if name != _KEY}
