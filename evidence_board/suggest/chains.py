"""Chains: through whom a speech comes, where it stands in the words of others."""

from collections.abc import Iterator
from dataclasses import replace

from evidence_board.suggest.said import Said


def _holds(outer: Said, said: Said) -> bool:
    """Whether a speech stands within another; one that goes on from it only in what is quoted."""
    return outer.content.quoted or not said.joined


def chained(found: list[Said]) -> Iterator[Said]:
    """Give each speech the chain of those in whose words it stands; `found` in order of cues."""
    open_: list[Said] = []
    outer: dict[int, list[Said]] = {}
    ordered = sorted(found, key=lambda one: (one.content.span.start, -one.content.span.end))
    number = 0
    for said in found:
        while number < len(ordered) and ordered[number].content.span.start <= said.cue.start:
            open_.append(ordered[number])
            number += 1
        # What has ended before this cue holds no later one either.
        open_ = [one for one in open_ if one.content.span.end >= said.cue.end]
        outer[id(said)] = [one for one in open_ if one is not said and _holds(one, said)]
    for said in found:
        names = [one.speaker.name for one in outer[id(said)]] + list(said.through)
        names = [name for name in dict.fromkeys(names) if name != said.speaker.name]
        yield replace(said, chain=(*names, said.speaker.name))
