"""A meeting and who convenes it. What figures count of it is one activity, written when held."""

from datetime import date, datetime, time, timedelta
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as said

from xieshang.activities.models import Activity
from xieshang.activities.models.activity import Kind
from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee

from ..lifecycles import MEETING


class Form(models.Model):
    """A form of consultation or study as a committee has it, with the working days it asks for."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="meeting_forms")
    name = models.CharField(max_length=60)
    kind = models.CharField(max_length=20, choices=Kind)
    notice_days = models.PositiveSmallIntegerField(default=5)
    materials_days = models.PositiveSmallIntegerField(default=3)
    minutes_days = models.PositiveSmallIntegerField(default=7)

    class Meta:
        ordering = ["committee_id", "pk"]
        constraints = [
            models.UniqueConstraint("committee", "name", name="a_form_is_named_once"),
            models.CheckConstraint(name="form_kind_is_known", condition=Q(kind__in=Kind)),
        ]

    def __str__(self):
        return self.name


def moments_of(first: date, last: date) -> tuple[datetime, datetime]:
    """When a day begins here, and when another has ended: an index knows moments, not days."""
    ends = last + timedelta(days=1)
    begins, ended = (timezone.make_aware(datetime.combine(day, time())) for day in (first, ends))
    return begins, ended


class MeetingQuerySet(models.QuerySet):
    def on_days(self, first: date, last: date):
        """Those that begin on one of these days."""
        begins, ended = moments_of(first, last)
        return self.filter(starts_at__gte=begins, starts_at__lt=ended)

    def visible_to(self, person):
        """Those that committees this person looks over convene, and those they are asked to."""
        ours = Committee.objects.below_seats_of(person)
        convened = Convener.objects.filter(meeting=OuterRef("pk"), committee__in=ours)
        asked = self.model.invitations.rel.related_model.objects.filter(
            meeting=OuterRef("pk"), person=person
        )
        return self.filter(Q(Exists(convened)) | Q(Exists(asked)) & ~Q(status="planned"))

    def held_in(self, span):
        """Those that a committee of this range of codes convenes, each once."""
        held = Convener.objects.filter(meeting=OuterRef("pk"), committee__code__range=span)
        return self.filter(Exists(held))

    def with_page(self):
        """With all that a list shows of each."""
        return self.select_related("form").prefetch_related("conveners__committee")


class Meeting(Subject):
    """One meeting, however many committees convene it: it counts once."""

    title = models.CharField(max_length=200)
    form = models.ForeignKey(Form, models.PROTECT, related_name="meetings")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(blank=True)
    seats = models.PositiveIntegerField(null=True, blank=True)
    others_came = models.PositiveIntegerField(default=0)
    activity = models.OneToOneField(
        Activity, models.SET_NULL, null=True, blank=True, related_name="meeting"
    )
    consensus = models.TextField(blank=True, max_length=5000)
    differences = models.TextField(blank=True, max_length=5000)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    committees = models.ManyToManyField(Committee, through="Convener", related_name="meetings")

    objects = MeetingQuerySet.as_manager()
    lifecycle = MEETING

    class Meta:
        ordering = ["-starts_at", "-pk"]
        indexes = [models.Index(fields=["starts_at", "id"])]
        constraints = [
            models.CheckConstraint(
                name="meeting_status_is_in_its_lifecycle",
                condition=Q(status__in=[state.name for state in MEETING.states]),
            ),
            models.CheckConstraint(
                name="a_meeting_ends_after_it_begins", condition=Q(ends_at__gt=F("starts_at"))
            ),
            models.CheckConstraint(
                name="final_minutes_have_a_digest", condition=~Q(status="final") | ~Q(digest="")
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"H{self.pk}"

    @property
    def lead(self) -> Committee:
        return next(each.committee for each in self.conveners.all() if each.lead)

    @property
    def convened_by(self) -> str:
        return "、".join(each.committee.title for each in self.conveners.all())

    def roles_of(self, person) -> set[Role]:
        """Each office that convenes it may act; whoever is asked may answer."""
        kept = Committee.objects.kept_by(person)
        roles = {Role.OFFICE} if self.conveners.filter(committee__in=kept).exists() else set()
        return roles | ({Role.ASKED} if self.invitations.filter(person=person).exists() else set())

    def somebody_is_asked(self) -> str:
        return "" if self.invitations.exists() else said("Nobody is asked yet.")

    def has_begun(self) -> str:
        return "" if self.starts_at <= timezone.now() else said("It has not begun yet.")

    def something_is_written(self) -> str:
        written = self.items.exclude(notes="", decision="").exists()
        return "" if written else said("Nothing is written down of any item yet.")

    def corrections_are_answered(self) -> str:
        waits = self.corrections.filter(settled="").exists()
        return said("A correction waits for an answer.") if waits else ""

    GUARDS: ClassVar = {
        "somebody-is-asked": somebody_is_asked,
        "has-begun": has_begun,
        "something-is-written": something_is_written,
        "corrections-are-answered": corrections_are_answered,
    }


class MeetingStep(Step):
    """One move of a meeting."""

    subject = models.ForeignKey(Meeting, models.PROTECT, related_name="steps")


class Convener(models.Model):
    """A committee that convenes a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="conveners")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    lead = models.BooleanField()

    class Meta:
        ordering = [F("lead").desc(), "committee_id"]
        constraints = [
            models.UniqueConstraint("meeting", "committee", name="a_convener_stands_once"),
            models.UniqueConstraint(
                "meeting", condition=Q(lead=True), name="a_meeting_has_one_lead"
            ),
        ]
