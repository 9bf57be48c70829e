"""A speech that was found, before it becomes a suggestion."""

from dataclasses import dataclass

from evidence_board.suggest.contents import Content
from evidence_board.suggest.people_words import ANONYMOUS
from evidence_board.suggest.speakers import Speaker
from evidence_board.suggest.suggestion import Span


@dataclass(frozen=True)
class Said:
    """Who says what by which words; `through` names those who pass it on, the carrier's side first.

    `told_to` is the outlet that was spoken to, which may be the carrier itself. `joined` is a
    speech that goes on from another one of its sentence: not one within it.
    """

    speaker: Speaker
    cue: Span
    content: Content
    named: Span | None
    denial: bool = False
    through: tuple[str, ...] = ()
    chain: tuple[str, ...] = ()
    joined: bool = False
    told_to: str = ""

    @property
    def anonymous(self) -> bool:
        """Whether the words name a role that many have, and nobody."""
        words = self.speaker.given.casefold().split()
        return self.speaker.sort == "role" and not ANONYMOUS.isdisjoint(words)
