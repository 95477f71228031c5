"""Reading matters by program, and writing drafts and their texts."""

from typing import Literal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate as today
from django.utils.translation import gettext as _
from ninja import Header, Query, Router, Schema
from ninja.errors import HttpError
from pydantic import Field

from xieshang.lifecycle.actions import Hindered, NoSuchMove
from xieshang.matters.actions import TextMoved, Words, draft, open_matter, save_text
from xieshang.matters.lifecycles import LIVES
from xieshang.matters.models import KINDS, Assignment, Matter
from xieshang.people.models import Committee, span_of
from xieshang.site.listing import page_of

from . import answers
from .acting import RESPONSES, Key, TooLate, done_once
from .bodies import Body

router = Router(tags=["matters"])
WRITTEN = tuple(kind for kind, life in LIVES.items() if life.first == "draft")
STATES = sorted({state.name for life in LIVES.values() for state in life.states})
Kind = Literal[tuple(KINDS)]  # type: ignore[valid-type]
State = Literal[tuple(STATES)]  # type: ignore[valid-type]


class Asked(Schema):
    """What a list is narrowed by."""

    kind: Kind | None = None  # type: ignore[valid-type]
    state: State | None = None  # type: ignore[valid-type]
    committee: int | None = Field(None, ge=100_000, le=999_999)
    own: bool = False
    late: bool = False
    mine: bool = False
    after: int | None = Field(None, ge=1, le=2**63 - 1)
    size: int = Field(50, ge=1, le=100)


@router.get("", response={200: answers.Page, 401: answers.Fault}, url_name="matters")
def matters(request: HttpRequest, asked: Query[Asked]):
    """Matters this person may see, the newest first."""
    rows = Matter.objects.visible_to(request.user).with_page().with_next()
    narrow = {"kind": asked.kind, "status": asked.state}
    rows = rows.filter(**{name: value for name, value in narrow.items() if value})
    if asked.committee:
        span = (asked.committee, asked.committee) if asked.own else span_of(asked.committee)
        rows = rows.filter(committee__code__range=span)
    rows = rows.overdue() if asked.late else rows
    rows = rows.filter(raised_by=request.user) if asked.mine else rows
    query = {"after": str(asked.after)} if asked.after else {}
    page = page_of(rows, query, "-raised_on", asked.size)
    return {"rows": [answers.of_matter(each) for each in page.rows], "after": page.after}


@router.get("/{key}", response={200: answers.Answer, 401: answers.Fault, 404: answers.Fault},
            url_name="matter")  # fmt: skip
def matter(request: HttpRequest, key: int = Key):
    """One matter, whole."""
    found = get_object_or_404(Matter.objects.visible_to(request.user), pk=key)
    return {"subject": answers.of_matter_whole(found, request.user)}


class Text(Body):
    """A text; `started_from` is the number of the one it was begun from, 0 where there is none."""

    title: str = Field(min_length=1, max_length=200)
    situation: str = Field("", max_length=3000)
    analysis: str = Field("", max_length=3000)
    advice: str = Field("", max_length=3000)

    def words(self) -> Words:
        return Words(self.title, self.situation, self.analysis, self.advice)


class Draft(Text):
    """A new matter. Proposals and opinion reports begin as drafts that nobody else sees."""

    kind: Kind  # type: ignore[valid-type]
    committee: int = Field(ge=100_000, le=999_999)


@router.post("", response=RESPONSES, url_name="new-matter")
def new_matter(
    request: HttpRequest,
    response: HttpResponse,
    said: Draft,
    once_key: str = Header("", alias="Idempotency-Key"),
):
    """Raise a matter with a committee one sits on or keeps."""
    if not once_key:
        return raised(request, said)
    told, old = done_once(request, "matters", once_key, said, lambda: raised(request, said))
    response["Idempotent-Replayed"] = "true" if old else "false"
    return told


def raised(request: HttpRequest, said: Draft) -> answers.Json:
    person = request.user
    seen = Committee.objects.visible_to(person)
    own = seen.filter(pk__in=person.seats.current().values("committee"))
    committee = (own | seen.kept_by(person)).filter(pk=said.committee).first()
    if committee is None:
        raise HttpError(403, _("You have no seat on this committee."))
    if said.kind in WRITTEN:
        made = draft(said.kind, said.words(), by=person, committee=committee)
    else:
        facts = {"committee": committee, "title": said.title}
        made = open_matter(said.kind, by=person, day=today(), **facts)
    return {"subject": answers.of_matter_whole(made, person)}


class Saved(Text):
    """The next saving of a text."""

    edition: Literal["original", "edited"] = "original"
    started_from: int = Field(ge=0, le=30_000)


@router.put("/{key}/text", response=RESPONSES, url_name="matter-text")
def text(request: HttpRequest, said: Saved, key: int = Key):
    """Save a text; 409 where somebody saved another since."""
    found = get_object_or_404(Matter.objects.visible_to(request.user), pk=key)
    try:
        save_text(
            found, said.edition, said.words(), started_from=said.started_from, by=request.user
        )
    except TextMoved as moved:
        words = _("Text %(number)s was saved in the meantime.") % {"number": moved.theirs.number}
        raise TooLate(found, words) from moved
    except (NoSuchMove, Hindered) as fault:
        raise TooLate(found, _("This is not possible where it stands now.")) from fault
    return {"subject": answers.of_matter_whole(found, request.user)}


assignments = Router(tags=["assignments"])


@assignments.get("", response={200: answers.Page, 401: answers.Fault}, url_name="assignments")
def list_assignments(request: HttpRequest, late: bool = False, size: int = Query(50, ge=1, le=100)):
    """Assignments this person may see, those due first at the top."""
    rows = Assignment.objects.visible_to(request.user).with_page().open()
    rows = (rows.overdue() if late else rows).order_by("due_on", "pk")[:size]
    return {"rows": [answers.of_assignment(each) for each in rows], "after": None}
