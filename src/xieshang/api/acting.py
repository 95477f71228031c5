"""Moves and deeds by program: one operation for each verb of each table, with the body its form
asks. The same finding, asking and acting as on the pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Union

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Header, Path, Router
from ninja.errors import HttpError

from xieshang.audit.once import BadKey, OtherBody, once
from xieshang.lifecycle.actions import Hindered, NoSuchMove, last_step, open_deed, open_move
from xieshang.lifecycle.table import Lifecycle
from xieshang.matters.actions import DOINGS, do, take
from xieshang.matters.forms import FORMS
from xieshang.matters.lifecycles import JOINT, LEAD, LIFECYCLES, REFERRAL
from xieshang.matters.models import Assignment, Matter, Referral

from . import answers
from .bodies import Body, Whole, as_filled_in, body_of

Key = Path(..., ge=1, le=2**63 - 1)
RESPONSES = {
    200: answers.Answer,
    400: answers.Fault,
    401: answers.Fault,
    403: answers.Fault,
    404: answers.Fault,
    409: answers.Late,
    422: answers.Wrong,
}


@dataclass(frozen=True, slots=True)
class Place:
    """One sort of subjects: where its operations stand, how one is found, how it is told."""

    name: str
    model: Any
    lives: Sequence[Lifecycle]
    tell: Callable[[Any, Any], answers.Json]

    def find(self, request: HttpRequest, key: int):
        return get_object_or_404(self.model.objects.visible_to(request.user), pk=key)


PLACES = (
    Place("matters", Matter, tuple(LIFECYCLES.values()), answers.of_matter_whole),
    Place("assignments", Assignment, (LEAD, JOINT), lambda each, by: answers.of_assignment(each)),
    Place("referrals", Referral, (REFERRAL,), lambda each, by: answers.of_referral(each)),
)


@dataclass(frozen=True, slots=True)
class Way:
    """Moves or deeds: what their operations are called, and how one is opened and done."""

    word: str
    open: Callable[..., Any]
    act: Callable[..., Any]


MOVES, DEEDS = Way("moves", open_move, take), Way("deeds", open_deed, do)


def verbs(place: Place) -> Iterator[tuple[Way, str, set[str]]]:
    """Each verb that anybody may be allowed, with the forms it asks in the tables that have it."""
    found: dict[tuple[Way, str], set[str]] = {}
    for life in place.lives:
        for move in life.moves:
            if move.role != "rule":
                found.setdefault((MOVES, move.verb), set()).add(move.asks)
        for deed in life.deeds:
            if deed.name in DOINGS:
                found.setdefault((DEEDS, deed.name), set()).add(deed.asks or deed.name)
    for (way, verb), asks in found.items():
        yield way, verb, asks


def router_of(place: Place) -> Router:
    """The operations of one sort of subjects."""
    router = Router(tags=[place.name])
    for way, verb, asks in verbs(place):
        router.add_api_operation(
            f"/{{key}}/{way.word}/{verb}",
            ["POST"],
            operation(place, way, verb, asks),
            response=RESPONSES,
            operation_id=f"{place.name}_{way.word}_{verb}".replace("-", "_"),
            url_name=f"{place.name}-{way.word}-{verb}",
            summary=f"{verb}: {', '.join(sorted({life.name for life in place.lives}))}",
        )
    return router


def operation(place: Place, way: Way, verb: str, asks: set[str]) -> Callable:
    """The function of one operation; its body is what one of the forms asks."""
    more = {"after": (Whole | None, None)} if way is MOVES else {}
    name = f"{place.name}-{way.word}-{verb}".title().replace("-", "")
    bodies = [
        body_of(FORMS[each], f"{name}{number or ''}", **more)
        for number, each in enumerate(sorted(asks))
    ]
    body: Any = Union[tuple(bodies)]  # noqa: UP007 made of a list

    def operate(
        request: HttpRequest,
        response: HttpResponse,
        said: body,  # type: ignore[valid-type]
        key: int = Key,
        once_key: str = Header("", alias="Idempotency-Key"),
    ):
        def answer() -> Any:
            return act(request, place, way, verb, key, said)

        if not once_key:
            return answer()
        route = f"{place.name}:{key}:{verb}"
        told, old = done_once(request, route, once_key, said, answer)
        response["Idempotent-Replayed"] = "true" if old else "false"
        return told

    return operate


def done_once(request, route: str, key: str, said: Body, answer: Callable):
    """The answer under a key, and whether it was given before."""
    try:
        return once(str(request.user.pk), route, key, said.model_dump(mode="json"), answer)
    except BadKey as fault:
        raise HttpError(400, _("A key has 8 to 64 visible ASCII characters.")) from fault
    except OtherBody as fault:
        raise HttpError(422, _("Something else was sent under this key before.")) from fault


def act(request, place: Place, way: Way, verb: str, key: int, said: Body) -> answers.Json:
    """Do it; raises HttpError for what cannot be done, Refused for what is not whole."""
    subject = place.find(request, key)
    try:
        asked = way.open(request.user, subject, verb)
        form_class = FORMS[asked.asks or (verb if way is DEEDS else "")]
        filled = as_filled_in(form_class, said)
        form = form_class(filled, subject=subject, person=request.user)
        if not form.is_valid():
            raise Refused(form.errors.get_json_data())
        after = getattr(said, "after", None)
        extra = {"after": after} if after else {}
        way.act(subject, verb, by=request.user, **form.cleaned_data, **extra)
    except NoSuchMove as fault:
        raise TooLate(subject, _("This is not possible where it stands now.")) from fault
    except Hindered as reason:
        raise TooLate(subject, str(reason)) from reason
    return {"subject": place.tell(place.find(request, key), request.user)}


class Refused(ValueError):
    """What was sent does not pass its form."""

    def __init__(self, errors: dict) -> None:
        self.errors = {name: [each["message"] for each in some] for name, some in errors.items()}
        super().__init__(", ".join(self.errors))


class TooLate(ValueError):
    """Somebody else was first, or something must happen before."""

    def __init__(self, subject, words: str) -> None:
        step = last_step(subject)
        self.told = {"detail": words} | (
            {"verb": step.verb, "by": str(step.by), "at": step.at.isoformat()} if step else {}
        )
        super().__init__(words)
