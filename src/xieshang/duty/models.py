"""What a member objects to in their own record, and what the office answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from xieshang.people.models import Committee, Seat


class ObjectionQuerySet(models.QuerySet):
    def visible_to(self, person):
        """One's own, and those of members of the offices whose records this person keeps."""
        kept = Committee.objects.kept_by(person)
        members = Seat.objects.current().filter(committee__in=kept).values("person")
        return self.filter(Q(person=person) | Q(person__in=members))


class Objection(models.Model):
    """That a line of somebody's record is not so; `about` names the line (matter:12)."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="objections")
    about = models.CharField(max_length=40)
    words = models.CharField(max_length=500)
    at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=500, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="an_answer_has_somebody_who_gave_it",
                condition=Q(answer="", answered_by=None) | ~Q(answer="") & ~Q(answered_by=None),
            ),
        ]

    def __str__(self):
        return self.words
