"""The addresses of brands on the desk."""

from django.urls import path

from . import coverage, listing, page, slots

paths = [
    path("programmes/", listing.programmes, name="programmes"),
    path("programmes/new/", slots.new_programme, name="new_programme"),
    path("programmes/beside/", page.beside, name="beside"),
    path("programmes/coverage/", coverage.coverage, name="brand_coverage"),
    path("programmes/<int:key>/", page.programme, name="programme"),
    path("programmes/<int:key>/slot/<slug:slot>/", slots.slot, name="slot"),
    path("programmes/<int:key>/holder/", coverage.holder, name="brand_holder"),
    path("proofs/<int:key>/end/", slots.proof_end, name="proof_end"),
]
