"""Large cases for measuring: projects of a stated size, made through the commands people use."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import pairwise
from math import sqrt
from pathlib import Path
from random import Random
from typing import get_args

from pydantic import JsonValue

from evidence_board.commands import exchange, projects
from evidence_board.interchange.document import Document
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import CitationKind, LinkKind
from evidence_board.model.record import Record
from evidence_board.model.source import OriginKind, Source
from evidence_board.project.project import Project

WORDS = (
    *("agreed", "arms", "before", "border", "cargo", "claimed", "crew", "customs", "denied"),
    *("export", "flight", "harbour", "known", "later", "letter", "loaded", "manifest", "ministry"),
    *("night", "office", "paper", "port", "quay", "report", "said", "second", "seen", "shipped"),
)
SYLLABLES = ("ba", "do", "ke", "la", "mu", "ni", "po", "ra", "so", "te", "vi", "za")
NAMES = ("Registry", "Agency", "Ministry", "Bulletin", "Gazette", "Observer", "Office", "Institute")
CITATIONS: tuple[CitationKind, ...] = get_args(CitationKind)
ORIGINS: tuple[OriginKind, ...] = get_args(OriginKind)
BYTES = b"The same words for all.\n"
DIGEST = sha256(BYTES).hexdigest()
STEP_X, STEP_Y = 266.0, 200.0
WINDOW_SHAPE = 1.6
FAR = 0.1
"""How many of the second links go across the board; the others go to the card below."""
CHANCE = 20_240_229
"""The seed of every choice made here, so that each run measures the same case."""


def prose(chance: Random, words: int) -> str:
    """Return a sentence of so many words."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def board(path: Path, cards: int) -> Project:
    """Make a project of so many claims, each with a card and two links.

    Together the cards have the shape of a window.
    """
    return _made(path, _board(cards))


def origins(path: Path, claims: int, assertions: int, citations: int, links: int = 0) -> Project:
    """Make a project of claims that sources assert through chains, and that cite each other.

    By the links a tenth of the claims are judgements that others support, level upon level.
    """
    records = tuple(_origins(claims, assertions, citations))
    if not links:
        return _made(path, records)
    stated = [one for one in records if isinstance(one, Claim)]
    others = (one for one in records if not isinstance(one, Claim))
    return _made(path, (*others, *_argued(stated, links)))


def traced(path: Path, carriers: int, relays: int, roots: int) -> tuple[Project, tuple[str, str]]:
    """Make a project with a claim of few sources and one of many; returns the ids of the two.

    That one has so many held carriers, each of which gives a figure in its words and has it through
    one of the relays, which cite each other, from one of the origins.
    """
    records = tuple(_traced(carriers, relays, roots))
    small, large = (one.id for one in records if isinstance(one, Claim))
    texts = [one.exact.encode() for one in records if isinstance(one, Excerpt)]
    kept = {sha256(text).hexdigest(): text for text in texts}
    return _made(path, records, kept), (small, large)


