"""Every write to projects: entering, sums, stages, introducers, twins; campaigns and services."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.activities.models import Project
from xieshang.audit.actions import fingerprint, seal
from xieshang.people.models import Committee, Person

from .models import Campaign, Introducer, Service, Stage, StageStep, Sums, Twin


def kept(project: Project, *, by) -> Project:
    """The project, locked; raises PermissionDenied for who keeps no records of its committee."""
    locked = Project.objects.select_for_update().get(pk=project.pk)
    if not by.keeps(locked.committee_id):
        raise PermissionDenied("a project is looked after by its office")
    return locked


@transaction.atomic
def enter_project(committee: Committee, name: str, day: date, *, by, **facts) -> Project:
    """Enter a project by hand; raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("a project is entered by its office")
    made = Project.objects.create(committee=committee, name=name, day=day, **facts)
    seal(by, "enter-project", made, name=name, day=day.isoformat())
    return made


@transaction.atomic
def set_sums(project: Project, contract: Decimal | None, paid_in: Decimal | None, *, by) -> Sums:
    """Keep what the contract says and what was paid in, in 万元; figures count the contract."""
    locked = kept(project, by=by)
    said = {"contract": contract, "paid_in": paid_in}
    made, _new = Sums.objects.update_or_create(project=locked, defaults=said)
    if contract is not None:
        locked.amount = contract
        locked.save(update_fields=["amount"])
    seal(by, "set-sums", locked, contract=str(contract), paid_in=str(paid_in))
    return made


@transaction.atomic
def come_to(project: Project, stage: str, day: date, note: str = "", *, by) -> StageStep:
    """Note that a project came to a stage; the register shows the latest."""
    locked = kept(project, by=by)
    made = StageStep.objects.create(project=locked, stage=stage, day=day, note=note, by=by)
    latest = locked.stage_steps.last()
    locked.stage = str(Stage(latest.stage).label)[:40]
    locked.save(update_fields=["stage"])
    seal(by, "come-to", locked, stage=stage, day=day.isoformat(), note=fingerprint(note))
    return made


@transaction.atomic
def introduced_by(project: Project, person: Person, way: str, *, by) -> Introducer:
    """Note who brought it in, and how; said again, the way is another."""
    locked = kept(project, by=by)
    made, _new = Introducer.objects.update_or_create(
        project=locked, person=person, defaults={"way": way}
    )
    seal(by, "introduced-by", locked, person=person.pk, way=way)
    return made


@transaction.atomic
def decide_twin(one: Project, other: Project, *, same: bool, by) -> Twin:
    """Say whether two records are one project; if so the younger goes, and what it rests on and
    who brought it in stay with the older."""
    first, second = sorted((one, other), key=lambda each: each.pk)
    older, younger = kept(first, by=by), kept(second, by=by)
    seal(by, "decide-twin", older, other=younger.pk, same=same)
    if not same:
        return Twin.objects.create(one=older, other=younger, same=False, by=by)
    older.evidence.add(*younger.evidence.all())
    there = set(older.introducers.values_list("person", flat=True))
    younger.introducers.exclude(person__in=there).update(project=older)
    for name in ("amount", "way", "place", "jobs", "jobs_for_poor"):
        if getattr(older, name) in (None, ""):
            setattr(older, name, getattr(younger, name))
    older.save()
    younger.delete()
    return Twin(one=older, other=younger, same=True, by=by)


@transaction.atomic
def open_campaign(committee: Committee, name: str, since: date, goal: str = "", *, by) -> Campaign:
    """Open a campaign; raises PermissionDenied."""
    if not by.may_keep(committee):
        raise PermissionDenied("a campaign is opened by its office")
    made = Campaign.objects.create(committee=committee, name=name, since=since, goal=goal)
    seal(by, "open-campaign", made, name=name)
    return made


@transaction.atomic
def note_service(
    campaign: Campaign, title: str, day: date, *, by, members: Collection[Person] = (), **facts
) -> Service:
    """Note a service or a visit; raises PermissionDenied."""
    if not by.keeps(campaign.committee_id):
        raise PermissionDenied("a service is noted by its office")
    made = Service.objects.create(campaign=campaign, title=title, day=day, **facts)
    made.members.set(members)
    seal(by, "note-service", campaign, title=fingerprint(title), day=day.isoformat())
    return made
