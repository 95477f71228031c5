"""The addresses of year plans on the desk."""

from django.urls import path

from . import listing, page

ONE = "plans/<int:key>/"
paths = [
    path("plans/", listing.plans, name="year_plans"),
    path("plans/new/", page.new_plan, name="new_year_plan"),
    path(ONE, page.year_plan, name="year_plan"),
    path(f"{ONE}steps/", page.steps, name="year_plan_steps"),
    path(f"{ONE}topics/", page.topics, name="topics"),
    path("topics/<int:key>/", page.topic, name="topic"),
]
