"""Text that is being written is told at each rest of the keys, so that it is saved."""

from dataclasses import dataclass

REST_MS = 300
"""So long after the last key what was written is saved."""


@dataclass(frozen=True)
class Told:
    """What a text that a field tells belongs to: one edit, which goes on after a rest."""

    edit: object
    rests: bool
    """Whether it is only a rest: what cannot be stored yet is not a mistake yet."""
