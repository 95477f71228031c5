"""Watching a task that a worker does: how far it is, and where its result is when it is done."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus, default_task_backend
from django_tasks.exceptions import TaskResultDoesNotExist

from .door import desk
from .pages import show
from .progress import progress_of

LONG = 60  # seconds after which a task that nobody began needs somebody's eye


def result_of(person, key: str | UUID):
    """A task's result, if this person asked for it; else None."""
    try:
        result = default_task_backend.get_result(str(key))
    except (TaskResultDoesNotExist, ValidationError, ValueError):
        return None
    return result if result.kwargs.get("person") == person.pk else None


@desk("GET")
def running(request: HttpRequest, key: UUID) -> HttpResponse:
    """How far a task is; when it is done, on to what came of it."""
    result = result_of(request.user, key)
    if result is None:
        raise Http404(str(key))
    if result.status == TaskResultStatus.SUCCESSFUL and "file" in result.kwargs:
        return move_on(request, f"{reverse('desk:look', args=[result.kwargs['file']])}?look={key}")
    done, whole, what = progress_of(str(key))
    began = result.started_at or result.enqueued_at
    waiting = result.status == TaskResultStatus.READY
    context = {
        "state": result.status,
        "waiting": waiting,
        "stuck": waiting and (timezone.now() - result.enqueued_at).total_seconds() > LONG,
        "failed": result.status == TaskResultStatus.FAILED,
        "finished": result.is_finished,
        "doing": doing(waiting, what),
        "done": done,
        "whole": whole,
        "since": began,
        "href": request.path,
        "outcomes": outcomes(result) if result.is_finished else None,
        "step": 3,
    }
    fragment = "" if result.is_finished else "progress"
    if result.is_finished and request.htmx:
        return move_on(request, request.path)
    return show(request, "desk/running.html", context, here="ledgers", fragment=fragment)


def doing(waiting: bool, what: str) -> str:
    if waiting:
        return _("Waiting for a worker")
    return _("Reading the rows of %(sheet)s") % {"sheet": what} if what else _("Opening the file")


def move_on(request: HttpRequest, address: str) -> HttpResponse:
    """Send the whole page on, also where only a fragment was asked for."""
    if request.htmx:
        return HttpResponse(status=204, headers={"HX-Redirect": address})
    return redirect(address)


def outcomes(result) -> list[dict]:
    """What became of each file, with the reason in words where nothing did."""
    if result.status != TaskResultStatus.SUCCESSFUL:
        return []
    return [
        each | {"said": _(each["refused"]["message"]) % each["refused"]["values"]}
        if "refused" in each
        else each
        for each in result.return_value
    ]
