"""Reading together: open a group, join it, write for it, begin a proposal from a note."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal
from xieshang.matters.actions import Wishes, Words, begin_proposal
from xieshang.matters.models import Matter
from xieshang.people.models import Committee

from ..models import Chapter, Note, Onward, Reader, ReadingGroup

TITLE = 40  # signs of a note that become the first title


@transaction.atomic
def open_group(committee: Committee, *, by, since: date, **facts) -> ReadingGroup:
    """Open a group; raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("a group is opened by its office")
    made = ReadingGroup.objects.create(committee=committee, since=since, **facts)
    seal(by, "open-group", made, name=made.name, book=made.book)
    return made


@transaction.atomic
def name_chapters(group: ReadingGroup, titles: Sequence[str], *, by) -> int:
    """List more chapters after those there are; returns how many."""
    found = ReadingGroup.objects.select_for_update().get(pk=group.pk)
    if not by.keeps(found.committee_id):
        raise PermissionDenied("chapters are listed by the group's office")
    last = found.chapters.count()
    Chapter.objects.bulk_create(
        Chapter(group=found, number=last + n, title=title) for n, title in enumerate(titles, 1)
    )
    seal(by, "name-chapters", found, chapters=len(titles))
    return len(titles)


@transaction.atomic
def join(group: ReadingGroup, *, by) -> Reader:
    """Read with a group that one may see; raises PermissionDenied."""
    if not ReadingGroup.objects.visible_to(by).filter(pk=group.pk).exists():
        raise PermissionDenied("a group is joined by people of its committee")
    made, new = Reader.objects.get_or_create(group=group, person=by)
    if new:
        seal(by, "join-group", group)
    return made


@transaction.atomic
def leave(group: ReadingGroup, *, by) -> None:
    """Read no more with a group; what was written stays with it."""
    gone, _each = Reader.objects.filter(group=group, person=by).delete()
    if gone:
        seal(by, "leave-group", group)


@transaction.atomic
def write_note(group: ReadingGroup, text: str, kind: str = "note", chapter=None, *, by) -> Note:
    """Write for the group; raises PermissionDenied for who does not read in it."""
    if not group.is_read_by(by):
        raise PermissionDenied("notes are written by those who read in the group")
    if chapter is not None and chapter.group_id != group.pk:
        raise ValueError("a chapter of another group")
    made = Note.objects.create(
        group=group, chapter=chapter, by=by, kind=kind, text=text, day=timezone.localdate()
    )
    seal(by, "write-note", group, text=fingerprint(text))
    return made


@transaction.atomic
def begin_from(note: Note, *, by, committee: Committee) -> Matter:
    """Begin a proposal from one's own note, once; the note leads to it ever after."""
    found = Note.objects.select_for_update(of=["self"]).select_related("group").get(pk=note.pk)
    if found.by_id != by.pk:
        raise PermissionDenied("a proposal is begun from one's own note")
    known = Onward.objects.filter(note=found).select_related("matter").first()
    if known:
        return known.matter
    title = found.text.strip().splitlines()[0][:TITLE]
    made = begin_proposal(
        Words(title, situation=found.text), Wishes(), by=by, committee=committee
    )  # fmt: skip
    Onward.objects.create(note=found, matter=made)
    seal(by, "begin-from-note", found.group, matter=made.pk)
    return made
