"""Whom a meeting asks, what they answer, and whether they came."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .meeting import Meeting, moments_of

FRESH = timedelta(minutes=10)  # how long a code says that somebody is here


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, person):
        """One's own, and those of meetings that one's offices convene."""
        return self.filter(Q(person=person) | Q(meeting__in=Meeting.objects.visible_to(person)))

    def coming(self):
        return self.filter(answer="coming")

    def came(self):
        return self.filter(came=True)

    def on_days(self, first: date, last: date):
        """Those of meetings that begin on one of these days."""
        begins, ended = moments_of(first, last)
        return self.filter(meeting__starts_at__gte=begins, meeting__starts_at__lt=ended)


class Invitation(models.Model):
    """That somebody is asked, what they answer, and whether they came: ticked, or said themselves.

    Of where somebody was, or for how long, nothing is kept.
    """

    class Answer(models.TextChoices):
        NONE = "", _("No answer yet")
        COMING = "coming", _("Comes")
        WAITING = "waiting", _("On the waiting list")
        LEAVE = "leave", _("Asks for leave")

    class Leave(models.TextChoices):
        NONE = "", "—"
        WORK = "work", _("Official business")
        ILL = "ill", _("Illness")
        OWN = "own", _("Personal reasons")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="meetings")
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    leave = models.CharField(max_length=10, choices=Leave, blank=True)
    answered_at = models.DateTimeField(null=True)
    came = models.BooleanField(default=False)
    confirmed = models.BooleanField(default=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "meeting", "person", name="somebody_is_asked_once_to_a_meeting"
            ),
            models.CheckConstraint(
                name="leave_has_its_kind",
                condition=Q(answer="leave") & ~Q(leave="") | ~Q(answer="leave") & Q(leave=""),
            ),
        ]

    def __str__(self):
        return str(self.person)


class Code(models.Model):
    """A short-lived code with which somebody says that they are here."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="code")
    code = models.CharField(max_length=6)
    until = models.DateTimeField()
