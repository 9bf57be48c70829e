"""The verbs of what the program finds in a project: origins, warnings, discrepancies."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from evidence_board.analysis.independence import Independence, independence_of
from evidence_board.analysis.lineage import ground_of
from evidence_board.analysis.titles import line_of, mark_of, short
from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.finding import Finding
from evidence_board.brief.origins import origins_sentence
from evidence_board.commands import issues, mending
from evidence_board.commands.discrepancies import found_in, is_open
from evidence_board.model.claim import Claim
from evidence_board.model.deferral import Deferral
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.project import Project
from evidence_board.suggest.plain import plain_values
from evidence_board.suggest.suggestion import Difference
from evidence_board.verbs.verb import Failed, Verbs, add_verb, id_of, opened, tell

_MUTABLE = (Source, OriginGroup, Link)


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    add_verb(verbs, "warnings", warnings, json_option=True)
    add_verb(verbs, "discrepancies", discrepancies, json_option=True)
    made = add_verb(verbs, "origins", origins, json_option=True)
    made.add_argument("claim", nargs="?", metavar="CLAIM", help="only this claim (id or mark)")
    made.add_argument(
        "--mute", action="append", metavar="ID", default=[], help="count as if this were gone"
    )


def origins(options: argparse.Namespace) -> int:
    """Print on how many independent origins claims rest, and what they fall with.

    A judgement counts the origins of what supports it. With --mute a source, origin, group or link
    counts as gone, and what rests on it alone with it; nothing is written.
    """
    with opened(options.file, read_only=True) as project:
        gone = frozenset(_muted(project, word) for word in options.mute)
        ground = ground_of(project)
        found = [
            _Found(one, independence_of(project, one.id, ground, gone))
            for one in _asked(project, options.claim)
        ]
        words = "\n".join(line for one in found for line in one.lines(project))
    tell(options, {"claims": [one.plain() for one in found]}, words or "No claims.")
    return 0


def warnings(options: argparse.Namespace) -> int:
    """Print what does not hold in a project or is not done, worst first, with the reason.

    What was set aside is told apart. Nothing is written.
    """
    with opened(options.file, read_only=True) as project:
        found = issues.gathered(project, project.altered_originals())
        plain = [_plain_warning(project, one, None) for one in found.open]
        plain += [_plain_warning(project, one, by) for one, by in found.aside]
        words = "\n".join(_lines(plain))
    tell(options, {"warnings": plain}, words or "Nothing is open.")
    return 0


def _plain_warning(project: Project, one: Finding, by: Deferral | None) -> dict[str, object]:
    """Return a finding as the JSON document has it."""
    return {
        "id": one.id,
        "kind": one.kind,
        "severity": rules.severity(one),
        "records": one.records,
        "sentence": rules.sentence(project, one),
        "reason": rules.reason(one),
        "fixes": [fix.words for fix in mending.fixes(project, one)],
        "set_aside": by.reason if by is not None else None,
    }


def _lines(found: list[dict[str, object]]) -> Iterator[str]:
    """Yield the findings in words, under a line for each severity."""
    last: object = None
    for one in found:
        aside = one["set_aside"]
        head = "set aside" if aside is not None else one["severity"]
        if head != last:
            yield f"{head}:"
            last = head
        yield f"    {one['sentence']}"
        if aside is not None:
            yield f"        Not now: {aside}"


def discrepancies(options: argparse.Namespace) -> int:
    """List what was noted of figures that do not fit, and what is proposed; writes nothing."""
    with opened(options.file, read_only=True) as project:
        noted = [_noted(project, one) for one in project.all(Discrepancy)]
        found = [one for one in found_in(project) if is_open(project, one)]
        lines = [
            *(_noted_line(project, one) for one in project.all(Discrepancy)),
            *(_proposed_line(project, one) for one in found),
        ]
    plain = {
        "discrepancies": noted,
        "suggestions": [plain_values(one.source, one) for one in found],
    }
    tell(options, plain, "\n".join(lines) or "No discrepancies.")
    return 0


def _noted(project: Project, one: Discrepancy) -> dict[str, object]:
    """Return a discrepancy with the words of both excerpts."""
    ends = {"one": project.get(Excerpt, one.one), "other": project.get(Excerpt, one.other)}
    words = {
        name: {
            **{"excerpt": held.id, "source": held.source, "start": held.start, "end": held.end},
            "exact": held.exact,
        }
        for name, held in ends.items()
    }
    return {
        **{"id": one.id, **words, "kind": one.kind},
        **{"verdict": one.verdict, "reason": one.reason},
    }


def _noted_line(project: Project, one: Discrepancy) -> str:
    here, there = (short(project.get(Excerpt, id).exact) for id in (one.one, one.other))
    return f"{one.verdict or 'open'}: “{here}” and “{there}”. {one.reason}"


def _proposed_line(project: Project, one: Difference) -> str:
    marks = [project.get(Source, source).mark for source in (one.source, one.other_source)]
    return f"proposed, {one.verdict}: {' and '.join(marks)}. {one.reason}."


def _asked(project: Project, word: str | None) -> tuple[Claim, ...]:
    if word is None:
        return project.all(Claim)
    found = project.find(id_of(project, word))
    if not isinstance(found, Claim):
        raise Failed(f"There is no claim {word}. `show --json` lists the claims.")
    return (found,)


def _muted(project: Project, word: str) -> str:
    found = project.find(id_of(project, word))
    if not isinstance(found, _MUTABLE):
        raise Failed(
            f"There is no source, origin group or link {word} to mute. `show --json` lists them."
        )
    return found.id


@dataclass(frozen=True)
class _Found:
    claim: Claim
    independence: Independence

    def plain(self) -> dict[str, object]:
        """Return it as the JSON document has it."""
        found, origins = self.independence, self.independence.origins
        return {
            "claim": self.claim.id,
            "files": origins.files,
            "n_min": origins.n_min,
            "n_max": origins.n_max,
            "groups": origins.groups,
            "unattributed": origins.unattributed,
            "single_points": found.single_points,
            "cut_origins": found.cut_origins,
            "cut_carriers": found.cut_carriers,
            "cut_any": found.cut_any,
            "circular": origins.circular,
            "n_min_strict": found.n_min_strict,
            "observed": found.observed,
            "asserted": found.asserted,
        }

    def lines(self, project: Project) -> list[str]:
        """Return it in words: the claim, its origins, and what it falls with."""
        single = [_named(project, one) for one in _apart(project, self.independence)]
        told = [
            f"{self.claim.mark}  {short(self.claim.text)}",
            f"    {origins_sentence(self.independence.origins)}",
        ]
        if single:
            told.append(f"    Falls with: {', '.join(single)}.")
        return told


def _apart(project: Project, independence: Independence) -> list[str]:
    """Return the single points of failure, a group of one of them left out."""
    points = independence.single_points
    sources = [one for one in map(project.find, points) if isinstance(one, Source)]
    groups = {one.group for one in sources}
    return [one for one in points if one not in groups]


def _named(project: Project, id: str) -> str:
    found = project.find(id)
    if isinstance(found, OriginGroup):
        return found.label
    return f"{mark_of(found)} {line_of(found, project)}" if found is not None else id
