"""The addresses of duty records."""

from django.urls import path

from . import record

paths = [
    path("duty/", record.own, name="duty_record"),
    path("duty/<int:key>/", record.of_member, name="duty_of"),
    path("duty/objections/", record.objections, name="objections"),
    path("duty/objections/<int:key>/answer/", record.objection_answer, name="objection_answer"),
]
