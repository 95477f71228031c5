"""Walking a sample along its path: every step by the form and the action that a page uses."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from xieshang.lifecycle.table import Move, Role
from xieshang.matters.actions import (
    Words,
    answer_merger,
    attach,
    compose,
    do,
    save_text,
    take,
)
from xieshang.matters.forms import FORMS
from xieshang.matters.models import Matter
from xieshang.people.actions import resident

from .answers import filled, next_issue
from .picture import drawn
from .stage import Stage, Step, set_scene

# Stretches of a path that many samples share.
STRETCHES: Mapping[str, tuple[str, ...]] = {
    "cosigned": ("invite", "sign", "sign"),
    "checked": ("check", "check", "check"),
    "filed": ("submit", "checked", "file"),
    "handled": ("filed", "assign", "receive"),
    "edited": ("submit", "edit", "edit-text", "hand-up"),
    "issued": ("edited", "adopt"),
    "signed": ("pass", "sign-off"),
}


def walk(stage: Stage, sample: Mapping, matter: Matter, path: Sequence) -> None:
    """Take every step of a path; raises ValueError for answers that a form would not take."""
    for written in unfolded(path):
        step = Step.read(written)
        fresh = Matter.objects.select_related("committee", "raised_by").get(pk=matter.pk)
        OWN.get(step.verb, take_step)(stage, sample, step, fresh)


def unfolded(path: Sequence) -> Iterator[str | Mapping]:
    """A path without stretches."""
    for each in path:
        if isinstance(each, str) and each in STRETCHES:
            yield from unfolded(STRETCHES[each])
        else:
            yield each


def take_step(stage: Stage, sample: Mapping, step: Step, matter: Matter) -> None:
    """A move or a deed of a table."""
    scene = set_scene(stage, sample, step, matter)
    by = scene.actor
    form = FORMS[scene.asks](filled(scene), subject=scene.subject, person=by)
    if not form.is_valid():
        raise ValueError(f"{step.verb!r} of {matter}: {form.errors.as_json()}")
    # Who has no account proves by a receipt that it is theirs.
    proof = {"role": Role.AUTHOR} if by == resident() else {}
    act = take if isinstance(scene.asked, Move) else do
    act(scene.subject, step.verb, by=by, **proof, **form.cleaned_data)


def edit_text(stage: Stage, sample: Mapping, _step: Step, matter: Matter) -> None:
    """The editor leaves the analysis out."""
    words = Words(matter.title, sample["situation"], "", sample["advice"])
    save_text(matter, "edited", words, started_from=0, by=stage.office(matter.committee))


def prove(stage: Stage, _sample: Mapping, _step: Step, matter: Matter) -> None:
    """The office puts a picture beside it that shows it solved."""
    office = stage.office(matter.committee)
    attach(matter, [drawn("day")], "现场照片（示例）.jpg", by=office, use="proof")


def say_of_merger(stage: Stage, _sample: Mapping, step: Step, matter: Matter) -> None:
    """One of the two authors agrees: the one the step names, else the next."""
    merger = matter.mergers.open().get()
    asked = [each.person for each in merger.consents.filter(agreed=None)]
    answer_merger(merger, agreed=True, by=stage.people[step.by] if step.by else asked[0])


def issue(stage: Stage, _sample: Mapping, step: Step, matter: Matter) -> None:
    """Sign and issue this report together with others that wait for it."""
    reports = [matter, *(stage.played[key] for key in step.said["with"])]
    facts = next_issue(matter.committee) | {"heading": step.said["heading"]}
    compose(reports, by=stage.office(matter.committee), **facts)


# What has a page of its own, and is no move or deed that a form answers.
OWN: Mapping[str, Callable[[Stage, Mapping, Step, Matter], None]] = {
    "edit-text": edit_text,
    "prove": prove,
    "answer-merger": say_of_merger,
    "compose": issue,
}
