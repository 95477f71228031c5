"""Meetings of all kinds, and who holds them."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Mod
from django.utils.translation import gettext_lazy as _

from xieshang.evidence.models import Evidence
from xieshang.people.models import Committee

from .register import Programme


class Kind(models.TextChoices):
    """The two great kinds of meeting."""

    STUDY = "study", _("Study")
    CONSULTATION = "consultation", _("Consultation")


class Together(models.TextChoices):
    """With whom a meeting is held."""

    ALONE = "", _("By one committee")
    LINE = "line", _("With a committee above or below")
    ACROSS = "across", _("With a sister committee or one outside the region")


class ActivityQuerySet(models.QuerySet):
    def public(self):
        """What was held is public."""
        return self

    def visible_to(self, person):
        """Activities of the committees this person looks over, each once."""
        ours = Organiser.objects.filter(
            activity=OuterRef("pk"), committee__in=Committee.objects.below_seats_of(person)
        )
        return self.filter(Exists(ours))

    def held_in(self, span):
        """Those that a committee of this range of codes holds, each once."""
        held = Organiser.objects.filter(activity=OuterRef("pk"), committee__code__range=span)
        return self.filter(Exists(held))

    def with_page(self):
        """With all that a list shows of each."""
        return self.select_related("programme").prefetch_related("organisers__committee")


class Activity(models.Model):
    """One meeting, however many committees hold it and write it down."""

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind)
    form = models.CharField(max_length=60, blank=True)
    day = models.DateField()
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="activities"
    )
    session = models.PositiveIntegerField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    area = models.CharField(max_length=60, blank=True)
    host = models.CharField(max_length=200, blank=True)
    together = models.CharField(max_length=10, choices=Together, blank=True)
    attendances = models.PositiveIntegerField(null=True, blank=True)
    member_attendances = models.PositiveIntegerField(null=True, blank=True)
    public_attendances = models.PositiveIntegerField(null=True, blank=True)
    approximate = models.JSONField(default=list, blank=True)
    committees = models.ManyToManyField(Committee, through="Organiser", related_name="activities")
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="activities")

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name_plural = "activities"
        indexes = [models.Index(fields=["day", "id"])]
        constraints = [
            models.CheckConstraint(name="activity_kind_is_known", condition=Q(kind__in=Kind)),
            models.CheckConstraint(
                name="activity_together_is_known", condition=Q(together__in=Together)
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"A{self.pk}"


class OrganiserQuerySet(models.QuerySet):
    def within(self, scope):
        """One organiser for each activity of the scope: a joint one counts once.

        Where several committees of the scope hold an activity, the one with the lowest code
        stands for it.
        """
        low, high = scope.span
        earlier = Organiser.objects.filter(
            activity=OuterRef("activity"), committee__gte=low, committee__lt=OuterRef("committee")
        )
        alone = Q(joint=False)
        rows = self.filter(committee__gte=low, committee__lte=high)
        rows = rows.filter(day__range=(scope.start, scope.end))
        return rows if low == high else rows.filter(alone | ~Exists(earlier))

    def within_each(self, scope, width):
        """One organiser for each activity of each part of the scope, with the code of its `part`.

        `width` is how many codes a part takes; a part begins at a multiple of it.
        """
        code = F("committee_id")
        rows = self.filter(
            committee__code__range=scope.span, day__range=(scope.start, scope.end)
        ).annotate(part=code - Mod(code, width))
        earlier = Organiser.objects.filter(
            activity=OuterRef("activity"),
            committee__gte=OuterRef("part"),
            committee__lt=OuterRef("committee"),
        )
        return rows.filter(Q(joint=False) | ~Exists(earlier))


class Organiser(models.Model):
    """A committee that holds an activity. `kind`, `day` and `joint` are the activity's own,
    kept here as well so that the rows of any figure lie in one index."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="organisers")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    lead = models.BooleanField()
    joint = models.BooleanField()
    kind = models.CharField(max_length=20, choices=Kind)
    day = models.DateField()

    objects = OrganiserQuerySet.as_manager()

    class Meta:
        ordering = [F("lead").desc(), "committee_id"]
        indexes = [models.Index(fields=["kind", "committee", "day", "id"])]
        constraints = [
            models.UniqueConstraint("activity", "committee", name="a_committee_holds_once"),
            models.UniqueConstraint(
                "activity", condition=Q(lead=True), name="an_activity_has_one_lead"
            ),
        ]

    def __str__(self):
        return str(self.committee)
