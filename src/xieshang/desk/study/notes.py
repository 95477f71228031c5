"""Writing for a group, and beginning a proposal from one's own note."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from xieshang.study.actions import begin_from, write_note
from xieshang.study.forms import BeginForm, NoteForm
from xieshang.study.models import Note

from ..door import desk
from .circles import find, show_group


@desk("POST")
def note(request: HttpRequest, key: int) -> HttpResponse:
    found = find(request, key)
    form = NoteForm(found, request.POST)
    if not form.is_valid():
        return show_group(request, found, form=form, status=422)
    write_note(found, **form.cleaned_data, by=request.user)
    return redirect("desk:reading_group", key)


@desk("POST")
def begin(request: HttpRequest, key: int) -> HttpResponse:
    """The draft holds the note's words; its author writes on from there."""
    rows = Note.objects.visible_to(request.user).select_related("group__committee")
    found, form = get_object_or_404(rows, pk=key), BeginForm(request.user, request.POST)
    if not form.is_valid():
        return show_group(request, found.group, begin=form, status=422)
    made = begin_from(found, **form.cleaned_data, by=request.user)
    return redirect("desk:matter", made.pk)
