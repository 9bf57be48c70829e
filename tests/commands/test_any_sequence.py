"""Any sequence of acts, undo, redo and reopening leaves what a plain model says."""

from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from evidence_board.commands import (
    boards,
    claims,
    clips,
    copying,
    editing,
    exchange,
    judging,
    links,
    notes,
    removal,
)
from evidence_board.commands import sources as source_commands
from evidence_board.commands.chains import Teller
from evidence_board.interchange import document
from evidence_board.interchange.clipping import Clipping
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim, ClaimKind
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import LINK_TYPES
from evidence_board.model.note import Note, NoteKind, Tag
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.scales import LIKELIHOOD_WORDS
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from tests.commands.cases import draft, ticking
from tests.commands.plain_model import FollowedByModel

R = TypeVar("R", bound=Record)
TEXTS = st.sampled_from(["The ferry left. ", "Никто не видел 🛳 судна.\r\n", "a\x0bé\u0301\u202eb"])
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
PLACES = st.floats(-5000, 5000) | st.sampled_from([0.0, -0.0, 1e7, -1e7, 1e9])
PICK = st.integers(0, 30)
EDITS: tuple[tuple[type[Record], str, st.SearchStrategy[object]], ...] = (
    (Claim, "text", WORDS),
    (Claim, "confidence", st.sampled_from(["low", "high", None, "certain"])),
    (Claim, "event", st.sampled_from(["2023-10~", "2023-02-30", None, "/2023-10-13"])),
    (Claim, "quantity", st.dictionaries(WORDS, st.integers() | WORDS | st.none(), max_size=3)),
    (Source, "title", WORDS),
    (Source, "authors", st.lists(WORDS, max_size=2).map(tuple)),
    (Source, "reliability", st.sampled_from(["A", "F", None, "G"])),
    (Link, "reason", WORDS),
    (Note, "state", st.sampled_from(["open", "tasked", "answered"])),
    (Assertion, "partial", st.booleans()),
    (Card, "layer", st.integers(-5, 5)),
    (ProjectRecord, "question", WORDS),
)