def texts(path: Path, count: int) -> Project:
    """Make a project of so many texts, each of words that many have and of a rarer one.

    A claim tells the same as every tenth of them.
    """
    chance = Random(CHANCE)
    sources = [Source(title=prose(chance, 6), number=n + 1) for n in range(count // 100)]
    written = [f"{prose(chance, 60)} {_name(chance)}\n" for _ in range(count)]
    kept = {sha256(text.encode()).hexdigest(): text.encode() for text in written}
    captures = [_capture(sources[n % len(sources)], text) for n, text in enumerate(kept.values())]
    claims = [
        Claim(text=f"{prose(chance, 8)} {_name(chance)}", number=n + 1) for n in range(count // 10)
    ]
    return _made(path, (*sources, *captures, *claims), kept)


def _name(chance: Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3))


def _made(
    path: Path, records: Iterable[Record], kept: Mapping[str, bytes] | None = None
) -> Project:
    listed = tuple(records)
    ordered = tuple(one for kind in KINDS for one in listed if type(one) is kind)
    project = projects.start(path)
    exchange.take_in(project, Document(ordered, kept or {DIGEST: BYTES}))
    return project


def _board(count: int) -> Iterable[Record]:
    chance = Random(CHANCE)
    sheet = Board(title="Large")
    yield sheet
    claims = [Claim(text=prose(chance, 12), number=place + 1) for place in range(count)]
    yield from claims
    columns = max(round(sqrt(count * WINDOW_SHAPE * STEP_Y / STEP_X)), 1)
    for place, claim in enumerate(claims):
        row, column = divmod(place, columns)
        yield Card(board=sheet.id, record=claim.id, x=column * STEP_X, y=row * STEP_Y)
        following = claims[(place + 1) % count]
        step = chance.randrange(2, count - 1) if chance.random() < FAR else columns
        across = claims[(place + step) % count]
        yield Link(from_id=claim.id, to_id=following.id, type="supports", reason=prose(chance, 4))
        yield Link(from_id=claim.id, to_id=across.id, type="contradicts")


def _origins(claims: int, assertions: int, citations: int) -> Iterable[Record]:
    chance = Random(CHANCE)
    carriers = [Source(title=prose(chance, 6), number=n + 1) for n in range(claims // 2)]
    roots = [_root(chance, len(carriers) + n + 1) for n in range(claims // 5)]
    stated = [Claim(text=prose(chance, 12), number=n + 1) for n in range(claims)]
    yield from (*carriers, *roots, *stated)
    yield from (_capture(source) for source in carriers)
    for _ in range(assertions):
        carrier = chance.choice(carriers).id
        chain = (carrier, chance.choice(roots).id) if chance.random() < 0.6 else ()
        yield Assertion(claim=chance.choice(stated).id, source=carrier, chain=chain)
    for _ in range(citations):
        nearer, farther = sorted(chance.sample(range(len(carriers)), 2))
        kind = chance.choice(CITATIONS)
        yield Citation(from_id=carriers[nearer].id, to_id=carriers[farther].id, type=kind)


def _traced(carriers: int, relays: int, roots: int) -> Iterable[Record]:
    chance = Random(CHANCE)
    quantity: dict[str, JsonValue] = {"value": 73.0, "unit": "cars"}
    small = Claim(text=prose(chance, 8), number=1)
    large = Claim(text=prose(chance, 12), number=2, quantity=quantity)
    held = [Source(title=prose(chance, 6), number=n + 1) for n in range(carriers)]
    between = [Source(publisher=_name(chance), number=carriers + n + 1) for n in range(relays)]
    ends = [
        Source(publisher=_name(chance), number=carriers + relays + n + 1, origin_kind="identified")
        for n in range(roots)
    ]
    yield from (small, large, *held, *between, *ends)
    yield Assertion(claim=small.id, source=held[0].id, chain=(held[0].id, ends[0].id))
    for place, source in enumerate(held):
        words = f"About {70 + place} cars stood there, {prose(chance, 20)}"
        excerpt = Excerpt(source=source.id, start=0, end=len(words), exact=words, number=place + 1)
        yield from (_capture(source, words.encode()), excerpt)
        chain = (source.id, chance.choice(between).id, chance.choice(ends).id)
        yield Assertion(
            claim=large.id, source=source.id, excerpt=excerpt.id, chain=chain, hedge="reportedly"
        )
    for nearer, farther in zip(held, between, strict=False):
        yield Citation(from_id=nearer.id, to_id=farther.id, type="quotes")
    for nearer, farther in pairwise(between):
        if chance.random() < FAR:
            yield Citation(from_id=nearer.id, to_id=farther.id, type="relays")
        yield Citation(from_id=farther.id, to_id=chance.choice(ends).id, type="quotes")


def _argued(claims: list[Claim], links: int) -> Iterable[Record]:
    """Yield the claims, the last tenth as judgements, each supported by claims before it."""
    chance = Random(CHANCE)
    first = len(claims) * 9 // 10
    top = len(claims) * 99 // 100
    yield from claims[:first]
    yield from (one.replace(kind="judgement") for one in claims[first:])
    for place in range(links):
        lower = (0, first) if place % 20 else (first, top)
        upper = (first, top) if place % 20 else (top, len(claims))
        start, end = claims[chance.randrange(*lower)], claims[chance.randrange(*upper)]
        kind: LinkKind = "supports" if place % 2 == 0 else "contradicts"
        yield Link(from_id=start.id, to_id=end.id, type=kind, reason=prose(chance, 4))


def _root(chance: Random, number: int) -> Source:
    kind = chance.choice(ORIGINS)
    office = chance.choice(NAMES) if kind == "anonymous" else ""
    name = chance.choice(NAMES)
    return Source(publisher=name, number=number, origin_kind=kind, affiliation=office)


def _capture(source: Source, text: bytes = BYTES) -> Capture:
    """Return a capture; as a rule all hold the same bytes, for nobody reads them."""
    digest = sha256(text).hexdigest()
    return Capture(
        source=source.id,
        file_name="report.txt",
        size=len(text),
        sha256=digest,
        media_type="text/plain",
        captured_at="2026-01-01T00:00:00Z",
        text_sha256=digest,
        text_length=len(text),
    )
