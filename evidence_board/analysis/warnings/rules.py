"""All rules, worst first: what each finds, how bad that is, why it is one, how it is told."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings import (
    altered_copies,
    assumed_independence,
    circular,
    confirmation,
    contradictions,
    f_under_high,
    hedged_claim,
    key_judgements,
    off_scale_term,
    off_scale_words,
    orphans,
    over_ceiling,
    project_answers,
    shared_origin,
    support_loop,
    two_claims,
    ungraded,
    unmirrored,
    unreasoned_confidence,
    unreasoned_grade,
    unreasoned_likelihood,
    unreasoned_link,
    untraced,
    whole_over_part,
    withdrawn_sources,
)
from evidence_board.analysis.warnings.finding import ORDER, Finding, Found, Severity
from evidence_board.analysis.warnings.inquiry import Inquiry

Find = Callable[[Inquiry], Found]
Tell = Callable[[Investigation, Finding], str]


@dataclass(frozen=True)
class Rule:
    """A row: the kind of its findings, how bad they are, and the reason for the rule."""

    kind: str
    severity: Severity
    reason: str
    find: Find
    tell: Tell


RULES: tuple[Rule, ...] = (
    Rule(
        altered_copies.KIND,
        "broken",
        "Captured bytes are never changed: what rests on these is not what was captured.",
        altered_copies.find,
        altered_copies.tell,
    ),
    Rule(
        orphans.KIND,
        "broken",
        "Nothing leaves the board without an excerpt, and this one leads to no words.",
        orphans.find,
        orphans.tell,
    ),
    Rule(
        confirmation.KIND,
        "broken",
        "1 says confirmed: certain that it comes from another source than what is held already.",
        confirmation.find,
        confirmation.tell,
    ),
    Rule(
        support_loop.KIND,
        "broken",
        "A claim may not support itself: a loop rests on nothing.",
        support_loop.find,
        support_loop.tell,
    ),
    Rule(
        circular.KIND,
        "broken",
        "Circular reporting makes one origin, or none, look like several.",
        circular.find,
        circular.tell,
    ),
    Rule(
        unreasoned_confidence.KIND,
        "held back",
        "A confidence without a written reason cannot be exported.",
        unreasoned_confidence.find,
        unreasoned_confidence.tell,
    ),
    Rule(
        withdrawn_sources.RETRACTED,
        "doubtful",
        "What was retracted is kept and marked, and counts no more; what rests on it is recounted.",
        withdrawn_sources.find,
        withdrawn_sources.tell,
    ),
    Rule(
        contradictions.KIND,
        "doubtful",
        "What is contradicted by a grade as good or better is not what is known.",
        contradictions.find,
        contradictions.tell,
    ),
    Rule(
        over_ceiling.KIND,
        "doubtful",
        "Confidence rates the basis: independence, directness, what is open.",
        over_ceiling.find,
        over_ceiling.tell,
    ),
    Rule(
        f_under_high.KIND,
        "doubtful",
        "F is unknown, not good: high confidence needs reporting whose quality is known.",
        f_under_high.find,
        f_under_high.tell,
    ),
    Rule(
        assumed_independence.KIND,
        "doubtful",
        "Confirmed means certain that it comes from another source; that is not certain here.",
        assumed_independence.find,
        assumed_independence.tell,
    ),
    Rule(
        shared_origin.KIND,
        "doubtful",
        "Supporters of one conclusion from one origin count once.",
        shared_origin.find,
        shared_origin.tell,
    ),
    Rule(
        whole_over_part.KIND,
        "doubtful",
        "A whole cannot be more likely than a part it needs.",
        whole_over_part.find,
        whole_over_part.tell,
    ),
    Rule(
        unmirrored.KIND,
        "doubtful",
        "A claim and its negation carry mirrored terms.",
        unmirrored.find,
        unmirrored.tell,
    ),
    Rule(
        contradictions.UNGRADED,
        "doubtful",
        "Contradicting claims are never hidden; the brief lists them until one is settled.",
        contradictions.find_ungraded,
        contradictions.tell_ungraded,
    ),
    Rule(
        off_scale_term.KIND,
        "doubtful",
        "A brief prints one scale: a term of another one would be read by the wrong range.",
        off_scale_term.find,
        off_scale_term.tell,
    ),
    Rule(
        withdrawn_sources.CORRECTED,
        "unfinished",
        "A correction is kept and marked; what rests on the source has to be looked at again.",
        withdrawn_sources.find_corrected,
        withdrawn_sources.tell_corrected,
    ),
    Rule(
        assumed_independence.UNJUDGED,
        "unfinished",
        "Independence of two origins is a judgement with a reason: shared, assumed or shown.",
        assumed_independence.find_unjudged,
        assumed_independence.tell_unjudged,
    ),
    Rule(
        key_judgements.UNSUPPORTED,
        "unfinished",
        "A judgement says what it rests on.",
        key_judgements.find_unsupported,
        key_judgements.tell_unsupported,
    ),
    Rule(
        project_answers.NO_QUESTION,
        "unfinished",
        "A brief answers a question.",
        project_answers.find,
        project_answers.tell,
    ),
    Rule(
        project_answers.NO_JUDGEMENT,
        "unfinished",
        "A brief answers its question by key judgements.",
        project_answers.find_unanswered,
        project_answers.tell_unanswered,
    ),
    Rule(
        key_judgements.UNJUDGED,
        "unfinished",
        "A key judgement has a likelihood and a confidence, each in its own field.",
        key_judgements.find_unjudged,
        key_judgements.tell_unjudged,
    ),
    Rule(
        unreasoned_likelihood.KIND,
        "unfinished",
        "Every change of a judgement asks why, and a reader will ask too.",
        unreasoned_likelihood.find,
        unreasoned_likelihood.tell,
    ),
    Rule(
        unreasoned_grade.KIND,
        "unfinished",
        "Every change of a grade asks why, and a reader will ask too.",
        unreasoned_grade.find,
        unreasoned_grade.tell,
    ),
    Rule(
        off_scale_words.KIND,
        "unfinished",
        "Likelihood is told by the words of one scale, in its own field.",
        off_scale_words.find,
        off_scale_words.tell,
    ),
    Rule(
        hedged_claim.KIND,
        "unfinished",
        "A claim has no hedge inside: the hedge is of who said so, and may differ by source.",
        hedged_claim.find,
        hedged_claim.tell,
    ),
    Rule(
        two_claims.KIND,
        "unfinished",
        "A claim has one subject, one predicate, one time, one place, one quantity.",
        two_claims.find,
        two_claims.tell,
    ),
    Rule(
        unreasoned_link.KIND,
        "unfinished",
        "A link needs a one-line reason before it enters a brief.",
        unreasoned_link.find,
        unreasoned_link.tell,
    ),
    Rule(
        untraced.WORDLESS,
        "unfinished",
        "Nothing leaves the board without an excerpt or the word analyst.",
        untraced.find_wordless,
        untraced.tell_wordless,
    ),
    Rule(
        assumed_independence.ASSUMED,
        "to know",
        "A count that rests on an assumption is told as such.",
        assumed_independence.find_assumed,
        assumed_independence.tell_assumed,
    ),
    Rule(
        untraced.UNTRACED,
        "to know",
        "Without a chain nobody knows who said it first, and it adds no origin.",
        untraced.find_untraced,
        untraced.tell_untraced,
    ),
    Rule(
        ungraded.KIND,
        "to know",
        "Not graded is unknown, not worst.",
        ungraded.find,
        ungraded.tell,
    ),
)

RULE_OF: Mapping[str, Rule] = {rule.kind: rule for rule in RULES}


def sentence(view: Investigation, finding: Finding) -> str:
    """Return a finding in one plain sentence, as its records are called now."""
    return RULE_OF[finding.kind].tell(view, finding)


def severity(finding: Finding) -> Severity:
    """Return how bad a finding is."""
    return RULE_OF[finding.kind].severity


def reason(finding: Finding) -> str:
    """Return why it is one."""
    return RULE_OF[finding.kind].reason


assert [ORDER.index(rule.severity) for rule in RULES] == sorted(
    ORDER.index(rule.severity) for rule in RULES
)
