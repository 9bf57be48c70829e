"""Which keys ask for which action: those of the rows, unless a person chose others."""

from collections.abc import Iterable, Mapping
from typing import Literal, TypeAlias

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from evidence_board.ui.actions import ACTIONS, BY_ID

Chosen: TypeAlias = Mapping[str, tuple[str, ...]]
"""Portable key texts by the id of the action, only where they are not those of the row."""
Bar: TypeAlias = Literal["", "board", "text", "none"]
"""Why a key cannot be given to an action; empty if it can."""

_K = Qt.Key
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ALWAYS_OURS = frozenset(
    {_K.Key_Escape, _K.Key_Tab, _K.Key_Backtab, _K.Key_Return, _K.Key_Enter, _K.Key_Space}
    | {_K.Key_Menu, _K.Key_F10}
)
_ARROWS = frozenset({_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down})
_WAYS = frozenset({_K.Key_Home, _K.Key_End, _K.Key_PageUp, _K.Key_PageDown})
_HELD = frozenset(
    {_K.Key_Shift, _K.Key_Control, _K.Key_Alt, _K.Key_Meta, _K.Key_AltGr, _K.Key_CapsLock}
    | {_K.Key_NumLock, _K.Key_ScrollLock, _K.Key_Super_L, _K.Key_Super_R, _K.Key_Hyper_L}
    | {_K.Key_Hyper_R, _K.Key_Multi_key, _K.Key_unknown}
)
_OF_TEXT = frozenset(
    {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+X", "Ctrl+C", "Ctrl+V", "Ctrl+A", "Del"}
    | {"Backspace", "Shift+Del", "Shift+Ins", "Ctrl+Ins", "Shift+Backspace"}
)
"""Keys with which text is edited everywhere; only the action that has one of old may have it."""
_SENT_FOR: Mapping[str, str] = {
    "Ctrl+Shift++": "Ctrl++",
    "Shift+!": "Shift+1",
    "Shift+@": "Shift+2",
    'Shift+"': "Shift+2",
    "Ctrl+Shift+}": "Ctrl+Shift+]",
    "Ctrl+Shift+{": "Ctrl+Shift+[",
}
"""What keyboards of other countries send for some of the keys of the rows."""


class KeyMap:
    """The keys of all actions; no key asks for two of them."""

    def __init__(self, chosen: Chosen | None = None) -> None:
        """Read what a person chose; what nobody can press or no row has is passed over."""
        self._chosen = dict(chosen or {})
        self._keys = _settled(self._chosen)
        self._owners = {key: id for id, keys in self._keys.items() for key in keys}

    def of(self, id: str) -> tuple[str, ...]:
        """Return the keys of an action as portable texts."""
        return self._keys.get(id, ())

    def owner(self, key: str) -> str | None:
        """Return the id of the action that has a key."""
        return self._owners.get(key)

    def differs(self, id: str) -> bool:
        """Whether an action has other keys than its row."""
        return set(self.of(id)) != set(BY_ID[id].shortcuts)

    def asked(self, key: int, modifiers: Qt.KeyboardModifier) -> str | None:
        """Return the id of the action that a press of a key asks for."""
        owners = (self.owner(text) for text in readings(key, modifiers))
        return next((one for one in owners if one is not None), None)

    def named(self, key: int, modifiers: Qt.KeyboardModifier) -> str:
        """Return the portable text to store for a press; empty while only Shift and such are held.

        Of the ways to read a press that one is taken which an action has or had of old.
        """
        ways = readings(key, modifiers)
        usual = {one for row in ACTIONS for one in row.shortcuts}
        known = (one for one in ways if one in self._owners or one in usual)
        return next(known, ways[-1] if ways else "")

    def giving(self, id: str, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return what to store so that an action has exactly these keys, and no other has them."""
        given = tuple(dict.fromkeys(keys))
        now = {
            row.id: given
            if row.id == id
            else tuple(key for key in self.of(row.id) if key not in given)
            for row in ACTIONS
        }
        unknown = {one: told for one, told in self._chosen.items() if one not in BY_ID}
        return unknown | {
            one: told for one, told in now.items() if set(told) != set(BY_ID[one].shortcuts)
        }


def readings(key: int, modifiers: Qt.KeyboardModifier) -> tuple[str, ...]:
    """Return the portable texts that a press may stand for, the most exact first.

    A sign for which Shift is held, such as ? or #, is also read without Shift, as Qt does.
    """
    pressed = Qt.Key(key)
    if pressed in _HELD:
        return ()
    bare = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    bare &= ~Qt.KeyboardModifier.GroupSwitchModifier
    exact = _portable(pressed, bare)
    ways = [exact, _SENT_FOR.get(exact, "")]
    if bare & _SHIFT and not ways[1] and _is_sign(pressed):
        ways.append(_portable(pressed, bare & ~_SHIFT))
    return tuple(one for one in ways if one)


def readable(text: str) -> str:
    """Return the portable text of a single key press that is written in ``text``, or nothing."""
    if not text.isprintable() or len(text) > 40:
        return ""
    pressed = QKeySequence(text, QKeySequence.SequenceFormat.PortableText)
    if pressed.count() != 1 or _combination(pressed).key() in (*_HELD, Qt.Key(0)):
        return ""
    return pressed.toString(QKeySequence.SequenceFormat.PortableText)


def native(key: str) -> str:
    """Return a portable key text as this platform writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def barred(key: str, id: str) -> Bar:
    """Return why an action cannot have a key, which may be what its row has."""
    if not readable(key):
        return "none"
    if key in BY_ID[id].shortcuts:
        return ""
    if key in _OF_TEXT:
        return "text"
    pressed = _combination(QKeySequence(key))
    sign, held = pressed.key(), pressed.keyboardModifiers()
    moves = sign in _ARROWS and held in (_NONE, _SHIFT, _ALT)
    pages = sign in _WAYS and held in (_NONE, _SHIFT)
    plain = held == _NONE and (sign == _K.Key_F2 or _K.Key_0 <= sign <= _K.Key_9)
    return "board" if sign in _ALWAYS_OURS or moves or pages or plain else ""


def _settled(chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """Give each key to one action: first to those with a choice, then as the rows say."""
    if not chosen:
        return {row.id: row.shortcuts for row in ACTIONS}
    wanted = {row.id: _wanted(row.id, chosen) for row in ACTIONS}
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for row in sorted(ACTIONS, key=lambda one: wanted[one.id] is None):
        keys = wanted[row.id]
        found[row.id] = tuple(
            key for key in (row.shortcuts if keys is None else keys) if key not in taken
        )
        taken.update(found[row.id])
    return found


def _wanted(id: str, chosen: Chosen) -> tuple[str, ...] | None:
    """Return the usable keys of a choice; None without a choice, or if none of it is usable."""
    if id not in chosen:
        return None
    read = (readable(one) for one in chosen[id])
    usable = tuple(dict.fromkeys(one for one in read if one and not barred(one, id)))
    return usable if usable or not chosen[id] else None


def _is_sign(key: Qt.Key) -> bool:
    return 0x20 < key < 0x1000000 and not chr(key).isalnum()


def _portable(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    pressed = QKeySequence(QKeyCombination(modifiers, key))
    return pressed.toString(QKeySequence.SequenceFormat.PortableText)


def _combination(keys: QKeySequence) -> QKeyCombination:
    return keys[0]  # type: ignore[index, no-any-return]  # absent in Qt's stubs
