"""One board of the project: its layout and faces, kept true as changes come in."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from evidence_board.analysis.recount import Recount
from evidence_board.brief.origins import badge
from evidence_board.brief.values import Badge
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Card, Frame
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation
from evidence_board.model.record import Record
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.project import Project
from evidence_board.ui.canvas.anchors import Anchors
from evidence_board.ui.canvas.card_picture import ShownPictures
from evidence_board.ui.canvas.faces import (
    CARD_KINDS,
    Face,
    face_of,
    has_badge,
    has_tags,
    kind_of,
    marked_as_altered,
)
from evidence_board.ui.canvas.folding import FramePlace
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.heights import box_of, height_of, size_of_picture
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.places import Place
from evidence_board.ui.canvas.reading_cards import read_cards
from evidence_board.ui.canvas.reading_ties import read_ties
from evidence_board.ui.canvas.ties import Tie, tie_of
from evidence_board.ui.canvas.touched import Touched, touched_by

_MANY = 200
"""From how many new or gone cards and lines on the board is read anew as a whole."""


class Sheet:
    """The open board: ``layout`` for geometry, ``face`` for what stands on a card."""

    def __init__(
        self,
        project: Project,
        board_id: str,
        lettering: Lettering,
        counts: Recount | None = None,
    ) -> None:
        """Read the board; ``counts`` are those of the origins of claims, its own if None."""
        self.project = project
        self.board_id = board_id
        self._lettering = lettering
        self._anchors = Anchors(project)
        self._faces: dict[str, Face] = {}
        self.altered: frozenset[str] = frozenset()
        """The ids of records whose stored copies are not what was captured."""
        self.pictures = ShownPictures()
        self._worn: dict[str, tuple[Face | None, Face]] = {}
        self._counts = counts or Recount(project)
        self.layout = self._read()

    def face(self, row: int) -> Face:
        """Return what the card in a row shows; the same object until that changes."""
        id = self.layout.records[row]
        face = self._faces.get(id)
        if face is None:
            record, gone = self.project.find(id), self._counts.muted
            face = face_of(record, self.project, self._badge, self._anchors.lost, gone)
            face = marked_as_altered(face) if id in self.altered else face
            face = self.pictures.on(face)
            self._faces[id] = face
        return self._worn_by(row, face)

    def show_anew(self, sha256: str) -> Ints:
        """Take up what ``pictures`` has of a picture now; returns the rows of its cards."""
        faces = self._faces.items()
        gone = [id for id, one in faces if one.picture is not None and one.picture.sha256 == sha256]
        for id in gone:
            del self._faces[id]
        return self.rows_of(gone)

    def mark_altered(self, ids: frozenset[str]) -> Ints:
        """Mark these records, no others, as altered; returns the rows of cards that change."""
        touched = ids ^ self.altered
        self.altered = ids
        for id in touched:
            self._faces.pop(id, None)
        return self.rows_of(touched)

    def _worn_by(self, row: int, face: Face) -> Face:
        """Return a face as one card wears it: in its own colour, locked or not."""
        id, locked = self.layout.ids[row], bool(self.layout.locked[row])
        card = self.project.find(id)
        colour = card.colour if isinstance(card, Card) else ""
        if not locked and not colour:
            return face
        bare, worn = self._worn.get(id, (None, face))
        if bare is not face or (worn.locked, worn.colour) != (locked, colour):
            worn = replace(face, locked=locked, colour=colour)
            self._worn[id] = face, worn
        return worn

    def natural_height(self, row: int, width: float) -> float:
        """Return how high the card in a row would be if it followed its text at a width."""
        record = self.record(row)
        badged = has_badge(record, self.project)
        tags = has_tags(self.layout.records[row], self.project)
        size = size_of_picture(record, self.project)
        return height_of(record, width, badged, self._lettering, tagged=tags, picture=size)

    def record(self, row: int) -> Record | None:
        """Return the record of the card in a row."""
        return self.project.find(self.layout.records[row])

    def rows_of(self, records: Iterable[str]) -> Ints:
        """Return the rows of the cards of records; those without a card are left out."""
        rows = self.layout.row_of_record
        return np.array([rows[id] for id in records if id in rows], dtype=np.int64)

    def lines_of(self, records: Iterable[str]) -> Ints:
        """Return the lines to bring forward for records: their own, and where claims come from."""
        chosen = tuple(records)
        lines, layout = self.layout.lines, self.layout
        direct = lines.of_cards(self.rows_of(chosen), len(layout.ids))
        named = [lines.row_of[id] for id in chosen if id in lines.row_of]
        lineage = [lines.row_of[id] for id in self._lineage(chosen) if id in lines.row_of]
        return np.unique(np.r_[direct, np.array(named + lineage, dtype=np.int64)])

    def _lineage(self, records: Iterable[str]) -> Iterable[str]:
        """Yield the citations that the assertions of claims go through."""
        for id in records:
            for assertion in self.project.referrers(id):
                if isinstance(assertion, Assertion) and assertion.claim == id:
                    yield from self._citations(assertion)

    def _citations(self, assertion: Assertion) -> Iterable[str]:
        steps = set(zip(assertion.chain, assertion.chain[1:], strict=False))
        for source in assertion.chain[:-1]:
            for citation in self.project.referrers(source):
                if isinstance(citation, Citation) and (citation.from_id, citation.to_id) in steps:
                    yield citation.id

    # Reading

    def restyle(self, lettering: Lettering) -> None:
        """Measure all cards anew with other lettering, if it measures otherwise."""
        before, self._lettering = self._lettering, lettering
        if not lettering.measures_like(before):
            self.reload()

    def reload(self) -> None:
        """Read the board anew as a whole."""
        self._anchors.forget()
        self._faces.clear()
        self._worn.clear()
        self.layout = self._read()

    def _read(self) -> Layout:
        """Read all from the columns of the project; nothing that is made here is garbage."""
        project, board = self.project, self.board_id
        with collection_held_off():
            cards = read_cards(project, board, self._lettering)
            rows = dict(zip(cards.records, range(len(cards.records)), strict=True))
            frames = [frame for frame in project.all(Frame) if frame.board == board]
            return Layout(cards, map(self._frame_place, frames), read_ties(project, rows))

    def _place(self, card: Card) -> Place:
        record = self.project.find(card.record)
        kind = CARD_KINDS.index(kind_of(record))
        box = box_of(card, self.project, self._lettering)
        return Place(card.id, card.record, kind, box, card.layer, card.locked)

    def _frame_place(self, frame: Frame) -> FramePlace:
        box = (frame.x, frame.y, frame.width, frame.height)
        return FramePlace(
            *(frame.id, box, frame.title, frame.locked, frame.collapsed, frame.colour, frame.layer),
            named=self._lettering.width("frame", frame.title),
        )

    def _badge(self, claim: Claim) -> Badge | None:
        return badge(self._counts.origins(claim))

    # Changes

    def apply(self, changes: ChangeSet) -> tuple[str, ...] | None:
        """Follow a change set: only what it touches is looked at again.

        Returns the records of the cards that may show something else now; None for all.
        """
        recounted = self._counts.apply(changes)
        if len(changes.changes) > _MANY:
            self.reload()
            return None
        touched = touched_by(changes, self.project, self.board_id)
        if touched.anchors:
            self._anchors.forget()
        if touched.faces:
            self._faces.clear()
        dropped = self._drop_badges(recounted) if touched.badges else ()
        for id in touched.records:
            self._faces.pop(id, None)
        self._apply_cards(touched)
        for id in touched.frames:
            self._apply_frame(id)
        self._apply_ties(touched)
        self.layout.fold()
        cards = (self.project.find(id) for id in touched.cards)
        laid = (card.record for card in cards if isinstance(card, Card))
        return (*touched.records, *dropped, *laid)

    def count_anew(self) -> tuple[str, ...]:
        """Show claims with something else taken for gone; returns those that were shown."""
        faces = self._faces
        dropped = tuple(id for id, face in faces.items() if face.kind in ("claim", "hypothesis"))
        for id in dropped:
            del faces[id]
        return dropped

    def _drop_badges(self, claims: frozenset[str] | None) -> tuple[str, ...]:
        """Forget how many origins claims have, all if None; returns those that told it."""
        faces = self._faces
        asked = faces if claims is None else claims.intersection(faces)
        dropped = tuple(id for id in asked if faces[id].badge is not None)
        for id in dropped:
            del faces[id]
        return dropped

    def _apply_cards(self, touched: Touched) -> None:
        """Take gone cards away, with their lines first, then put the others."""
        rows = self.layout.row_of_record
        cards = dict(touched.cards)
        for id in touched.records:
            if id in rows:
                cards[self.layout.ids[rows[id]]] = None
        places = []
        for id in cards:
            card = self.project.find(id)
            if isinstance(card, Card) and card.board == self.board_id:
                places.append(self._place(card))
            elif id in self.layout.row_of_card:
                self._take_lines(self.layout.row_of_card[id], touched)
                self.layout.take(id)
        self.layout.put_all(places)

    def _take_lines(self, row: int, touched: Touched) -> None:
        lines = self.layout.lines
        gone = lines.ids(lines.of_cards(np.array([row]), len(self.layout.ids)))
        self.layout.take_ties(gone)
        touched.ties |= dict.fromkeys(gone)

    def _apply_frame(self, id: str) -> None:
        frame = self.project.find(id)
        if isinstance(frame, Frame) and frame.board == self.board_id:
            self.layout.frames[id] = self._frame_place(frame)
        else:
            self.layout.frames.pop(id, None)

    def _apply_ties(self, touched: Touched) -> None:
        shown = self.layout.row_of_record
        gone: list[str] = []
        put: list[Tie] = []
        late: list[Tie] = []
        for id in touched.ties:
            record = self.project.find(id)
            tie = tie_of(record, self.project, shown) if record is not None else None
            if tie is None:
                gone.append(id)
            else:
                (put if tie.end in shown else late).append(tie)
        self.layout.take_ties(gone)
        self.layout.put_ties((*put, *late))
