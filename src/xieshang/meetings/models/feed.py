"""Addresses at which a calendar program reads somebody's meetings, or those of a committee."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from xieshang.people.models import Committee

from .meeting import Meeting


def key_of(token: str) -> str:
    """What is kept of an address: it finds the feed, and gives nobody the address."""
    return salted_hmac("meetings.feed", token, algorithm="sha256").hexdigest()


class FeedQuerySet(models.QuerySet):
    def public(self):
        """Those that are open: whoever has the address reads them."""
        return self.filter(ended_at=None)

    def visible_to(self, person):
        """One's own."""
        return self.filter(person=person, ended_at=None)


class Feed(models.Model):
    """One address: of what its owner is asked to, or of a committee as far as the owner sees it.

    Only a digest of the address is kept; it can be ended at any time.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="feeds")
    committee = models.ForeignKey(
        Committee, models.CASCADE, null=True, blank=True, related_name="+"
    )
    key = models.CharField(max_length=64, unique=True)
    since = models.DateField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    objects = FeedQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "person", "committee", condition=Q(ended_at=None),
                name="one_open_feed_of_a_committee_each",
            ),
        ]  # fmt: skip

    def meetings(self) -> models.QuerySet:
        """What it tells, by what its owner may see now: rights end with a seat."""
        seen = Meeting.objects.visible_to(self.person).exclude(status__in=["planned"])
        if self.committee_id is None:
            return seen.filter(invitations__person=self.person)
        return seen.held_in(self.committee.span)
