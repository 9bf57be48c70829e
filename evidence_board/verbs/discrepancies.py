"""The verb of figures that do not fit: what was noted of them, and what is proposed."""

import argparse

from evidence_board.analysis.titles import short
from evidence_board.commands.discrepancies import found_in, is_open
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.suggest.plain import plain_values
from evidence_board.suggest.suggestion import Difference
from evidence_board.verbs.verb import Verbs, add_verb, opened, tell


def add_verbs(verbs: Verbs) -> None:
    """Add the verb."""
    add_verb(verbs, "discrepancies", discrepancies, json_option=True)


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
