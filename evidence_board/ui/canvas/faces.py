"""What a card shows of its record, as plain values: texts, judgements, grade, state."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from evidence_board.analysis.clashes import open_rivals
from evidence_board.analysis.closure import supporters
from evidence_board.analysis.dates import MONTHS, edtf_words
from evidence_board.analysis.misfits import open_misfits
from evidence_board.analysis.tags import tags_of
from evidence_board.brief.values import Badge
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.note import Note, Tagging
from evidence_board.model.record import Record
from evidence_board.model.scales import scale_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.canvas.card_picture import CardPicture, is_picture, picture_of

Badges = Callable[[Claim], Badge | None]
"""The origin badge of a claim; None while it cannot be told."""

Lost = Callable[[Excerpt], bool]
"""Whether the words of an excerpt are not found any more where it points."""

CARD_KINDS = (
    "claim",
    "hypothesis",
    "source",
    "origin",
    "actor",
    "excerpt",
    "note",
    "gap",
    "indicator",
    "placeholder",
    "image",
)
"""The kinds of cards; the place in this tuple is the number that the layout keeps."""

_UNNAMED_ORIGINS = frozenset({"unknown", "unattributed"})


@dataclass(frozen=True)
class Face:
    """What stands on a card.

    ``mark`` heads it, ``aside`` follows it and ``state`` stands at the end of that row; ``meta``
    is the line under the title. ``step`` is the likelihood cell 1 to 7 (0: not judged).
    ``letter`` and ``digit`` are the grade; an empty one that is due shows as a dash. ``dashed``
    draws the outline of what is not held or not known, ``locked`` a padlock: the card stays put.
    ``contradicted`` says that another open claim cannot be true with this one, ``misfit`` that its
    words do not fit others and nobody has said yet that they do, ``lost`` that
    words are not found where they were marked, or that the stored copy was altered. ``colour``
    names one of the colours of cards.
    """

    kind: str
    mark: str
    title: str
    aside: str = ""
    state: str = ""
    meta: str = ""
    step: int = 0
    likelihood: str = ""
    confidence: str = ""
    unfinished: bool = False
    letter: str | None = None
    digit: str | None = None
    badge: Badge | None = None
    dashed: bool = False
    locked: bool = False
    contradicted: bool = False
    misfit: bool = False
    lost: str = ""
    tags: tuple[str, ...] = ()
    colour: str = ""
    picture: CardPicture | None = None

    @property
    def judged(self) -> bool:
        """Whether the row of likelihood and confidence is shown."""
        return bool(self.likelihood or self.confidence)

    @property
    def warning(self) -> bool:
        """Whether the card carries a warning mark, at every level of detail."""
        return self.signs > 0

    @property
    def signs(self) -> int:
        """How many signs of warning it carries."""
        return self.contradicted + self.misfit + self.warned

    @property
    def warned(self) -> bool:
        """Whether something else is wrong than that this does not fit what others say."""
        circular = self.badge is not None and self.badge.state == "circular"
        return self.unfinished or circular or bool(self.lost)


def kind_of(record: Record | None) -> str:
    """Return the kind of card that shows a record."""
    match record:
        case Claim():
            return "hypothesis" if record.kind == "hypothesis" else "claim"
        case Source(origin_kind=None):
            return "image" if is_picture(record) else "source"
        case Source():
            return "actor" if record.kind == "person" else "origin"
        case Excerpt():
            return "excerpt"
        case Note():
            return record.kind
        case _:
            return "placeholder"


def never(_excerpt: Excerpt) -> bool:
    """Take every excerpt for found, where nobody has looked."""
    return False


def face_of(
    record: Record | None,
    project: Project,
    badges: Badges,
    lost: Lost = never,
    gone: AbstractSet[str] = frozenset(),
) -> Face:
    """Return what the card of a record shows now, on whatever board, with these taken for gone."""
    face = _face(record, project, badges, lost)
    if isinstance(record, Claim) and open_rivals(project, record, gone):
        face = replace(face, contradicted=True)
    tags = tags_of(project, record.id) if record is not None and project.count(Tagging) else ()
    return replace(face, tags=tuple(tag.label for tag in tags)) if tags else face


def _face(record: Record | None, project: Project, badges: Badges, lost: Lost) -> Face:
    match record:
        case Claim():
            return _claim(record, project, badges, lost)
        case Source():
            return _source(record, project)
        case Excerpt():
            return _excerpt(record, project, lost)
        case Note():
            return _note(record)
        case _:
            table = record.noun if record else tr("unknown")
            return Face("placeholder", "", tr("Not known to this version: {0}").format(table))


def marked_as_altered(face: Face) -> Face:
    """Return a face that says, by sign and words, that the stored copy is not what was captured."""
    return replace(face, lost=tr("stored copy altered"))


def title_of(record: Record | None) -> str:
    """Return the words that a card shows largest, without reading anything else."""
    match record:
        case Source():
            return (record.title if is_picture(record) else "") or record.name
        case Excerpt():
            return " ".join(record.exact.split())
        case Claim() | Note():
            return record.text
        case _:
            return ""


def short_date(edtf: str | None) -> str:
    """Return a date with its month cut to three letters, such as "about 8 Oct 2023"."""
    words = edtf_words(edtf)
    for month in MONTHS:
        words = words.replace(month, month[:3])
    return words


def asserted(claim_id: str, project: Project) -> int:
    """Return how many assertions carry a claim."""
    return sum(isinstance(one, Assertion) for one in project.referrers(claim_id))


def has_badge(claim: Record | None, project: Project) -> bool:
    """Whether a card tells origins: of a claim that is asserted, or a judgement with support."""
    if not isinstance(claim, Claim):
        return False
    supported = claim.kind != "reported" and bool(supporters(project, claim.id))
    return supported or asserted(claim.id, project) > 0


def has_tags(record: str, project: Project) -> bool:
    """Whether a card shows tags; a project without any tells at once."""
    return project.count(Tagging) > 0 and bool(tags_of(project, record))


def _claim(claim: Claim, project: Project, badges: Badges, lost: Lost) -> Face:
    words = []
    if claim.kind == "assumption":
        words.append(tr("assumption"))
    if not asserted(claim.id, project) and claim.kind != "hypothesis":
        words.append(tr("analyst"))
    term = scale_of(project.record.scale).term(claim.likelihood) if claim.likelihood else None
    return Face(
        kind=kind_of(claim),
        mark=claim.mark,
        title=claim.text,
        aside=", ".join(words),
        step=term.cell if term else 0,
        likelihood=claim.likelihood or "",
        confidence=claim.confidence or "",
        unfinished=claim.unfinished,
        digit=claim.credibility,
        badge=badges(claim) if has_badge(claim, project) else None,
        misfit=project.count(Discrepancy) > 0 and bool(open_misfits(project, claim)),
        lost=_lost_words(claim, project, lost),
    )


def _lost_words(claim: Claim, project: Project, lost: Lost) -> str:
    """Say in which sources the words that carry a claim are not found any more."""
    marks: dict[str, None] = {}
    for one in project.referrers(claim.id):
        excerpt = project.find(one.excerpt) if isinstance(one, Assertion) and one.excerpt else None
        if isinstance(excerpt, Excerpt) and lost(excerpt):
            marks[_mark_of_source(excerpt, project)] = None
    return tr("words not found in {0}").format(", ".join(marks)) if marks else ""


def _mark_of_source(excerpt: Excerpt, project: Project) -> str:
    source = project.find(excerpt.source)
    return source.mark if isinstance(source, Source) else ""


def _source(source: Source, project: Project) -> Face:
    kind = kind_of(source)
    held = kind in ("origin", "actor") or project.capture_of(source.id) is not None
    if kind == "image":
        return _image(source, project, held=held)
    return Face(
        kind=kind,
        mark=source.mark,
        title=source.name,
        aside="" if held else tr("cited only"),
        meta=_source_meta(source, project),
        letter=source.reliability or "",
        dashed=not held or source.origin_kind in _UNNAMED_ORIGINS,
    )


def _image(source: Source, project: Project, *, held: bool) -> Face:
    """Return the face of a picture: named by its title first, its use beside the mark."""
    words = _source_meta(source, project)
    return Face(
        kind="image",
        mark=source.mark,
        title=source.title or source.name,
        aside=words if held else tr("cited only"),
        letter=source.reliability or "",
        dashed=not held,
        picture=picture_of(source, project),
    )


def _source_meta(source: Source, project: Project) -> str:
    parts = [short_date(source.published)]
    if source.origin_kind is not None:
        named = source.affiliation or (source.title if source.publisher else "")
        parts.insert(0, named or ("" if parts[0] else _origin_word(source)))
    else:
        carried = {one.claim for one in project.referrers(source.id) if isinstance(one, Assertion)}
        if carried:
            words = tr("1 claim") if len(carried) == 1 else tr("{0} claims").format(len(carried))
            parts.append(words)
    return ", ".join(part for part in parts if part)


def _origin_word(source: Source) -> str:
    """Return what an origin is, where nothing else is known to say about it."""
    return {
        "anonymous": tr("anonymous"),
        "unknown": tr("unknown"),
        "unattributed": tr("unattributed"),
        "identified": tr("person") if source.kind == "person" else tr("institution"),
    }[source.origin_kind or "identified"]


def _excerpt(excerpt: Excerpt, project: Project, lost: Lost) -> Face:
    mark = where = _mark_of_source(excerpt, project)
    if excerpt.page is not None:
        where += tr(", p. {0}").format(excerpt.page)
    missing = tr("Not found in {0} as stored.").format(mark) if lost(excerpt) else ""
    title = " ".join(excerpt.exact.split())
    return Face("excerpt", excerpt.mark, title, aside=where, lost=missing)


def _note(note: Note) -> Face:
    if note.kind == "gap":
        states = {"open": tr("open"), "tasked": tr("tasked"), "answered": tr("answered")}
        return Face("gap", note.mark, note.text, state=states[note.state], dashed=True)
    word = tr("Note") if note.kind == "note" else tr("Indicator")
    private = tr("private") if note.private else ""
    return Face(note.kind, word, note.text, aside=note.mark, state=private)


def tr(text: str) -> str:
    """Return a text of the board in the language of the interface."""
    return QCoreApplication.translate("Board", text)
