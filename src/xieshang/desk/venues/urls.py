"""The addresses of venues on the desk."""

from django.urls import path

from . import coverage, page, pictures, rooms, turns

ONE = "venues/<int:key>/"
paths = [
    path("venues/new/", page.new_venue, name="new_venue"),
    path("venues/coverage/", coverage.coverage, name="venue_coverage"),
    path(ONE, page.venue, name="venue"),
    path(f"{ONE}rule/", turns.rule, name="venue_rule"),
    path(f"{ONE}year/", turns.year, name="venue_year"),
    path(f"{ONE}review/", page.review, name="venue_review"),
    path(f"{ONE}township/", coverage.township, name="venue_township"),
    path(f"{ONE}pictures/", pictures.pictures, name="venue_pictures"),
    path("pictures/<int:key>/end/", pictures.picture_end, name="venue_picture_end"),
    path(f"{ONE}rooms/", rooms.rooms, name="rooms"),
    path("receptions/<int:key>/duty/", turns.duty, name="duty"),
    path("bookings/<int:key>/end/", rooms.booking_end, name="booking_end"),
]
