"""The layout engine from inside its process: plain numbers in, plain numbers out.

Neither Qt nor numpy is imported here, so that it starts in some 50 ms.
"""

import resource
from math import ceil
from multiprocessing.connection import Connection
from typing import TypeAlias

Pairs: TypeAlias = list[list[float]]
Question: TypeAlias = tuple[Pairs, list[list[int]]]
"""The sizes of cards, and links from upper to lower ones by their places."""

_MEMORY = 2 << 30
_CPU_SECONDS = 60
_CAREFUL = 180
"""Up to how many links the engine takes its time; for more it hurries, at a few more crossings.

With as many it needs a second; in a hurry it takes a tenth of that.
"""


def answer(questions: Connection) -> None:
    """Lay out what is asked until nobody asks any more; None is the answer to what is refused."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_SECONDS, _CPU_SECONDS))
    while True:
        try:
            sizes, links, gap, step = questions.recv()
        except EOFError:
            return
        try:
            places = by_engine(sizes, links, gap, step)
        except (ImportError, ValueError):
            places = None  # a young library: what it cannot do must not keep anybody from tidying
        questions.send(places)


def by_engine(sizes: Pairs, links: list[list[int]], gap: float, step: float) -> Pairs:
    """Return the top left corners that graphlay finds, with few crossings."""
    import graphlay  # 4 MB, and not there on every machine

    graph = graphlay.Graph()
    rooms = [(ceil(width / step) * step, ceil(height / step) * step) for width, height in sizes]
    for width, height in rooms:
        graph.node(width=width, height=height)
    for upper, lower in links:
        graph.edge(upper, lower)
    spacing = {"layer_gap": gap, "node_gap": gap, "dummy_gap": gap / 2}
    effort = "balanced" if len(links) <= _CAREFUL else "fast"
    options = {"direction": "topbottom", "spacing": spacing, "effort": effort}
    centres = graphlay.layout(graph, options=options).positions()
    return [
        [centres[number][0] - width / 2, centres[number][1] - height / 2]
        for number, (width, height) in enumerate(rooms)
    ]
