"""The addresses of study and reading on the desk."""

from django.urls import path

from . import circles, entering, listing, notes, page

ONE, GROUP = "study/<int:key>/", "reading/<int:key>/"
paths = [
    path("study/", listing.sittings, name="study"),
    path("study/new/", entering.sorts, name="new_sitting"),
    path("study/new/<slug:sort>/", entering.new_sitting, name="new_sitting_of"),
    path(ONE, page.sitting, name="sitting"),
    path(f"{ONE}follow-up/", page.follow, name="sitting_follow_up"),
    path(f"{ONE}guests/", page.guest, name="sitting_guest"),
    path(f"{ONE}questions/", page.question, name="sitting_question"),
    path(f"{ONE}back/", page.back, name="sitting_back"),
    path("reading/", circles.reading, name="reading"),
    path("reading/new/", circles.new_group, name="new_group"),
    path(GROUP, circles.group, name="reading_group"),
    path(f"{GROUP}chapters/", circles.chapters, name="group_chapters"),
    path(f"{GROUP}joining/", circles.joining, name="group_joining"),
    path(f"{GROUP}notes/", notes.note, name="group_notes"),
    path("notes/<int:key>/proposal/", notes.begin, name="note_proposal"),
]
