"""Taking the time of acts, turn by turn, so that what else the machine does hits each alike."""

from collections.abc import Callable
from time import perf_counter_ns

Act = Callable[[int], object]


def milliseconds(act: Callable[[], object]) -> float:
    """Return how long one call takes."""
    begin = perf_counter_ns()
    act()
    return (perf_counter_ns() - begin) / 1e6


def in_turn(repeats: int, *acts: Act) -> tuple[list[float], ...]:
    """Return the milliseconds of each act, called by turns with the number of the round.

    The round before the first is not counted: it also fills caches.
    """
    taken: tuple[list[float], ...] = tuple([] for _ in acts)
    for place in range(repeats + 1):
        for times, act in zip(taken, acts, strict=True):
            begin = perf_counter_ns()
            act(place)
            times.append((perf_counter_ns() - begin) / 1e6)
    return tuple(times[1:] for times in taken)
