"""What the sheet of keys lists: each action once, by menu, and the keys that are no actions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidence_board.ui.action_set import action_text
from evidence_board.ui.actions import BY_ID
from evidence_board.ui.dialogs.hand_keys import IN_READER, ON_BOARD
from evidence_board.ui.keymap import KeyMap, native
from evidence_board.ui.menus import MENUS, Branch
from evidence_board.ui.wording import translate

BETWEEN = "   "
"""Between two keys of an action."""
_TELLING = frozenset({"Colour", "Type", "Theme", "Interface scale"})
"""Menus whose actions say little without the title."""


@dataclass(frozen=True)
class KeyRow:
    """A row: an action by its id, or, without one, a gesture with the keys that it always has."""

    section: str
    text: str
    id: str = ""
    always: str = ""

    def keys(self, keys: KeyMap) -> str:
        """Return the keys as this platform writes them."""
        return written(keys.of(self.id)) if self.id else self.always

    def holds(self, words: str, keys: KeyMap) -> bool:
        """Whether a row has all these words in its name, its keys, or what else it is found by."""
        more = BY_ID[self.id].keywords if self.id else ""
        whole = f"{self.section} {self.text} {more} {self.keys(keys)}".casefold()
        return all(word in whole for word in words.casefold().split())


def written(keys: Iterable[str]) -> str:
    """Return keys as this platform writes them."""
    return BETWEEN.join(native(one) for one in keys)


def key_rows() -> tuple[KeyRow, ...]:
    """Return all rows in the order of the menus, then those of the hand."""
    rows: dict[str, KeyRow] = {}
    for title, branches in MENUS:
        section = translate("Menu", title).replace("&", "")
        for row in _below(section, "", branches):
            rows.setdefault(row.id, row)
    return (
        *rows.values(),
        *_by_hand(translate("Keys", "On the board"), ON_BOARD),
        *_by_hand(translate("Keys", "In the reader"), IN_READER),
    )


def menu_keys() -> frozenset[str]:
    """Return the keys that open the menus of the menu bar."""
    titles = (translate("Menu", title) for title, _ in MENUS)
    return frozenset(
        f"Alt+{title[title.index('&') + 1].upper()}" for title in titles if "&" in title[:-1]
    )


def _below(section: str, menu: str, branches: Iterable[Branch]) -> Iterator[KeyRow]:
    for branch in branches:
        if isinstance(branch, tuple):
            yield from _below(section, branch[0], branch[1])
        elif branch is not None:
            text = action_text(BY_ID[branch])
            if menu in _TELLING:
                text = translate("Keys", "{menu}: {action}").format(
                    menu=translate("Menu", menu), action=text
                )
            yield KeyRow(section, text, branch)


def _by_hand(section: str, rows: Iterable[tuple[str, str]]) -> Iterator[KeyRow]:
    for what, how in rows:
        keys = translate("Gesture", how).replace("  ", BETWEEN)
        yield KeyRow(section, translate("Gesture", what), always=keys)
