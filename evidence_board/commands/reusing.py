"""Passages that two sources share: accepted as a citation with its evidence, or turned down."""

from evidence_board.commands import claims
from evidence_board.commands.dismissing import dismiss, dismissed_from_either, sign_of
from evidence_board.model.excerpt import Excerpt, excerpt_of
from evidence_board.model.link import Citation
from evidence_board.model.link_types import BY_KEY, CitationKind
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.suggest.suggestion import Reuse


def accept(project: Project, passage: Reuse, by: str, kind: CitationKind) -> Citation:
    """Note that the source ``by`` has the shared words from the other one, in the words of both.

    The words in ``by`` become an excerpt, unless they are one already.
    """
    seen = passage if passage.source == by else passage.turned()
    with project.transaction(f"Accept that a source {BY_KEY[kind].word} another") as tx:
        marked = claims.kept(tx, _excerpt(project, seen))
        return tx.add(
            Citation(
                from_id=seen.source,
                to_id=seen.other_source,
                type=kind,
                basis="inferred",
                excerpt=marked.id,
                reason=evidence(seen),
            )
        )


def turn_down(project: Project, passage: Reuse) -> Source:
    """Turn a passage down, as one step; it is asked for no more from either side."""
    return dismiss(project, project.get(Source, passage.source), sign(passage))


def is_open(project: Project, passage: Reuse) -> bool:
    """Whether nobody has accepted or turned down a passage yet."""
    if dismissed_from_either(project, passage, sign):
        return False
    told = (evidence(passage), evidence(passage.turned()))
    return not any(
        isinstance(one, Citation) and one.reason in told
        for one in project.referrers(passage.source)
    )


def sign(passage: Reuse) -> str:
    """Return by what a passage is known again when it was turned down."""
    span = passage.span
    return sign_of(passage.kind, span.start, span.exact, passage.other_source)


def evidence(passage: Reuse) -> str:
    """Return what a shared passage shows, in a sentence that stands without the texts."""
    here, there = passage.span, passage.other
    manner = "word for word" if passage.verbatim else "nearly word for word"
    return (
        f"{passage.tokens} words are shared {manner}: characters {here.start}–{here.end} here, "
        f"{there.start}–{there.end} there; {quotation_words(passage)}."
    )


def quotation_words(passage: Reuse) -> str:
    """Return on which sides the words stand in quotation marks, and what that shows."""
    return {
        (True, True): "in quotation marks on both sides, so both may have it from a third",
        (True, False): "in quotation marks here only",
        (False, True): "in quotation marks there only",
        (False, False): "outside quotation marks on both sides: copied, or from one ancestor",
    }[passage.quoted_here, passage.quoted_there]


def _excerpt(project: Project, passage: Reuse) -> Excerpt:
    capture = project.capture_of(passage.source)
    if capture is None:
        raise ValueError("The words of this source are not held any more. Nothing was changed.")
    text, span = project.text(capture), passage.span
    if text[span.start : span.end] != span.exact:
        raise ValueError("The text of the source is another one by now. Look at the passage again.")
    return excerpt_of(passage.source, capture.id, text, span.start, span.end)
