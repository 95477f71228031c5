"""Whom a deliberation invites: its office says who, while it can still be weighed."""

from collections.abc import Collection

from django.db import transaction

from xieshang.audit.actions import seal
from xieshang.lifecycle.actions import hold_for
from xieshang.people.models import Person

from ..models import Deliberation, Invitation
from ..telling import tell_invited


@transaction.atomic
def invite(deliberation: Deliberation, people: Collection[Person], *, by) -> int:
    """Invite just these people; returns how many of them are new, who are told when it
    is open.

    Whoever is not invited any more votes no more; what they said stays. Raises as `hold_for` does.
    """
    locked = hold_for(deliberation, "invite", by=by)
    there = set(locked.invitations.values_list("person", flat=True))
    wanted = {person.pk for person in people}
    locked.invitations.exclude(person__in=wanted).delete()
    new = [person for person in people if person.pk not in there]
    Invitation.objects.bulk_create(Invitation(deliberation=locked, person=each) for each in new)
    seal(by, "invite", locked, people=sorted(wanted))
    tell_invited(locked, by=by)
    return len(new)
