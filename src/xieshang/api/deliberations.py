"""Deliberations by program: reading them with what was said, and taking part as one's person."""

from typing import Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from ninja.errors import HttpError
from pydantic import Field

from xieshang.deliberation import actions
from xieshang.deliberation.models import Deliberation
from xieshang.deliberation.models.statement import LONGEST
from xieshang.deliberation.results import Line, Result
from xieshang.site.listing import page_of

from . import answers
from .acting import RESPONSES, Key
from .bodies import Body

router = Router(tags=["deliberations"])
LARGEST = 2**63 - 1


class Asked(Schema):
    """Which page of the list."""

    after: int | None = Field(None, ge=1, le=LARGEST)
    size: int = Field(50, ge=1, le=100)


class Vote(Body):
    """What is said of a statement: 1 agree, -1 disagree, 0 pass; null takes it back."""

    statement: int = Field(ge=1, le=LARGEST)
    value: Literal[1, 0, -1] | None
    important: bool = False


class Stating(Body):
    """One idea in one sentence."""

    text: str = Field(min_length=4, max_length=LONGEST, pattern=r"^[^\x00-\x1f]*$")


@router.get("", response={200: answers.Page, 401: answers.Fault}, url_name="deliberations")
def deliberations(request: HttpRequest, asked: Query[Asked]):
    """Deliberations that anybody may read, the one that ends last first."""
    rows = Deliberation.objects.public().with_page()
    query = {"after": str(asked.after)} if asked.after else {}
    page = page_of(rows, query, "-closes_at", asked.size)
    return {"rows": [told(each) for each in page.rows], "after": page.after}


@router.get("/{key}", response={200: answers.Answer, 401: answers.Fault, 404: answers.Fault},
            url_name="deliberation")  # fmt: skip
def deliberation(request: HttpRequest, key: int = Key):
    """One with its statements and what all say of each; of no person."""
    found = find(key)
    kept = getattr(found, "kept_map", None)
    shown = list(found.statements.shown())
    lines = Result(kept, shown).lines if kept else {}
    more = {
        "about": found.about,
        "digest": kept.digest if kept else None,
        "statements": [said_of(each, lines.get(str(each.pk))) for each in shown],
    }
    return {"subject": told(found) | more}


@router.post("/{key}/votes", response=RESPONSES, url_name="deliberation-votes")
def votes(request: HttpRequest, said: Vote, key: int = Key):
    """Say something of a statement as one's own person, in the place of what was said before."""
    found = find(key)
    try:
        voice = actions.joined(found, person=request.user)
        if said.value is None:
            actions.withdraw_vote(voice, said.statement)
        else:
            actions.vote(voice, said.statement, said.value, important=said.important)
    except actions.NotAdmitted as fault:
        raise HttpError(403, _("This deliberation is for others")) from fault
    except actions.TooLate as fault:
        raise HttpError(409, _("That does not count now.")) from fault
    return {"subject": told(found)}


@router.post("/{key}/statements", response=RESPONSES, url_name="deliberation-statements")
def statements(request: HttpRequest, said: Stating, key: int = Key):
    """Put a statement; it is shown once somebody has looked at it, or at once."""
    found = find(key)
    try:
        stated = actions.state(actions.joined(found, person=request.user), said.text)
    except actions.NotAdmitted as fault:
        raise HttpError(403, _("This deliberation is for others")) from fault
    except actions.TooLate as fault:
        raise HttpError(409, _("Statements are no longer taken here.")) from fault
    except actions.TooMany as fault:
        raise HttpError(409, _("You have added as many as one can.")) from fault
    return {"subject": {"number": stated.number, "state": stated.status, "text": stated.text}}


def find(key: int) -> Deliberation:
    """One that was opened; 404 else."""
    return get_object_or_404(Deliberation.objects.public().with_page(), pk=key)


def told(found: Deliberation) -> answers.Json:
    """What a list says of each."""
    kept = getattr(found, "kept_map", None)
    return {
        "key": found.pk,
        "number": found.short,
        "title": found.title,
        "question": found.question,
        "state": found.status,
        "held_by": [owner.committee_id for owner in found.owners.all()],
        "closes_at": found.closes_at.isoformat(),
        "participants": kept.participants if kept else 0,
        "votes": kept.votes if kept else 0,
    }


def said_of(statement, line: Line | None) -> answers.Json:
    """A statement with how many agree, disagree and pass, by the last map."""
    share = line.all if line else None
    counts = {
        "agree": share.agree if share else 0,
        "disagree": share.disagree if share else 0,
        "seen": share.seen if share else 0,
    }
    return {"key": statement.pk, "number": statement.number, "text": statement.text, **counts}