class AnySequence(FollowedByModel):
    """The acts: which record each one touches is drawn by its place."""

    def __init__(self) -> None:
        super().__init__()
        self.clippings: list[Clipping] = []

    # Choosing

    def some(self, kind: type[R], pick: int) -> R:
        known = self.project.all(kind)
        return known[pick % len(known)]

    def board(self, wanted: bool) -> str | None:
        known = self.project.all(Board)
        return known[0].id if wanted and known else None

    def any_id(self, pick: int) -> str:
        return list(self.now)[pick % len(self.now)]

    def has(self, *kinds: type[Record]) -> bool:
        return any(self.project.all(kind) for kind in kinds)

    # What a person does

    @rule(texts=st.lists(TEXTS, min_size=1, max_size=2), on=st.booleans(), x=PLACES)
    def pin(self, texts: list[str], on: bool, x: float) -> None:
        drafts = [draft(text, f"{place}.txt") for place, text in enumerate(texts)]
        self.act(lambda: source_commands.pin(self.project, drafts, board=self.board(on), x=x))

    @rule(name=WORDS, on=st.booleans())
    def cite(self, name: str, on: bool) -> None:
        self.act(lambda: source_commands.cite(self.project, name, board=self.board(on)))

    @precondition(lambda self: self.captures())
    @rule(pick=PICK, start=st.integers(0, 8), length=st.integers(0, 8), to=PICK, new=st.booleans())
    def mark(self, pick: int, start: int, length: int, to: int, new: bool) -> None:
        captures = self.captures()
        capture = captures[pick % len(captures)]
        text = self.project.text(capture)

        def command() -> None:
            found = excerpt_of(capture.source, capture.id, text, start, start + length)
            if new or not self.has(Claim):
                claims.mark(self.project, found, board=self.board(True))
            else:
                claims.attach(
                    self.project,
                    self.some(Claim, to),
                    found,
                    claims.Saying((Teller("", self.some(Source, to).id),)),
                )

        self.act(command)

    def captures(self) -> list[Capture]:
        return list(self.project.all(Capture))

    @rule(text=WORDS, kind=st.sampled_from(["judgement", "hypothesis"]), on=st.booleans())
    def write(self, text: str, kind: ClaimKind, on: bool) -> None:
        self.act(lambda: claims.write(self.project, text, kind=kind, board=self.board(on)))

    @rule(text=WORDS, kind=st.sampled_from(["note", "gap", "indicator"]), about=PICK)
    def note(self, text: str, kind: NoteKind, about: int) -> None:
        touched = self.some(Claim, about).id if self.has(Claim) else None
        self.act(lambda: notes.write(self.project, text, kind=kind, about=touched))

    @rule(one=PICK, other=PICK, key=st.sampled_from([kind.key for kind in LINK_TYPES]))
    def connect(self, one: int, other: int, key: str) -> None:
        self.act(lambda: links.connect(self.project, self.any_id(one), self.any_id(other), key))

    @precondition(lambda self: self.has(Claim))
    @rule(one=PICK, other=PICK, key=st.sampled_from(["supports", "contradicts", "undercuts"]))
    def argue(self, one: int, other: int, key: str) -> None:
        known = [*self.project.all(Claim), *self.project.all(Link)]
        start, end = self.some(Claim, one).id, known[other % len(known)].id
        self.act(lambda: links.connect(self.project, start, end, key, "because"))

    @precondition(lambda self: self.has(Link, Citation))
    @rule(pick=PICK, key=st.sampled_from([kind.key for kind in LINK_TYPES]), turn=st.booleans())
    def retype(self, pick: int, key: str, turn: bool) -> None:
        lines: tuple[Link | Citation, ...] = (
            *self.project.all(Link),
            *self.project.all(Citation),
        )
        line = lines[pick % len(lines)]
        if turn:
            self.act(lambda: links.reverse(self.project, line))
        else:
            self.act(lambda: links.retype(self.project, line, key))

    @precondition(lambda self: self.has(Card, Frame))
    @rule(picks=st.lists(PICK, min_size=1, max_size=3), x=PLACES, y=PLACES)
    def move(self, picks: list[int], x: float, y: float) -> None:
        laid = (*self.project.all(Card), *self.project.all(Frame))
        moves = [(laid[pick % len(laid)].id, x + pick, y) for pick in picks]
        self.act(lambda: boards.move(self.project, moves))

    @precondition(lambda self: self.has(Board))
    @rule(picks=st.lists(PICK, min_size=1, max_size=4), x=PLACES, how=st.integers(0, 3))
    def copy(self, picks: list[int], x: float, how: int) -> None:
        ids = list(dict.fromkeys(self.any_id(pick) for pick in picks))
        board = self.some(Board, 0).id
        if how == 0:
            self.act(lambda: copying.duplicate(self.project, board, ids, x, 40))
        elif how == 1:
            self.act(lambda: self.clippings.append(copying.cut(self.project, board, ids)))
        elif how == 2:
            self.act(lambda: self.clippings.append(clips.clip(self.project, board, ids)))
        elif self.clippings:
            clipping = self.clippings[picks[0] % len(self.clippings)]
            self.act(lambda: copying.paste(self.project, clipping, board, x, 0))

    @precondition(lambda self: self.has(Board))
    @rule(x=PLACES, y=PLACES, width=PLACES, title=WORDS, pick=PICK)
    def frame(self, x: float, y: float, width: float, title: str, pick: int) -> None:
        board = self.some(Board, 0).id
        if self.has(Frame):
            id = self.some(Frame, pick).id
            self.act(lambda: boards.resize(self.project, id, x, y, width, 80))
        else:
            self.act(lambda: boards.frame(self.project, board, x, y, width, 60, title))

    @precondition(lambda self: self.has(Board))
    @rule(pick=PICK, x=PLACES)
    def put(self, pick: int, x: float) -> None:
        places = [(self.any_id(pick), x, 0.0), (self.any_id(pick + 1), 0.0, x)]
        self.act(lambda: boards.pin_records(self.project, self.some(Board, 0).id, places))

    @rule(choice=st.sampled_from(EDITS).flatmap(lambda e: st.tuples(st.just(e), e[2])), pick=PICK)
    def edit(
        self,
        choice: tuple[tuple[type[Record], str, object], object],
        pick: int,
    ) -> None:
        (kind, field, _), value = choice
        if self.has(kind):
            record = self.some(kind, pick)
            self.act(lambda: editing.change(self.project, record, **{field: value}))

    @precondition(lambda self: self.has(Claim))
    @rule(pick=PICK, word=st.sampled_from([*LIKELIHOOD_WORDS, "maybe"]) | st.none())
    def judge(self, pick: int, word: str | None) -> None:
        self.act(lambda: judging.set_likelihood(self.project, self.some(Claim, pick), word))

    @rule(picks=st.lists(PICK, min_size=1, max_size=3))
    def remove(self, picks: list[int]) -> None:
        ids = [self.any_id(pick) for pick in picks]
        self.act(lambda: removal.remove(self.project, ids))

    @precondition(lambda self: self.has(Card))
    @rule(pick=PICK)
    def unpin(self, pick: int) -> None:
        self.act(lambda: removal.unpin(self.project, [self.some(Card, pick).id]))

    @rule(label=WORDS, number=st.integers(0, 3), negates=PICK)
    def take_in(self, label: str, number: int, negates: int) -> None:
        other = self.some(Claim, negates).id if self.has(Claim) else None
        records = (
            OriginGroup(id="g1", label=label),
            Source(id="s1", publisher=label, origin_kind="anonymous", group="g1", number=number),
            Claim(id="c1", text=label, number=number, negates=other),
            Assertion(id="a1", claim="c1", source="s1", chain=("s1", "s1")),
            Tag(id="t1", label=label),
        )
        self.act(lambda: exchange.take_in(self.project, document.Document(records)))

    @rule()
    def export(self) -> None:
        self.exported.append(exchange.collect(self.project, with_bytes=True))

    @precondition(lambda self: self.exported)
    @rule(pick=PICK)
    def take_back_in(self, pick: int) -> None:
        earlier = self.exported[pick % len(self.exported)]
        self.act(lambda: exchange.take_in(self.project, earlier))

    @rule(text=WORDS)
    def break_off(self, text: str) -> None:
        def command() -> None:
            with self.project.transaction("Break off") as tx:
                tx.keep(text.encode())
                tx.update(tx.all(ProjectRecord)[0], title="never")
                tx.add(Claim(text=text))
                raise ValueError("broken off")

        self.act(command)

    @rule()
    def undo(self) -> None:
        if not self.past:
            self.act(self.project.undo)
            return
        label, before = self.past.pop()
        self.future.append((label, self.now))
        self.replay(self.project.undo, before)

    @rule()
    def redo(self) -> None:
        if not self.future:
            self.act(self.project.redo)
            return
        label, after = self.future.pop()
        self.past.append((label, self.now))
        self.replay(self.project.redo, after)

    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.path, clock=ticking())
        self.watch()
        self.compare()


class AnySequenceInBackground(AnySequence):
    """The same, saved by a thread."""

    in_background = True


@pytest.mark.no_cover  # every line has a test of its own
@pytest.mark.parametrize(
    ("machine", "examples"), [(AnySequence, 60), (AnySequenceInBackground, 20)]
)
def test_any_sequence_of_acts_ends_as_the_plain_model_says(
    machine: type[AnySequence], examples: int
) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples,
            stateful_step_count=15,
            deadline=None,
            phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )
