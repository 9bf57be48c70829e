"""Importing as Python does it: PySide would read and keep the source of each module as well."""

import builtins
import linecache

import PySide6.QtCore  # noqa: F401  # puts its own way of importing in place, once

_PLAIN = "__orig_import__"
"""Where PySide keeps Python's own way."""


def import_plainly() -> None:
    """Take PySide's look at each imported module away again, and let go of what it has read.

    It looks whether that module could ask for ``__feature__``, other names of Qt's methods, which
    nobody does here. The sources of all libraries took 30 MB and a quarter of all time of loading.
    """
    builtins.__import__ = getattr(builtins, _PLAIN, builtins.__import__)
    linecache.clearcache()
