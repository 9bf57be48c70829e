"""The verbs of sources: bringing them in, their texts, their sealed originals."""

import argparse
from pathlib import Path

from evidence_board.commands import sources
from evidence_board.ingest.draft import Progress, SourceDraft
from evidence_board.ingest.read import read_many
from evidence_board.interchange import writing
from evidence_board.model.capture import Capture
from evidence_board.model.source import Source
from evidence_board.verbs.verb import (
    Failed,
    Verbs,
    add_verb,
    complain,
    opened,
    print_bytes,
    tell,
)


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs."""
    made = add_verb(verbs, "add", add, json_option=True)
    made.add_argument("path", nargs="+", metavar="PATH", help="text file to bring in as a source")
    add_verb(verbs, "text", text).add_argument("source", metavar="SOURCE", help="id of a source")
    made = add_verb(verbs, "capture", capture, output=True)
    made.add_argument("capture", metavar="CAPTURE", help="id of a capture")


def add(options: argparse.Namespace) -> int:
    """Bring sources in; the good ones stay when others are refused."""
    drafts: list[tuple[str, SourceDraft]] = []
    refused: list[dict[str, str]] = []
    results = (one for one in read_many(map(Path, options.path)) if not isinstance(one, Progress))
    for path, result in zip(options.path, results, strict=True):
        if isinstance(result, SourceDraft):
            drafts.append((path, result))
        else:
            refused.append({"path": path, "reason": result.sentence})
            complain(result.sentence)
    with opened(options.file) as project:
        pinned = sources.pin(project, [draft for _, draft in drafts]) if drafts else ()
    told: dict[str, list[dict[str, str]]] = {"added": [], "existing": [], "refused": refused}
    for (path, _), one in zip(drafts, pinned, strict=True):
        row = {"path": path, "source": one.source.id, "capture": one.capture.id}
        told["existing" if one.existing else "added"].append(row)
    tell(options, told, f"{len(told['added'])} added, {len(told['existing'])} held already.")
    return 1 if refused else 0


def text(options: argparse.Namespace) -> int:
    """Print a source's text, byte for byte as it was extracted."""
    with opened(options.file, read_only=True) as project:
        found = project.find(options.source)
        capture = project.capture_of(options.source) if isinstance(found, Source) else None
        if capture is None:
            raise Failed(f"There is no held source {options.source}. `show` lists the sources.")
        print_bytes(project.text(capture).encode())
    return 0


def capture(options: argparse.Namespace) -> int:
    """Write the sealed original bytes of a capture to a file."""
    with opened(options.file, read_only=True) as project:
        found = project.find(options.capture)
        if not isinstance(found, Capture):
            raise Failed(f"There is no capture {options.capture}. `show` lists the captures.")
        writing.write(Path(options.output), project.original(found))
    return 0
