"""The registers: programmes (brands and series), venues, projects brought in."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.evidence.models import Evidence
from xieshang.people.models import Committee, Sector


class RegisterQuerySet(models.QuerySet):
    def public(self):
        """The registers are public."""
        return self

    def visible_to(self, person):
        """Staff see the registers of the committees they look over."""
        return self.filter(committee__in=Committee.objects.below_seats_of(person))

    def standing_at(self, scope):
        """What stood at the end of the scope's days."""
        return self.filter(committee__code__range=scope.span, since__lte=scope.end)

    def within(self, scope):
        """What happened in the scope's days."""
        return self.filter(committee__code__range=scope.span, day__range=(scope.start, scope.end))


class Programme(models.Model):
    """A brand (品牌) with its six-haves (六有), or a series of activities under one name."""

    class Kind(models.TextChoices):
        BRAND = "brand", _("Brand")
        SERIES = "series", _("Series")

    SLOTS = ("goal", "rules", "checklist", "lever", "carrier", "impact")

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="programmes")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind)
    goal = models.TextField(_("Goal"), blank=True)
    rules = models.TextField(_("Rules"), blank=True)
    checklist = models.TextField(_("Checklist"), blank=True)
    lever = models.TextField(_("Lever"), blank=True)
    carrier = models.TextField(_("Carrier"), blank=True)
    impact = models.TextField(_("Impact"), blank=True)
    since = models.DateField()
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="programmes")

    objects = RegisterQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "pk"]
        constraints = [
            models.UniqueConstraint("committee", "name", name="a_programme_is_named_once"),
        ]

    def __str__(self):
        return self.name

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"B{self.pk}"

    def slots(self) -> list[tuple[str, str]]:
        """The six-haves: each with its label and what is written in it."""
        return [(self._meta.get_field(s).verbose_name, getattr(self, s)) for s in self.SLOTS]


class Venue(models.Model):
    """A place the body keeps (阵地): a studio, a consultation room, a reading room."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="venues")
    name = models.CharField(max_length=120)
    form = models.CharField(max_length=60)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, blank=True, related_name="venues")
    owner = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=200, blank=True)
    opened_on = models.DateField(null=True, blank=True)
    since = models.DateField()
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="venues")

    objects = RegisterQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "pk"]
        indexes = [models.Index(fields=["committee", "form", "since"])]

    def __str__(self):
        return self.name

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"V{self.pk}"


class Project(models.Model):
    """A project that members or committees brought in. Amounts in 万元."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="projects")
    name = models.CharField(max_length=200)
    day = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    way = models.CharField(max_length=40, blank=True)
    stage = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=120, blank=True)
    jobs = models.PositiveIntegerField(null=True, blank=True)
    jobs_for_poor = models.PositiveIntegerField(null=True, blank=True)
    approximate = models.JSONField(default=list, blank=True)
    evidence = models.ManyToManyField(Evidence, blank=True, related_name="projects")

    objects = RegisterQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "day", "pk"]
        indexes = [models.Index(fields=["committee", "day"])]
        constraints = [
            models.CheckConstraint(
                name="an_amount_is_not_negative", condition=Q(amount=None) | Q(amount__gte=0)
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"X{self.pk}"
