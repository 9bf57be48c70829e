"""A small fixed case, held in memory: whether the new crane at the harbour worked in March."""

import hashlib
from typing import TypeVar

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.brief_plan import BriefPlan
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.issue import Issue
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Note
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source

R = TypeVar("R", bound=Record)
AT = "2026-01-01T00:00:00Z"


class Held:
    """Records in memory, seen as a project shows them."""

    def __init__(self, *records: Record) -> None:
        self.records = {record.id: record for record in records}

    @property
    def record(self) -> ProjectRecord:
        return self.all(ProjectRecord)[0]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        return tuple(record for record in self.records.values() if isinstance(record, kind))

    def get(self, kind: type[R], id: str) -> R:
        record = self.records[id]
        assert isinstance(record, kind)
        return record

    def find(self, id: str) -> Record | None:
        return self.records.get(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        held = self.records.values()
        return tuple(one for one in held if any(found == id for _, found in one.referenced()))

    def capture_of(self, source: str) -> Capture | None:
        return next((one for one in reversed(self.all(Capture)) if one.source == source), None)

    def but(self, *records: Record) -> "Held":
        """Return the same records with these in place of those with their ids, or added."""
        return Held(*{**self.records, **{record.id: record for record in records}}.values())


TEXTS = {
    "gazette": "The harbour office said on Monday that the crane lifted its first load on 4 March. "
    "It is said to carry 40 tonnes.",
    "courier": "According to the Harbour Gazette the crane began to lift on 4 March. A dock worker "
    "who was not named says that it stood still until April.",
    "letter": "Кран стоял. 기중기는 서 있었다. الرافعة واقفة.",
}


def capture(name: str) -> Capture:
    text = TEXTS[name]
    sha = hashlib.sha256(text.encode()).hexdigest()
    return Capture(
        id=f"capture-{name}",
        source=name,
        file_name=f"{name}.txt",
        size=len(text.encode()),
        sha256=sha,
        media_type="text/plain",
        captured_at="2025-04-20T08:15:00Z",
        text_sha256=sha,
        text_length=len(text),
        text_method="plain text, UTF-8",
    )


def excerpt(id: str, number: int, name: str, words: str) -> Excerpt:
    start = TEXTS[name].index(words)
    made = excerpt_of(name, f"capture-{name}", TEXTS[name], start, start + len(words))
    return made.replace(id=id, number=number)


PROJECT = ProjectRecord(
    id="project",
    title="The new crane at the harbour",
    question="Was the new crane at work in March 2025?",
    author="Harbour desk",
    cut_off="2025-04-20",
    distribution="Harbour board",
)

SOURCES = (
    OriginGroup(id="town", label="Town administration", reason="One house, one voice."),
    Source(
        id="gazette",
        number=1,
        publisher="Harbour Gazette",
        title="First load for the new crane",
        published="2025-03-10",
        reliability="B",
        relation="paraphrases",
    ),
    Source(
        id="courier",
        number=2,
        publisher="Evening Courier",
        published="2025-04-02~",
        reliability="C",
        fidelity="altered",
    ),
    Source(id="letter", number=3, title="Letter in three scripts", tlp="TLP:RED"),
    Source(id="agency", number=4, publisher="Coast Agency"),
    Source(
        id="office",
        number=5,
        kind="organisation",
        title="Harbour office",
        origin_kind="identified",
        reliability="B",
        group="town",
        interest="it paid for the crane.",
    ),
    Source(id="worker", number=6, kind="person", title="a dock worker", origin_kind="anonymous"),
    capture("gazette"),
    capture("courier"),
    capture("letter"),
    Citation(id="cite", from_id="courier", to_id="gazette", type="paraphrases"),
    Citation(id="cite2", from_id="gazette", to_id="agency", type="mentions"),
)

CLAIMS = (
    Claim(
        id="lifted",
        number=1,
        text="The crane lifted its first load on 4 March 2025.",
        event="2025-03-04",
        credibility="2",
    ),
    Claim(
        id="still",
        number=2,
        text="The crane stood still until April 2025",
        event="/2025-04~",
        stated="[2025-04-01,2025-04-02]",
        credibility="3",
    ),
    Claim(
        id="answer",
        number=3,
        kind="judgement",
        rank=1,
        text="The crane was at work in March 2025",
        likelihood="likely",
        likelihood_range=(55, 80),
        confidence="moderate",
        reason="one office and its paper say so, and it has an interest",
    ),
    Claim(
        id="load",
        number=4,
        kind="judgement",
        rank=2,
        text="The crane can carry 40 tonnes.",
        likelihood="roughly even chance",
        likelihood_range=(45, 55),
        confidence="high",
    ),
    Claim(id="books", number=5, kind="assumption", text="The harbour office keeps true books."),
    Claim(id="forty", number=6, text="The crane carries 40 tonnes."),
    Claim(id="unseen", number=7, text="No photograph of the lift was shown.", denial="evidence"),
    Claim(id="idle", number=8, kind="hypothesis", text="The crane was idle.", negates="answer"),
)

WORDS = (
    excerpt("x1", 1, "gazette", "the crane lifted its first load on 4 March"),
    excerpt("x2", 2, "courier", "the crane began to lift on 4 March"),
    excerpt("x3", 3, "courier", "it stood still until April"),
    excerpt("x4", 4, "letter", "기중기는 서 있었다. الرافعة واقفة."),
    excerpt("x5", 5, "gazette", "It is said to carry 40 tonnes."),
    Assertion(
        id="a1",
        claim="lifted",
        excerpt="x1",
        source="gazette",
        chain=("gazette", "office"),
        mode="paraphrase",
        factuality="CT+",
    ),
    Assertion(
        id="a2",
        claim="lifted",
        excerpt="x2",
        source="courier",
        chain=("courier", "gazette", "office"),
        partial=True,
    ),
    Assertion(
        id="a3",
        claim="still",
        excerpt="x3",
        source="courier",
        chain=("courier", "worker"),
        factuality="PR+",
        hedge="says",
    ),
    Assertion(id="a4", claim="still", excerpt="x4", source="letter", chain=("letter",)),
    Assertion(id="a5", claim="forty", excerpt="x5", source="gazette", factuality="Uu"),
    Assertion(
        id="a6",
        claim="lifted",
        excerpt="x3",
        source="courier",
        chain=("courier", "worker"),
        factuality="CT-",
    ),
)

LINKS = (
    Link(
        id="l1",
        from_id="lifted",
        to_id="answer",
        type="supports",
        reason="Lifting is work.",
        group="both",
        weight="strong",
    ),
    Link(id="l2", from_id="books", to_id="answer", type="supports", reason="Else it is hearsay."),
    Link(
        id="l3",
        from_id="still",
        to_id="answer",
        type="contradicts",
        reason="A crane that stands still is not at work.",
    ),
    Link(
        id="l4",
        from_id="unseen",
        to_id="l1",
        type="undercuts",
        reason="Nothing but the word of the office.",
    ),
    Link(id="l5", from_id="forty", to_id="load", type="supports"),
    Link(id="l6", from_id="forty", to_id="answer", type="supports", reason="x.", group="both"),
    Link(id="l7", from_id="forty", to_id="lifted", type="elaborates", reason="The load."),
    Link(id="l8", from_id="lifted", to_id="books", type="presupposes", reason="Its own count."),
    Discrepancy(
        id="d1", one="x1", other="x3", kind="date", verdict="conflict", reason="A month apart"
    ),
    Discrepancy(id="d2", one="x1", other="x2", kind="modality"),
)

NOTES = (
    Note(id="n1", number=1, kind="gap", text="Who saw the crane lift?", about="answer"),
    Note(id="n2", number=2, kind="indicator", text="Harbour dues rise", about="answer"),
    Note(id="n3", number=3, kind="gap", text="A secret gap", about="answer", private=True),
    Note(id="n4", number=4, text="Ask the gazette again."),
)


def card(record: str, x: float, y: float, **fields: float) -> Card:
    return Card.model_validate(
        {"id": f"card-{record}", "board": "board", "record": record, "x": x, "y": y, **fields}
    )


BOARD = (
    Board(id="board", title="Harbour"),
    Frame(id="frame", board="board", title="March", x=-20, y=260, width=760, height=300),
    card("office", 240, 0),
    card("gazette", 0, 130),
    card("courier", 300, 130),
    card("worker", 560, 130),
    card("lifted", 0, 300),
    card("still", 480, 300),
    card("x3", 760, 330),
    card("unseen", 240, 420),
    card("answer", 120, 620, width=256.0),
    card("n1", 480, 640),
    card("n3", 760, 640),
)


PLAN = BriefPlan(id="plan", depth="full annex", audience="Read the gaps first.")
ISSUE = Issue(
    id="issue-1",
    number=1,
    issued_at="2025-12-01T10:00:00Z",
    file_name="crane.pdf",
    sha256="1" * 64,
    state_hash="2" * 64,
    judgements={
        "answer": {
            "place": 1,
            "mark": "C3",
            "text": "The crane was at work in March 2025",
            "likelihood": "roughly even chance",
            "range": [45, 55],
            "confidence": "moderate",
            "n_min": 0,
            "n_max": 1,
            "sources": ["S2", "S9"],
        },
        "gone": {"place": 2, "mark": "C9", "text": "The crane was sold."},
    },
)


def harbour() -> Held:
    """Return the whole case."""
    return Held(PROJECT, *SOURCES, *CLAIMS, *WORDS, *LINKS, *NOTES, *BOARD, PLAN, ISSUE)
