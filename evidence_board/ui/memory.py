"""One pool of memory for all threads, so that one takes what another has let go."""

import ctypes
import sys

_POOLS = -8
"""The number of this setting in malloc.h: M_ARENA_MAX."""


def share_memory() -> None:
    """Have the C library of Linux keep one pool; nothing where it is another one.

    It would keep one for each thread. They seldom ask at once: Python lets one go at a time.
    """
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if hasattr(library, "gnu_get_libc_version"):
        library.mallopt(_POOLS, 1)
