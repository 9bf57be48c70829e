"""Strongly connected components of a small directed graph (Tarjan 1972), without recursion."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet


def components(
    graph: Mapping[str, AbstractSet[str]], *, pause: int = 0
) -> Iterator[frozenset[str]]:
    """Yield the components, each after all that it leads to. Every end must be a key.

    With a ``pause``, an empty one is yielded after so many steps within a large one, so that others
    may go first.
    """
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    for start in graph:
        if start in order:
            continue
        if graph[start]:
            yield from _walk(graph, start, order, low, stack, on_stack, pause)
        else:
            yield _alone(start, order)


def _walk(
    graph: Mapping[str, AbstractSet[str]],
    start: str,
    order: dict[str, int],
    low: dict[str, int],
    stack: list[str],
    on_stack: set[str],
    pause: int,
) -> Iterator[frozenset[str]]:
    steps = 0
    work = [(start, iter(sorted(graph[start])))]
    _enter(start, order, low, stack, on_stack)
    while work:
        steps += 1
        if pause and not steps % pause:
            yield frozenset()
        vertex, ahead = work[-1]
        following = next(ahead, None)
        if following is None:
            work.pop()
            if work:
                low[work[-1][0]] = min(low[work[-1][0]], low[vertex])
            if low[vertex] == order[vertex]:
                yield _leave(vertex, stack, on_stack)
        elif following not in order and not graph[following]:
            yield _alone(following, order)
        elif following not in order:
            _enter(following, order, low, stack, on_stack)
            work.append((following, iter(sorted(graph[following]))))
        elif following in on_stack:
            low[vertex] = min(low[vertex], order[following])


def _alone(vertex: str, order: dict[str, int]) -> frozenset[str]:
    """Return the component of a vertex that leads nowhere, as most do: it needs no stack."""
    order[vertex] = len(order)
    return frozenset((vertex,))


def _enter(
    vertex: str, order: dict[str, int], low: dict[str, int], stack: list[str], on: set[str]
) -> None:
    order[vertex] = low[vertex] = len(order)
    stack.append(vertex)
    on.add(vertex)


def _leave(vertex: str, stack: list[str], on: set[str]) -> frozenset[str]:
    members = set()
    while True:
        top = stack.pop()
        on.discard(top)
        members.add(top)
        if top == vertex:
            return frozenset(members)
