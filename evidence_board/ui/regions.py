"""Walking the regions of a window by F6."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTabWidget, QWidget

WAY_IN = "wayIn"
"""The property of what is reached first in its region, whatever stands before it."""


def step_region(regions: Sequence[QWidget], step: int) -> None:
    """Move the focus into the next region (step 1) or the one before (step -1)."""
    if not regions:
        return
    focused = QApplication.focusWidget()
    here = next(
        (place for place, one in enumerate(regions) if focused and _holds(one, focused)), -1
    )
    start = here if here >= 0 or step > 0 else 0
    for turn in range(1, len(regions) + 1):
        target = _way_in(regions[(start + step * turn) % len(regions)])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


def _way_in(region: QWidget) -> QWidget | None:
    """Return what a step into a region reaches: below tabs the list, for which people come."""
    named = (one for one in region.findChildren(QWidget) if one.property(WAY_IN))
    wanted = next((one for one in named if _takes_keys(one)), None)
    if wanted is not None:
        return wanted
    first = first_stop(region)
    if not isinstance(first, QTabWidget):
        return first
    lists = (one for one in region.findChildren(QAbstractItemView) if _takes_keys(one))
    return next((one for one in lists if one.model() and one.model().rowCount()), first)


def first_stop(region: QWidget) -> QWidget | None:
    """Return what takes the keyboard first in a region, or None if nothing does.

    Asked of the children in the order in which they were made, which is that of Tab here. Qt's own
    chain leads through the whole window, and walking it just after a window was filled has been
    seen to leave Python with objects that are gone.
    """
    stops = (region, *region.findChildren(QWidget))
    return next((stop for stop in stops if _takes_keys(stop)), None)


def add_after(before: QWidget, part: QWidget, add: Callable[[QWidget], object]) -> None:
    """Add a new part to a window; Tab walks it after ``before``, not after all made earlier."""
    stops = _walked(part)
    add(part)
    every = (before, *before.findChildren(QWidget))
    last = [one for one in every if _is_stop(one) and one.window() == part.window()][-1:]
    for one, following in pairwise((*last, *stops)):
        QWidget.setTabOrder(one, following)


def _walked(part: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a part that is in no window yet, as Tab walks it."""
    found, here = [part], part.nextInFocusChain()
    while here is not None and here != part:
        found.append(here)
        here = here.nextInFocusChain()
    return [one for one in found if _is_stop(one)]


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _takes_keys(widget: QWidget) -> bool:
    return _is_stop(widget) and widget.isEnabled() and widget.isVisible()


def _holds(region: QWidget, widget: QWidget) -> bool:
    return region is widget or region.isAncestorOf(widget)
