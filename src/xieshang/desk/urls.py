"""The addresses of the desk: nouns, each with the page or the record it names."""

from django.urls import path

from . import activities, board, committees, files, log, many, matters, registers, views

app_name = "desk"
urlpatterns = [
    path("", board.board, name="board"),
    path("activities/", activities.activities, name="activities"),
    path("activities/new/", activities.new_activity, name="new_activity"),
    path("activities/<int:key>/", activities.activity, name="activity"),
    path("matters/", matters.matters, name="matters"),
    path("matters/steps/", many.many_steps, name="many_steps"),
    path("matters/<int:key>/", matters.matter, name="matter"),
    path("matters/<int:key>/steps/", matters.steps, name="steps"),
    path("programmes/", registers.programmes, name="programmes"),
    path("programmes/<int:key>/", registers.programme, name="programme"),
    path("venues/", registers.venues, name="venues"),
    path("venues/<int:key>/", registers.venue, name="venue"),
    path("projects/", registers.projects, name="projects"),
    path("projects/<int:key>/", registers.project, name="project"),
    path("files/", files.files, name="files"),
    path("files/<int:key>/", files.file, name="file"),
    path("files/<int:key>/bytes/", files.file_bytes, name="file_bytes"),
    path("evidence/<int:key>/", files.evidence, name="evidence"),
    path("committees/", committees.committees, name="committees"),
    path("committees/<int:code>/", committees.committee, name="committee"),
    path("log/", log.log, name="log"),
    path("log/<int:key>/", log.entry, name="entry"),
    path("views/", views.views, name="views"),
    path("views/<int:key>/", views.forgotten_view, name="forgotten_view"),
]
