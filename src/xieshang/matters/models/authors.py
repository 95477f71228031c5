"""As what somebody writes an opinion report, and who was invited to write without a seat."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee, Seat

from .matter import Matter


class Standing(models.TextChoices):
    """As what its author wrote a report."""

    MEMBER = "member", _("Member")
    ORGANISATION = "organisation", _("Party or organisation")
    SPECIAL = "special", _("Special committee")
    OFFICE = "office", _("Office of a committee")
    INVITED = "invited", _("Invited contributor")


NAMED = (Standing.ORGANISATION, Standing.SPECIAL)  # the body is named by whoever writes for it
SEATED = (Standing.MEMBER, *NAMED)
KEEPING = (Seat.Post.CLERK, Seat.Post.OFFICER)


class Byline(models.Model):
    """As what a report was written; the body it was written for is the matter's `organisation`."""

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="byline")
    standing = models.CharField(max_length=15, choices=Standing)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="standing_is_known", condition=Q(standing__in=Standing.values)
            ),
        ]


class ContributorQuerySet(models.QuerySet):
    def current(self, day=None):
        day = day or timezone.localdate()
        return self.filter(since__lte=day).filter(Q(until=None) | Q(until__gt=day))

    def visible_to(self, person):
        """One's own invitations, and those of the committees whose records one keeps."""
        kept = Committee.objects.kept_by(person)
        return self.filter(Q(person=person) | Q(committee__in=kept))


class Contributor(models.Model):
    """That a committee invited somebody without a seat to write opinion reports (特邀信息员).

    It opens the page for writing, and nothing else: they see what they wrote themselves.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="contributions"
    )
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="contributors")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ContributorQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "pk"]
        constraints = [
            models.UniqueConstraint(
                "person", "committee", condition=Q(until=None), name="an_invitation_stands_once"
            ),
            models.CheckConstraint(
                name="an_invitation_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gte=F("since")),
            ),
        ]


def standings_of(person) -> list[tuple[Committee, str]]:
    """Each way in which somebody may write a report today: with which committee, and as what.

    Offices enter what members and bodies hand in on paper, and write reports of their own. What
    they write goes up to the next tier as everything does.
    """
    seats = list(person.seats.current().select_related("committee").order_by("pk"))
    ways = [(seat.committee, str(each)) for seat in seats for each in SEATED]
    ways += [(seat.committee, str(Standing.OFFICE)) for seat in seats if seat.post in KEEPING]
    invited = Contributor.objects.current().filter(person=person).select_related("committee")
    ways += [(each.committee, str(Standing.INVITED)) for each in invited]
    return list(dict.fromkeys(ways))
