"""One part of the rules, and how a change of it is answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from xieshang.people.models import Committee


class Rules(Protocol):
    """What a part gathers for its page, and what it does with what is sent to it.

    `act` answers with a redirect once something is written; else with what the page shows besides,
    `wrong` where it was refused.
    """

    def gather(self, request: HttpRequest, committee: Committee, part: str) -> Mapping: ...

    def act(self, request: HttpRequest, committee: Committee, part: str) -> Any: ...


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    label: str
    template: str
    rules: Any  # a module that keeps to Rules


def done(request: HttpRequest, committee: Committee, part: str, words: str) -> HttpResponse:
    """Back to the part, which says what was done."""
    messages.success(request, words)
    return redirect("desk:rule", committee.pk, part)
