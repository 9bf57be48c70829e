"""A row of the table of actions."""

from dataclasses import dataclass

from evidence_board.ui.situation import Predicate, always


@dataclass(frozen=True)
class Action:
    """A row: `shortcuts` are portable key texts, `keywords` further words it is found by.

    `group` makes a checkable action one of a choice; `checkable` alone is a switch.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    when: Predicate = always
    keywords: str = ""
    checkable: bool = False
    group: str = ""
