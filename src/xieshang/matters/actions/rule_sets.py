"""Writing the sets of rules that a place chooses from: grounds, classes, categories, numbers."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.audit.actions import fingerprint, seal
from xieshang.lifecycle.actions import Hindered
from xieshang.people.models import Committee

from ..models import AnswerClass, Category, Ground, Numbering

# A set by its name: the rows, and what of a row is never the same twice in it.
SETS: dict[str, tuple[Any, str]] = {
    "grounds": (Ground, "words"),
    "classes": (AnswerClass, "letter"),
    "reporting": (Category, "name"),
    "working": (Category, "name"),
    "public": (Category, "name"),
}
FACTS = {
    Ground: ("words", "place"),
    AnswerClass: ("letter", "words", "outcome"),
    Category: ("use", "name", "notice", "stop", "unit", "place"),
}


def rows_of(name: str):
    """All rows of a set, of all places and times."""
    model, _key = SETS[name]
    return model.objects.filter(use=name) if model is Category else model.objects.all()


def may_rule(committee: Committee, by) -> None:
    if not by.may_keep(committee):
        raise PermissionDenied("only its office rules a committee")


@transaction.atomic
def begin_own(committee: Committee, name: str, *, by) -> int:
    """Copy the rules in force to a place that follows those above, so that it can change them.

    Returns how many; 0 where it has its own. Raises PermissionDenied.
    """
    may_rule(committee, by)
    Committee.objects.select_for_update().get(pk=committee.pk)
    found = list(rows_of(name).of(committee))
    if any(row.committee_id == committee.pk for row in found):
        return 0
    made = [
        type(row)(committee=committee, **{fact: getattr(row, fact) for fact in FACTS[type(row)]})
        for row in found
    ]
    for row in made:
        row.save(force_insert=True)
    seal(by, "begin-own-rules", committee, set=name, rows=len(made))
    return len(made)


@transaction.atomic
def add_rule(committee: Committee, among: str, *, by, since: date | None = None, **facts):
    """Add one to a place's own set, from a day on; the place begins its own set with it.

    Raises PermissionDenied; Hindered where one of that name stands.
    """
    begin_own(committee, among, by=by)
    model, key = SETS[among]
    if model is Category:
        facts["use"] = among
    standing = rows_of(among).filter(committee=committee, until=None)
    if standing.filter(**{key: facts[key]}).exists():
        raise Hindered(_("“%(name)s” stands already.") % {"name": facts[key]})
    if "place" in FACTS[model]:
        facts["place"] = standing.count()
    made = model.objects.create(committee=committee, since=since, **facts)
    seal(by, "add-rule", made, set=among, words=fingerprint(str(made)), since=str(since or ""))
    return made


@transaction.atomic
def end_rule(rule, *, by, until: date | None = None) -> None:
    """Let a rule end on a day: it is offered no more, and what names it goes on naming it.

    Raises PermissionDenied; Hindered where it would end before it begins.
    """
    may_rule(rule.committee, by)
    day = until or timezone.localdate()
    locked = type(rule).objects.select_for_update().get(pk=rule.pk)
    if locked.since and locked.since >= day:
        raise Hindered(_("It would end before it begins."))
    locked.until = day
    locked.save(update_fields=["until"])
    seal(by, "end-rule", locked, words=fingerprint(str(locked)), until=str(day))


@transaction.atomic
def change_category(category: Category, *, by, notice: str, stop: str, unit, place: int) -> None:
    """Change what a category says to whoever raises a matter, and who usually answers.

    Its name stays, for matters are filed under it. Raises PermissionDenied.
    """
    may_rule(category.committee, by)
    category.notice, category.stop, category.unit = notice, stop, unit
    category.place = place
    category.save(update_fields=["notice", "stop", "unit", "place"])
    unit_key = unit.pk if unit else None
    seal(by, "change-category", category, notice=fingerprint(notice), stop=fingerprint(stop),
         unit=unit_key)  # fmt: skip


@transaction.atomic
def set_numbering(committee: Committee, *, life: str, anew: str, width: int, by) -> Numbering:
    """Number what is filed from now on by session or by year, in so many digits.

    What was filed keeps its number. Raises PermissionDenied.
    """
    may_rule(committee, by)
    rule, _made = Numbering.objects.update_or_create(
        committee=committee, life=life, defaults={"by": anew, "width": width}
    )
    seal(by, "set-numbering", rule, life=life, anew=anew, width=width)
    return rule
