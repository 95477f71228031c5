"""The addresses of projects and campaigns on the desk."""

from django.urls import path

from . import campaigns, page, twins

paths = [
    path("projects/new/", page.new_project, name="new_project"),
    path("projects/twins/", twins.twin_projects, name="twin_projects"),
    path("projects/twins/decision/", twins.twin_decision, name="twin_decision"),
    path("projects/<int:key>/", page.project, name="project"),
    path("campaigns/", campaigns.campaigns, name="campaigns"),
    path("campaigns/<int:key>/", campaigns.campaign, name="campaign"),
]
