"""The addresses of the forum: raise, follow, and what others have raised."""

from django.urls import path
from django.views.decorators.http import require_safe

from xieshang.site.keeping import kept

from . import links, own, own_deeds, raising, voice, voices
from .deliberations.urls import paths as deliberations

app_name = "forum"
OWN = "follow/M<int:key>/"
urlpatterns = [
    *deliberations,
    path("raise/", raising.where, name="raise"),
    path("raise/say/", raising.say, name="say"),
    path("raise/send/", raising.send, name="send"),
    path("raise/receipt/", raising.receipt, name="receipt"),
    path("follow/", own.follow, name="follow"),
    path("follow/question/<str:token>/", links.question, name="question"),
    path("follow/reached/<str:token>/", links.reached, name="reached"),
    path(OWN, own.own, name="own"),
    path(f"{OWN}steps/", own_deeds.own_steps, name="own_steps"),
    path(f"{OWN}remarks/", own_deeds.own_remarks, name="own_remarks"),
    path(f"{OWN}answer/", own_deeds.own_answer, name="own_answer"),
    path(f"{OWN}contact/", own_deeds.own_contact, name="own_contact"),
    path(f"{OWN}erasure/", own_deeds.own_erasure, name="own_erasure"),
    path(f"{OWN}leaving/", own_deeds.own_leaving, name="own_leaving"),
    path(f"{OWN}photos/<int:photo>/<slug:size>/", own.own_photo, name="own_photo"),
    path("voices/", require_safe(kept(voices.voices)), name="voices"),
    path("voices/feed/", require_safe(voices.feed), name="feed"),
    path("voices/following/<str:token>/", links.following, name="following"),
    path("voices/M<int:key>/", require_safe(kept(voice.voice)), name="voice"),
    path("voices/M<int:key>/following/", voice.follow_it, name="follow_it"),
    path("voices/M<int:key>/photos/<int:photo>/<slug:size>/", voice.photo, name="photo"),
]
