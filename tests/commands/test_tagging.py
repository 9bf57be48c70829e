"""Tags are put on, taken off, renamed, merged and deleted, each as one step."""

import pytest

from evidence_board.analysis.tags import tagged, tags_of
from evidence_board.commands import claims, links, notes, removal, tagging
from evidence_board.model.claim import Claim
from evidence_board.model.note import Tag, Tagging
from evidence_board.project.project import Project


@pytest.fixture
def first(project: Project) -> Claim:
    return claims.write(project, "The ferry left at noon.")


@pytest.fixture
def second(project: Project) -> Claim:
    return claims.write(project, "It carried grain.")


def labels(project: Project, claim: Claim) -> list[str]:
    return [tag.label for tag in tags_of(project, claim.id)]


def test_a_tag_goes_on_several_records_as_one_step(
    project: Project, first: Claim, second: Claim
) -> None:
    tag = tagging.add(project, (first.id, second.id), "  rail   transport ")
    assert labels(project, first) == labels(project, second) == ["rail transport"]
    assert tagged(project, tag.id) == (first.id, second.id)
    assert project.undo_label == "Tag with “rail transport”"
    project.undo()
    assert project.all(Tag) == ()
    assert project.all(Tagging) == ()


def test_the_same_word_in_other_capitals_is_the_same_tag(project: Project, first: Claim) -> None:
    tagging.add(project, (first.id,), "Rail")
    tagging.add(project, (first.id,), "RAIL")
    assert labels(project, first) == ["Rail"]
    assert len(project.all(Tagging)) == 1


def test_a_tag_without_words_or_with_too_many_is_refused(project: Project, first: Claim) -> None:
    with pytest.raises(ValueError, match="needs a word"):
        tagging.add(project, (first.id,), " \n")
    with pytest.raises(ValueError, match="at most 60"):
        tagging.add(project, (first.id,), "x" * 61)
    assert project.all(Tag) == ()


def test_links_take_no_tags(project: Project, first: Claim, second: Claim) -> None:
    link = links.connect(project, first.id, second.id, "supports")
    with pytest.raises(ValueError, match="takes a tag"):
        tagging.add(project, (link.id,), "rail")


def test_a_tag_that_no_record_has_any_more_goes_with_the_last(
    project: Project, first: Claim, second: Claim
) -> None:
    tag = tagging.add(project, (first.id, second.id), "rail")
    tagging.remove(project, (first.id,), tag)
    assert tagged(project, tag.id) == (second.id,)
    tagging.remove(project, (second.id,), tag)
    assert project.all(Tag) == ()
    project.undo()
    assert labels(project, second) == ["rail"]


def test_a_tag_gets_other_words(project: Project, first: Claim) -> None:
    tag = tagging.add(project, (first.id,), "rail")
    tagging.rename(project, tag, "Rail")
    assert labels(project, first) == ["Rail"]


def test_renaming_to_the_words_of_another_tag_merges_the_two(
    project: Project, first: Claim, second: Claim
) -> None:
    trains = tagging.add(project, (first.id, second.id), "trains")
    rail = tagging.add(project, (first.id,), "rail")
    assert tagging.rename(project, trains, "RAIL").id == rail.id
    assert labels(project, first) == labels(project, second) == ["rail"]
    assert len(project.all(Tagging)) == 2
    project.undo()
    assert labels(project, first) == ["rail", "trains"]


def test_deleting_a_tag_takes_it_off_all_records(
    project: Project, first: Claim, second: Claim
) -> None:
    tag = tagging.add(project, (first.id, second.id), "rail")
    tagging.delete(project, tag)
    assert project.all(Tag) == ()
    assert project.all(Tagging) == ()
    project.undo()
    assert labels(project, second) == ["rail"]


def test_a_tagged_record_can_be_removed(project: Project, first: Claim) -> None:
    tagging.add(project, (first.id,), "rail")
    removal.remove(project, (first.id,))
    assert project.all(Tagging) == ()


def test_tags_of_a_note_are_in_the_order_of_their_words(project: Project) -> None:
    note = notes.write(project, "Check the tide table.")
    for label in ("tide", "Night", "arms"):
        tagging.add(project, (note.id,), label)
    assert [tag.label for tag in tags_of(project, note.id)] == ["arms", "Night", "tide"]
