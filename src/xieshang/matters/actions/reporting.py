"""Writing opinion reports: as a member, for a body, for an office, or by invitation."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.people.models import Committee, Person

from ..models import NAMED, Byline, Contributor, Matter, Standing, standings_of
from .writing import Words, draft


@transaction.atomic
def begin_report(
    words: Words, *, by, committee: Committee, standing: str, author: str = "", body: str = ""
) -> Matter:
    """Begin an opinion report as one of the things this person may write as there.

    `body` is the party, organisation or special committee it is written for. Raises
    PermissionDenied where one may not write so.
    """
    if (committee, standing) not in standings_of(by):
        raise PermissionDenied(f"{by} does not write for {committee} as {standing}")
    bodies = dict.fromkeys(NAMED, body) | {Standing.OFFICE: committee.title}
    organisation = bodies.get(Standing(standing), "")
    matter = draft(
        "opinion-report", words, by=by, committee=committee, author=author,
        organisation=organisation,
    )  # fmt: skip
    Byline.objects.create(matter=matter, standing=standing)
    seal(by, "sign-as", matter, standing=standing, body=organisation)
    return matter


@transaction.atomic
def invite_contributor(person: Person, committee: Committee, *, by) -> Contributor:
    """Invite somebody to write reports for a committee; who is invited already stays so.

    Raises PermissionDenied for whoever does not keep its records.
    """
    if not by.may_keep(committee):
        raise PermissionDenied(f"{by} does not keep {committee}")
    invited, new = Contributor.objects.get_or_create(
        person=person, committee=committee, until=None,
        defaults={"since": timezone.localdate(), "by": by},
    )  # fmt: skip
    if new:
        seal(by, "invite", invited, person=person.pk, committee=committee.pk)
    return invited


@transaction.atomic
def end_invitation(invited: Contributor, *, by) -> None:
    """End an invitation today; what was written stays, and its author still follows it."""
    if not by.may_keep(invited.committee):
        raise PermissionDenied(f"{by} does not keep {invited.committee}")
    locked = Contributor.objects.select_for_update().get(pk=invited.pk)
    if locked.until is None:
        locked.until = timezone.localdate()
        locked.save(update_fields=["until"])
        seal(by, "end-invitation", locked, person=locked.person_id, committee=locked.committee_id)
