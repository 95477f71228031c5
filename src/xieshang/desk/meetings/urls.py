"""The addresses of meetings on the desk."""

from django.urls import path

from . import calendar, feeds, listing, materials, minutes, page, people, planning

ONE = "meetings/<int:key>/"
paths = [
    path("meetings/", listing.meetings, name="meetings"),
    path("meetings/month/", calendar.month, name="month"),
    path("meetings/feeds/", feeds.feeds, name="feeds"),
    path("meetings/feeds/<int:key>/end/", feeds.feed_end, name="feed_end"),
    path("meetings/new/", planning.new_meeting, name="new_meeting"),
    path(ONE, page.meeting, name="meeting"),
    path(f"{ONE}steps/", page.meeting_steps, name="meeting_steps"),
    path(f"{ONE}people/", people.people, name="meeting_people"),
    path(f"{ONE}answer/", people.own_answer, name="meeting_answer"),
    path(f"{ONE}present/", people.present, name="present"),
    path(f"{ONE}code/", people.code, name="meeting_code"),
    path(f"{ONE}here/", people.here, name="here"),
    path(f"{ONE}material/", materials.materials, name="materials"),
    path("material/<int:key>/", materials.material, name="material"),
    path("material/<int:key>/end/", materials.material_end, name="material_end"),
    path(f"{ONE}minutes/", minutes.minutes, name="minutes"),
    path(f"{ONE}minutes/confirmation/", minutes.confirmation, name="confirmation"),
    path(f"{ONE}minutes/document/", minutes.document, name="minutes_document"),
    path("items/<int:key>/", minutes.item, name="item"),
    path("items/<int:key>/points/", minutes.points, name="points"),
    path("items/<int:key>/corrections/", minutes.corrections, name="corrections"),
    path("corrections/<int:key>/answer/", minutes.settled, name="settled"),
]
