"""Episodes on the air: who sits in them, and what of the public's questions they take up."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from xieshang.audit.actions import seal
from xieshang.matters.models import Matter

from ..models import Guest, Question, Sitting
from .sittings import kept


@transaction.atomic
def invite_guest(sitting: Sitting, part: str, office: str = "", person=None, *, by) -> Guest:
    """Name a guest: an office, or somebody with an account."""
    found = kept(sitting, by=by)
    made = Guest.objects.create(sitting=found, part=part, office=office, person=person)
    seal(by, "invite-guest", found, part=part, office=office, person=person and person.pk)
    return made


@transaction.atomic
def answer_in(sitting: Sitting, matter: Matter, *, by) -> Question:
    """Take a matter up in an episode, once; raises PermissionDenied for one not seen."""
    found = kept(sitting, by=by)
    if not Matter.objects.visible_to(by).filter(pk=matter.pk).exists():
        raise PermissionDenied("a question that is not seen is not taken up")
    made, new = Question.objects.get_or_create(sitting=found, matter=matter)
    if new:
        seal(by, "answer-in", found, matter=matter.pk)
    return made
