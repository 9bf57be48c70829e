"""A problem of a project file, as a check or an opening finds it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """Something that does not hold: what sort, where, and in words."""

    kind: str
    where: str
    text: str
