"""The log: every write leaves one sealed entry, and nothing is ever taken out."""

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models


class EntryQuerySet(models.QuerySet):
    def public(self):
        """The chain itself is public: that something was done, when, and its digests.

        Who did it, and what exactly, a public page leaves out.
        """
        return self

    def visible_to(self, person):
        """What this person did, and what was done by those under the offices they keep."""
        spans = person.seats.current().keeping().spans()
        below = (models.Q(actor__seats__committee__code__range=span) for span in spans)
        seen = reduce(or_, below, models.Q(actor=person))
        return self.filter(pk__in=Entry.objects.filter(seen).values("pk"))

    def about(self, subject):
        """What is said of one record."""
        return self.filter(subject=f"{subject._meta.label_lower}:{subject.pk}")


class Entry(models.Model):
    """One sealed fact. Each entry carries the digest of the entry before it."""

    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    verb = models.CharField(max_length=40)
    subject = models.CharField(max_length=80, db_index=True)
    detail = models.JSONField(default=dict)
    at = models.DateTimeField()
    before = models.CharField(max_length=64, unique=True)  # the chain cannot fork
    digest = models.CharField(max_length=64, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "entries"

    def __str__(self):
        return f"{self.pk} {self.verb} {self.subject}"


class Head(models.Model):
    """The end of the chain. One row; whoever writes an entry holds its lock."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    digest = models.CharField(max_length=64, blank=True)
    entries = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(name="there_is_one_head", condition=models.Q(id=1)),
        ]


class Once(models.Model):
    """That somebody asked for something under a key, and what they were answered.

    It is written in the transaction of what it speaks of, so it stands or falls with that. Of
    what was sent only a keyed digest is kept.
    """

    who = models.CharField(max_length=40)
    route = models.CharField(max_length=60)
    key = models.CharField(max_length=64)
    body = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("who", "route", "key", name="a_key_is_used_once"),
        ]
        verbose_name_plural = "once"
