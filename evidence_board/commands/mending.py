"""What can be done about a finding by one press: each fix is one act, and so one undo step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from evidence_board.analysis.credibility import suggested
from evidence_board.analysis.lineage import assertions_of, ground_of
from evidence_board.analysis.titles import words_of
from evidence_board.analysis.warnings import (
    confirmation,
    contradictions,
    hedged_claim,
    off_scale_term,
    over_ceiling,
    support_loop,
    unmirrored,
    unreasoned_grade,
    whole_over_part,
)
from evidence_board.analysis.warnings.finding import Finding
from evidence_board.commands import editing, judging, removal, scaling
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.scales import scale_of
from evidence_board.project.project import Project

Act = Callable[[Project], object]
_MOST = 6


@dataclass(frozen=True)
class Fix:
    """What a press does, in words, and the act itself."""

    words: str
    act: Act


def fixes(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Return what can be done about a finding by one press, the likeliest first.

    Nothing where one of its records is gone: then it is no finding any more.
    """
    found = _FIXES.get(finding.kind)
    if found is None or len(project.holding(finding.records)) < len(set(finding.records)):
        return ()
    return found(project, finding)


def _claim(project: Project, finding: Finding, place: int = 0) -> Claim:
    return project.get(Claim, finding.records[place])


def _regrade(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer the figure that is suggested instead of 1."""
    claim = _claim(project, finding)
    found = suggested(project, claim, ground_of(project))
    return (
        Fix(f"Grade {claim.mark} as {found.digit}", lambda p: judging.accept_credibility(p, claim)),
    )


def _lower(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer the ceiling; why it is one is added to the reason."""
    claim = _claim(project, finding)
    _, term, reason = finding.words

    def lower(p: Project) -> Claim:
        return editing.change(
            p, claim, "Set confidence", confidence=term, reason=f"{claim.reason} {reason}".strip()
        )

    return (Fix(f"Lower the confidence in {claim.mark} to {term}", lower),)


def _cut(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer to cut each link of a loop."""
    round_ = (*finding.records, finding.records[0])
    links = [
        link
        for start, end in pairwise(round_)
        for link in project.referrers(start)
        if isinstance(link, Link)
        and (link.from_id, link.to_id, link.type) == (start, end, "supports")
    ]
    return tuple(_cutting(project, link) for link in links[:_MOST])


def _cutting(project: Project, link: Link) -> Fix:
    return Fix(f"Cut “{words_of(link, project)}”", lambda p: removal.remove(p, (link.id,)))


def _settle(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer to call either of the two settled."""
    both = (_claim(project, finding), _claim(project, finding, 1))
    return tuple(_settling(claim) for claim in both)


def _settling(claim: Claim) -> Fix:
    return Fix(
        f"Call {claim.mark} settled",
        lambda p: editing.change(p, claim, "Settle claim", status="settled"),
    )


def _mirror(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer the term that mirrors that of the claim."""
    negation, claim = _claim(project, finding), _claim(project, finding, 1)
    why = f"It negates {claim.mark}, which is “{claim.likelihood}”."
    return (_judging(negation, finding.words[2], why),)


def _lower_whole(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer the term of the part for the whole, where it is one of the scale."""
    whole, part = _claim(project, finding), _claim(project, finding, 1)
    if scale_of(project.record.scale).term(finding.words[1]) is None:
        return ()
    return (_judging(whole, finding.words[1], f"It needs {part.mark}, which is no likelier."),)


def _judging(claim: Claim, word: str, why: str) -> Fix:
    return Fix(
        f"Judge {claim.mark} “{word}”", lambda p: judging.set_likelihood(p, claim, word, why)
    )


def _word(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer the words of the scale that the stored range spans."""
    claim = _claim(project, finding)
    terms = scaling.offered(scale_of(project.record.scale), claim)
    return tuple(_wording(claim, term.word) for term in terms)


def _wording(claim: Claim, word: str) -> Fix:
    return Fix(f"Call it “{word}”", lambda p: scaling.choose(p, claim, word))


def _move_hedge(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer to move a hedge that stands by itself to those who state the claim."""
    claim, hedge = _claim(project, finding), finding.words[0]
    said = assertions_of(project, claim.id)
    text = hedged_claim.without(claim.text, hedge)
    if hedge not in hedged_claim.LOOSE or not said or not text:
        return ()

    def move(p: Project) -> None:
        with p.transaction("Move hedge to who said so") as tx:
            tx.update(claim, text=text)
            for one in said:
                if not one.hedge:
                    code = one.factuality or hedged_claim.LOOSE[hedge]
                    tx.update(one, hedge=hedge, factuality=code)

    return (Fix(f"Move “{hedge}” to who said so", move),)


def _reason_grade(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """Offer the reason of the suggestion, where the grade is the suggested one."""
    claim = project.find(finding.records[0])
    if not isinstance(claim, Claim):
        return ()
    found = suggested(project, claim, ground_of(project))
    if found.digit != claim.credibility:
        return ()
    return (Fix("Take the suggested reason", lambda p: judging.accept_credibility(p, claim)),)


_FIXES: Mapping[str, Callable[[Project, Finding], tuple[Fix, ...]]] = {
    confirmation.KIND: _regrade,
    over_ceiling.KIND: _lower,
    support_loop.KIND: _cut,
    contradictions.KIND: _settle,
    contradictions.UNGRADED: _settle,
    unmirrored.KIND: _mirror,
    whole_over_part.KIND: _lower_whole,
    off_scale_term.KIND: _word,
    hedged_claim.KIND: _move_hedge,
    unreasoned_grade.KIND: _reason_grade,
}
