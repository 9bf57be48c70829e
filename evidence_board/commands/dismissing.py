"""Turning suggestions down: remembered with the source, so that they do not come again."""

from evidence_board.model.source import Source
from evidence_board.project.project import Project

_KEY, _LONGEST = "dismissed", 60


def sign_of(kind: str, start: int, exact: str, other: str = "") -> str:
    """Return by what a suggestion is known again: kind, place, words, and the other source."""
    words = " ".join(exact.split())[:_LONGEST]
    return " ".join(part for part in (kind, str(start), other, words) if part)


def dismissed(source: Source) -> frozenset[str]:
    """Return the signs of the suggestions of a source that were turned down."""
    signs = source.basis.get(_KEY)
    return frozenset(map(str, signs)) if isinstance(signs, list) else frozenset()


def dismiss(project: Project, source: Source, sign: str) -> Source:
    """Turn a suggestion down, as one step."""
    with project.transaction("Dismiss suggestion") as tx:
        now = tx.find(source.id)
        signs = dismissed(now) if isinstance(now, Source) else frozenset()
        return tx.update(source, basis={**_others(now, source), _KEY: sorted({*signs, sign})})


def ask_again(project: Project, source: Source) -> Source:
    """Let all suggestions of a source come again that were turned down, as one step."""
    with project.transaction("Show dismissed suggestions") as tx:
        return tx.update(source, basis=_others(tx.find(source.id), source))


def _others(now: object, source: Source) -> dict[str, object]:
    held = now if isinstance(now, Source) else source
    return {name: value for name, value in held.basis.items() if name != _KEY}
