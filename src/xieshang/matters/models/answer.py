"""What a unit does with what it was given: its contacts with the author, and its replies."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Committee

from .assignment import Assignment
from .rules import AnswerClass


class Contact(models.Model):
    """One time the unit spoke with whoever raised the matter."""

    class Way(models.TextChoices):
        VISIT = "visit", _("Visit")
        MEETING = "meeting", _("Meeting")
        TELEPHONE = "telephone", _("Telephone")
        MAIL = "mail", _("E-mail")
        LETTER = "letter", _("Letter")
        OTHER = "other", _("Otherwise")

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="contacts")
    way = models.CharField(max_length=10, choices=Way)
    on = models.DateField()
    note = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="contact_way_is_known",
                condition=Q(way__in=["visit", "meeting", "telephone", "mail", "letter", "other"]),
            ),
        ]


class ReplyQuerySet(models.QuerySet):
    def signed(self):
        return self.filter(signed_on__isnull=False)

    def visible_to(self, person):
        """Signed ones with the assignment; before that, units of the matter and its office."""
        seen = self.filter(assignment__in=Assignment.objects.visible_to(person))
        given = Assignment.objects.live().filter(unit__in=person.units.values("pk"))
        kept = Committee.objects.kept_by(person)
        return seen.filter(
            Q(signed_on__isnull=False)
            | Q(assignment__matter__in=given.values("matter"))
            | Q(assignment__committee__in=kept)
        )


class Reply(models.Model):
    """A reply as it was handed in; a returned one stays, and the next has the next number.

    `signed_on` is the day the responsible leader signed it: from then on the author has it.
    """

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="replies")
    round = models.PositiveSmallIntegerField(default=1)
    version = models.PositiveSmallIntegerField()
    answer_class = models.ForeignKey(AnswerClass, models.PROTECT, related_name="+")
    number = models.CharField(max_length=40)
    text = models.TextField()
    contact_name = models.CharField(max_length=40)
    telephone = models.CharField(max_length=30)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    leader = models.CharField(max_length=40, blank=True)
    signed_on = models.DateField(null=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "assignment", "round", "version", name="a_reply_has_its_version_once"
            ),
            models.UniqueConstraint(
                "assignment", "round", condition=Q(signed_on__isnull=False),
                name="a_round_has_one_signed_reply",
            ),
            models.CheckConstraint(
                name="a_signed_reply_names_its_leader",
                condition=Q(signed_on=None, leader="")
                | (Q(signed_on__isnull=False) & ~Q(leader="")),
            ),
        ]  # fmt: skip
