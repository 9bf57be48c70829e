"""The garbage collector, held off while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_held_off() -> Iterator[None]:
    """Hold the collector off: nothing that is made now is garbage, and it would search it all."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
