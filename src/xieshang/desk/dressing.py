"""How the forms of moves and deeds are dressed, where a plain list of fields is not enough."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from .opinion.dresses import adoption, going_up, page_of_text
from .proposals.picking import candidates, members, wished_unit
from .proposals.preview import preview
from .replying import suggestions


def nothing_more(_request, _subject, _form) -> dict[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Dress:
    """The template of a form's fields, and what it shows besides: `gather(request, subject, form)`.

    The template finds the form as `form` and what was gathered as `dress`.
    """

    template: str
    gather: Callable[..., Mapping[str, object]] = nothing_more


PLAIN = Dress("desk/fields.html")

# By the name of the form, as in `FORMS`.
DRESSES: Mapping[str, Dress] = {
    "reply": Dress("desk/assignment/reply_fields.html", suggestions),
    "invitation": Dress("desk/proposals/invitation.html", members),
    "filing": Dress("desk/proposals/unit_fields.html", wished_unit),
    "assignment": Dress("desk/proposals/unit_fields.html", wished_unit),
    "propose-merger": Dress("desk/proposals/merge_fields.html", candidates),
    "publish": Dress("desk/proposals/publish_fields.html", preview),
    "declaration": Dress("desk/opinion/declare_fields.html"),
    "adoption": Dress("desk/opinion/adoption_fields.html", adoption),
    "send-up": Dress("desk/opinion/up_fields.html", going_up),
    "send-further": Dress("desk/opinion/up_fields.html", going_up),
}


def page(name: str, key: Callable[[Any], int] = lambda subject: subject.pk):
    """The address of another page that takes the key of the subject."""
    return lambda subject: reverse(name, args=[key(subject)])


def anchor(name: str):
    """A place further down on the same page."""
    return lambda _subject: f"#{name}"


# Deeds whose form is not opened in place, by their names: where it is instead.
ELSEWHERE: Mapping[str, Callable[[Any], str]] = {
    "write": page_of_text,
    "edit-text": page("desk:opinion_edit"),
    "attach": anchor("attachments"),
    "check": anchor("review"),
    "consent": anchor("public"),
    "publish": anchor("public"),
    "unpublish": anchor("public"),
}
