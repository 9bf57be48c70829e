"""Shared passages: accepted as a citation with its evidence, or turned down for good."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence_board.commands import projects, reusing, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.suggest.reuse import Index
from evidence_board.suggest.suggestion import Reuse

WORDS = "the harbour stayed closed because nobody had counted the lorries on the old bridge"
FIRST = f"On Monday {WORDS} by noon.\n"
SECOND = f"The mayor wrote that “{WORDS}”, and left.\n"


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    opened = projects.start(tmp_path / "case.evboard")
    drafts = [
        SourceDraft(name, text.encode(), text, "text/plain", "UTF-8", "test", {})
        for name, text in (("a.txt", FIRST), ("b.txt", SECOND))
    ]
    sources.pin(opened, drafts)
    yield opened
    opened.close()


@pytest.fixture
def passage(project: Project) -> Reuse:
    index = Index()
    for source, text in zip(project.all(Source), (FIRST, SECOND), strict=True):
        index.add(source.id, text)
    (found,) = index.all_passages()
    return found


def test_an_accepted_passage_is_a_citation_with_its_words_and_evidence(
    project: Project, passage: Reuse
) -> None:
    first, second = project.all(Source)
    made = reusing.accept(project, passage, second.id, "quotes")
    assert (made.from_id, made.to_id, made.type) == (second.id, first.id, "quotes")
    assert made.basis == "inferred"
    excerpt = project.get(Excerpt, str(made.excerpt))
    assert excerpt.source == second.id
    assert WORDS in excerpt.exact
    assert SECOND[excerpt.start : excerpt.end] == excerpt.exact
    assert "words are shared word for word" in made.reason
    assert f"characters {excerpt.start}–{excerpt.end} here" in made.reason
    assert "in quotation marks here only" in made.reason
    assert not reusing.is_open(project, passage)


def test_one_undo_takes_citation_and_excerpt_back_and_the_passage_is_open_again(
    project: Project, passage: Reuse
) -> None:
    reusing.accept(project, passage, passage.source, "republishes")
    project.undo()
    assert project.all(Citation) == ()
    assert project.all(Excerpt) == ()
    assert reusing.is_open(project, passage)


def test_a_passage_that_was_turned_down_is_open_from_neither_side(
    project: Project, passage: Reuse
) -> None:
    reusing.turn_down(project, passage)
    assert not reusing.is_open(project, passage)
    assert not reusing.is_open(project, passage.turned())
    project.undo()
    assert reusing.is_open(project, passage.turned())


def test_a_passage_seen_from_the_other_side_and_back_is_the_same(passage: Reuse) -> None:
    assert passage.turned().turned() == passage
    assert passage.turned().quoted_here == passage.quoted_there


def test_a_passage_of_another_text_is_refused_and_nothing_changes(
    project: Project, passage: Reuse
) -> None:
    moved = Reuse(**{**vars(passage), "span": type(passage.span)(0, 5, "other")})
    steps = len(project.steps())
    with pytest.raises(ValueError, match="another one by now"):
        reusing.accept(project, moved, moved.source, "quotes")
    assert len(project.steps()) == steps
    assert project.all(Citation) == ()
