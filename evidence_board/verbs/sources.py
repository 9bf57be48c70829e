"""The verbs of sources: bringing them in, their texts, their sealed originals."""

import argparse
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evidence_board.commands import bringing, outcomes, sources
from evidence_board.commands.bringing import Draft
from evidence_board.ingest.addresses import Address, addresses_in
from evidence_board.ingest.draft import Progress, Refused, RefusedFile, SourceDraft, Wanted
from evidence_board.ingest.folders import MOST, Gathered, gather
from evidence_board.ingest.read import read_many
from evidence_board.interchange import writing
from evidence_board.model.capture import Capture
from evidence_board.model.content import Spool, pieces_of
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
    made.add_argument(
        "path", nargs="+", metavar="PATH", help="file, folder or web address to bring in"
    )
    made.add_argument(
        "--encoding", default="", help="what texts are written in, where they do not say"
    )
    made.add_argument(
        "--attached", action="store_true", help="bring in the files in e-mails as sources too"
    )
    add_verb(verbs, "text", text).add_argument("source", metavar="SOURCE", help="id of a source")
    made = add_verb(verbs, "capture", capture, output=True)
    made.add_argument("capture", metavar="CAPTURE", help="id of a capture")


@dataclass(frozen=True)
class _Asked:
    """What was asked for on the command line: addresses, and files with those below folders."""

    addresses: tuple[tuple[str, Address], ...]
    files: tuple[str, ...]


def add(options: argparse.Namespace) -> int:
    """Bring sources in; the good ones stay when others are refused."""
    refused: list[dict[str, str]] = []
    asked = _asked(options.path, refused)
    drafts: list[tuple[str, Draft]] = []
    wanted = [Wanted(Path(one), options.encoding, options.attached) for one in asked.files]
    path, spool = "", Spool()
    for one in read_many(wanted):
        if isinstance(one, Progress):
            path = asked.files[one.done]
        elif isinstance(one, RefusedFile):
            way = "Say which one with --encoding" if one.candidates else "Say which one"
            _refuse(refused, path, one.sentence.replace("Say which one", way))
        elif isinstance(one, SourceDraft):
            drafts.append((path, replace(one, original=spool.set_aside(one.original))))
        else:
            drafts.append((path, one))
    told = _bring_in(options.file, drafts, asked.addresses) | {"refused": refused}
    words = [f"{len(told['added'])} added, {len(told['existing'])} held already."]
    words += [f"{row['path']}: {row['remark']}" for row in told["added"] if row.get("remark")]
    tell(options, told, "\n".join(words))
    return 1 if refused else 0


def _asked(given: Sequence[str], refused: list[dict[str, str]]) -> _Asked:
    """Return what is meant by the arguments; what cannot be meant is put among the refused."""
    found: list[tuple[str, Address]] = []
    files: list[str] = []
    for one in given:
        path = Path(one)
        try:
            addresses = () if os.path.lexists(path) else addresses_in(one)
        except Refused as refusal:
            _refuse(refused, one, str(refusal))
            continue
        if addresses:
            found += [(one, address) for address in addresses]
        elif path.is_dir():
            files += _below(one, path, refused)
        else:
            files.append(one)
    return _Asked(tuple(found), tuple(files))


def _below(given: str, folder: Path, refused: list[dict[str, str]]) -> list[str]:
    gathering = gather([folder])
    while True:
        try:
            next(gathering)
        except StopIteration as end:
            gathered: Gathered = end.value
            break
    if gathered.cut:
        _refuse(refused, given, f"{given} holds more than {MOST:,} files. Add the folders in it.")
        return []
    if not gathered.files:
        _refuse(refused, given, f"There are no files in {given}.")
    return [os.fspath(one) for one in gathered.files]


def _refuse(refused: list[dict[str, str]], path: str, sentence: str) -> None:
    refused.append({"path": path, "reason": sentence})
    complain(sentence)


def _bring_in(
    file: Path, drafts: Sequence[tuple[str, Draft]], addresses: Sequence[tuple[str, Address]]
) -> dict[str, list[dict[str, str]]]:
    """Bring in what was read, in one step, then the addresses; return what is told of each."""
    told: dict[str, list[dict[str, str]]] = {"added": [], "existing": []}
    only = [draft for _, draft in drafts]
    with opened(file) as project:
        brought = bringing.bring_in(project, only) if only else ()
        kept = sources.keep_addresses(project, [one for _, one in addresses]) if addresses else ()
        lines = outcomes.outcomes(project, only, brought, ())
    for one, line in zip(brought, lines, strict=True):
        row = {"path": drafts[one.draft][0], "source": one.source.id}
        row["capture"] = one.capture.id if one.capture is not None else ""
        row |= {"remark": line.words} if line.words and not one.existing else {}
        row |= {"same_text_as": one.like} if one.like else {}
        told["existing" if one.existing else "added"].append(row)
    for (given, _), each in zip(addresses, kept, strict=True):
        row = {"path": given, "source": each.source.id, "capture": ""}
        told["existing" if each.existing else "added"].append(row)
    return told


def text(options: argparse.Namespace) -> int:
    """Print a source's text, byte for byte as it was extracted."""
    with opened(options.file, read_only=True) as project:
        found = project.find(options.source)
        capture = project.capture_of(options.source) if isinstance(found, Source) else None
        if capture is None:
            raise Failed(f"There is no held source {options.source}. `show` lists the sources.")
        for piece in pieces_of(project.kept(capture.text_sha256)):
            print_bytes(piece)
    return 0


def capture(options: argparse.Namespace) -> int:
    """Write the sealed original bytes of a capture to a file."""
    with opened(options.file, read_only=True) as project:
        found = project.find(options.capture)
        if not isinstance(found, Capture):
            raise Failed(f"There is no capture {options.capture}. `show` lists the captures.")
        writing.write(Path(options.output), pieces_of(project.kept(found.sha256)))
    return 0
