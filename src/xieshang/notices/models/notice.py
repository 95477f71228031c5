"""What somebody is told, and the messages in which it goes out."""

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from ..kinds import Why
from ..words import said
from .wishes import Way

# A receiver is a person with an account, or an address without one.
ONE_RECEIVER = Q(person__isnull=False, to="") | (Q(person=None) & ~Q(to=""))
MOST_COUNTED = 99
LONGEST_EVENT, LONGEST_HREF = 160, 300


class Went(models.TextChoices):
    """What became of a notice."""

    NOWHERE = "", _("Waits to be sent")
    MESSAGE = "message", _("In a message")
    PAGE = "page", _("Only to this page")
    WITHHELD = "withheld", _("Not sent: it was no longer yours to see")


class Fault(models.TextChoices):
    """Why a message did not arrive."""

    REFUSED = "refused", _("The address was refused")
    UNREACHABLE = "unreachable", _("The server did not answer")
    SETTINGS = "settings", _("The server's settings for sending are wrong")
    BROKEN = "broken", _("The message could not be written")


class MessageQuerySet(models.QuerySet):
    def visible_to(self, person):
        return self.filter(person=person)

    def unsent(self):
        return self.filter(ended_at=None)

    def failing(self):
        """Those not delivered, unless a later one reached the same person; the latest first."""
        later = Message.objects.filter(person=OuterRef("person"), pk__gt=OuterRef("pk"))
        lost = self.exclude(failing_since=None).filter(sent_at=None)
        return lost.exclude(Exists(later.exclude(sent_at=None))).order_by("-pk")


class Message(models.Model):
    """One letter to one receiver. `next_try` is also the lease of whoever is sending it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    to = models.EmailField(blank=True)
    digest_of = models.DateField(null=True, blank=True)
    asked_for = models.BooleanField(default=False)  # by a button: no hour is too late
    made_at = models.DateTimeField()
    next_try = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    failing_since = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=20, choices=Fault, blank=True)
    heard = models.CharField(max_length=200, blank=True)  # what the other side said
    ended_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    way = models.CharField(max_length=10, choices=Way, blank=True)
    place = models.CharField(max_length=80, blank=True)  # masked

    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="a_message_has_one_receiver", condition=ONE_RECEIVER),
            models.UniqueConstraint("person", "digest_of", name="a_person_gets_one_digest_a_day"),
            models.UniqueConstraint(
                "to",
                "digest_of",
                name="an_address_gets_one_digest_a_day",
                condition=~Q(to=""),
            ),
        ]
        indexes = [
            models.Index(fields=["next_try"], name="message_unsent", condition=Q(ended_at=None)),
        ]

    def __str__(self):
        return f"{self.pk}"


class NoticeQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Everybody sees what they were told, and nobody else does."""
        return self.filter(person=person)

    def waiting(self):
        return self.filter(went=Went.NOWHERE)

    def unseen(self) -> str:
        """How many have not been looked at, as the masthead says it: nothing, 3, or 99+."""
        found = self.filter(seen_at=None).order_by()[: MOST_COUNTED + 1].count()
        return f"{MOST_COUNTED}+" if found > MOST_COUNTED else str(found or "")


class Notice(models.Model):
    """One person is told of one event, once. `about` is the record, as the log names it."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="notices"
    )
    to = models.EmailField(blank=True)
    event = models.CharField(max_length=LONGEST_EVENT)
    kind = models.CharField(max_length=60)
    about = models.CharField(max_length=80)
    href = models.CharField(max_length=LONGEST_HREF)
    words = models.CharField(max_length=300)
    params = models.JSONField(default=dict)
    why = models.CharField(max_length=20, choices=Why)
    urgent = models.BooleanField(default=False)
    at = models.DateTimeField()
    went = models.CharField(max_length=10, choices=Went, blank=True)
    message = models.ForeignKey(
        Message, models.CASCADE, null=True, blank=True, related_name="notices"
    )
    seen_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(name="a_notice_has_one_receiver", condition=ONE_RECEIVER),
            models.UniqueConstraint("person", "event", name="a_person_is_told_of_an_event_once"),
            models.UniqueConstraint(
                "to",
                "event",
                name="an_address_is_told_of_an_event_once",
                condition=~Q(to=""),
            ),
            models.CheckConstraint(
                name="a_notice_in_a_message_names_it",
                condition=Q(went=Went.MESSAGE, message__isnull=False)
                | (~Q(went=Went.MESSAGE) & Q(message=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["person", "to"], name="notice_waiting", condition=Q(went="")),
            models.Index(fields=["person", "-id"], name="notice_of_person"),
            models.Index(fields=["person"], name="notice_unseen", condition=Q(seen_at=None)),
        ]

    def __str__(self):
        return said(self.words, self.params)


def seen_by(person, abouts) -> set[str]:
    """Which of these records the person may see now, by the door of each table."""
    keys: dict[str, list[str]] = {}
    for about in set(abouts):
        label, _colon, key = about.partition(":")
        keys.setdefault(label, []).append(key)
    return {f"{label}:{pk}" for label, some in keys.items() for pk in behind(label, some, person)}


def behind(label: str, keys: list[str], person) -> list[object]:
    try:
        model = apps.get_model(label)
    except LookupError:  # a table that is gone
        return []
    rows = model._default_manager.visible_to(person).filter(pk__in=keys)
    return list(rows.order_by().values_list("pk", flat=True))
