"""Groups that read together: the list, one with its chapters and notes, joining and leaving."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from xieshang.study.actions import join, leave, name_chapters, open_group
from xieshang.study.forms import BeginForm, ChapterForm, NewGroup, NoteForm
from xieshang.study.models import Note, Onward, ReadingGroup

from ..door import desk
from ..pages import show

SHOWN = 50


def find(request: HttpRequest, key: int) -> ReadingGroup:
    rows = ReadingGroup.objects.visible_to(request.user).select_related("committee")
    return get_object_or_404(rows, pk=key)


@desk("GET")
def reading(request: HttpRequest) -> HttpResponse:
    """Those one reads in first, then those one may join."""
    seen = ReadingGroup.objects.visible_to(request.user).select_related("committee")
    own = seen.filter(readers__person=request.user)
    context = {"own": own[:SHOWN], "others": seen.exclude(pk__in=own.values("pk"))[:SHOWN]}
    return show(request, "desk/study/groups.html", context, here="study")


@desk("GET", "POST")
def new_group(request: HttpRequest) -> HttpResponse:
    form = NewGroup(request.user, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = open_group(**form.cleaned_data, by=request.user)
        return redirect("desk:reading_group", made.pk)
    status = 422 if form.is_bound else 200
    return show(request, "desk/study/new_group.html", {"form": form}, here="study", status=status)


@desk("GET")
def group(request: HttpRequest, key: int) -> HttpResponse:
    return show_group(request, find(request, key))


def show_group(request: HttpRequest, found: ReadingGroup, status: int = 200, **more):
    """A group; its notes only for those who read in it."""
    notes = Note.objects.visible_to(request.user).filter(group=found)
    shown = list(notes.select_related("by", "chapter")[:SHOWN])
    onward = Onward.objects.visible_to(request.user).filter(note__in=shown)
    ways = {way.note_id: way.matter for way in onward.select_related("matter")}
    begin = BeginForm(request.user)
    context = {
        "group": found,
        "chapters": found.chapters.all(),
        "readers": found.readers.count(),
        "reads": found.is_read_by(request.user),
        "notes": [(note, ways.get(note.pk)) for note in shown],
        "meetings": found.sittings.with_page()[:SHOWN],
        "keeps": request.user.may_keep(found.committee),
        "form": NoteForm(found),
        "chapter_form": ChapterForm(),
        "begin": begin,
        "may_begin": bool(begin.fields["committee"].choices),
        **more,
    }
    return show(request, "desk/study/group.html", context, here="study", status=status)


@desk("POST")
def chapters(request: HttpRequest, key: int) -> HttpResponse:
    """More chapters, by the group's office."""
    found, form = find(request, key), ChapterForm(request.POST)
    if not form.is_valid():
        return show_group(request, found, chapter_form=form, status=422)
    name_chapters(found, form.cleaned_data["titles"], by=request.user)
    return redirect("desk:reading_group", key)


@desk("POST")
def joining(request: HttpRequest, key: int) -> HttpResponse:
    """Read with it, or, for who does, no more."""
    found = find(request, key)
    (leave if found.is_read_by(request.user) else join)(found, by=request.user)
    return redirect("desk:reading")
