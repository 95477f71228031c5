"""Groups that read: notes for the group alone, and the way from a note to a proposal."""

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.matters.models import Matter
from xieshang.study.actions import begin_from, join, leave, name_chapters, write_note
from xieshang.study.models import Note, Onward, ReadingGroup

pytestmark = pytest.mark.django_db


def test_notes_are_seen_by_the_group_alone(group, readers, clerk, officer):
    one, two = readers
    join(group, by=one)
    note = write_note(group, "河道要有人管", by=one)
    seen = {
        each.username: list(Note.objects.visible_to(each)) for each in (one, two, clerk, officer)
    }
    assert seen == {"reader-0": [note], "reader-1": [], "clerk": [], "officer": []}
    with pytest.raises(PermissionDenied):
        write_note(group, "外人", by=two)
    leave(group, by=one)
    assert list(Note.objects.visible_to(one)) == []


def test_a_group_is_joined_by_people_of_its_committee(group, member, readers):
    assert join(group, by=readers[0]) == join(group, by=readers[0])
    with pytest.raises(PermissionDenied):
        join(group, by=member)  # of a county below
    assert list(ReadingGroup.objects.visible_to(member)) == []


def test_chapters_follow_each_other(group, clerk, readers):
    assert name_chapters(group, ["河水", "江水"], by=clerk) == 2
    assert name_chapters(group, ["沅水"], by=clerk) == 1
    assert [(c.number, c.title) for c in group.chapters.all()] == [
        (1, "河水"), (2, "江水"), (3, "沅水"),
    ]  # fmt: skip
    with pytest.raises(PermissionDenied):
        name_chapters(group, ["甲"], by=readers[0])


def test_a_note_becomes_a_draft_once(group, readers, city):
    one, two = readers
    join(group, by=one)
    join(group, by=two)
    note = write_note(group, "河道要有人管\n建议设段长", by=one)
    made = begin_from(note, by=one, committee=city)
    assert begin_from(note, by=one, committee=city) == made
    text = made.texts.get()
    assert (made.kind, made.status, made.title) == ("proposal", "draft", "河道要有人管")
    assert (text.situation, made.raised_by) == ("河道要有人管\n建议设段长", one)
    assert Onward.objects.get().matter == made
    assert list(Matter.objects.visible_to(two).filter(pk=made.pk)) == []  # a draft is its author's
    with pytest.raises(PermissionDenied):
        begin_from(note, by=two, committee=city)


def test_the_way_back_is_shown_on_the_proposal(client, group, readers, city):
    one = readers[0]
    client.force_login(one)
    place = f"/desk/reading/{group.pk}/"
    client.post(f"{place}joining/")
    for body, status in (({"text": ""}, 422), ({"text": "设段长", "kind": "note"}, 302)):
        assert client.post(f"{place}notes/", body).status_code == status
    note = Note.objects.get()
    begun = client.post(f"/desk/notes/{note.pk}/proposal/", {"committee": city.pk})
    back = f"{place}#note-{note.pk}"
    assert back in client.get(begun.url).content.decode()
    assert begun.url in client.get(place).content.decode()


def test_the_page_of_a_group_costs_little(
    client, group, readers, clerk, django_assert_max_num_queries
):
    for reader in readers:
        join(group, by=reader)
        for n in range(4):
            write_note(group, f"第{n}条", by=reader)
    client.force_login(readers[0])
    with django_assert_max_num_queries(15):
        page = client.get(f"/desk/reading/{group.pk}/")
    assert len(page.context["notes"]) == 8
    body = page.content.decode()
    assert (body.count('name="committee"'), body.count('id="id_committee"')) == (4, 0)
    client.force_login(clerk)
    assert "第1条" not in client.get(f"/desk/reading/{group.pk}/").content.decode()
