"""Who brought a project in, its sums and stages; campaigns and the services done in them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Project
from xieshang.people.models import Committee


class OfProjectsQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of projects this person may see."""
        return self.filter(project__in=Project.objects.visible_to(person))


class Sums(models.Model):
    """What the contract says and what was paid in so far, kept apart. Amounts in 万元."""

    project = models.OneToOneField(Project, models.CASCADE, related_name="sums")
    contract = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    paid_in = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="sums_are_not_negative",
                condition=(Q(contract=None) | Q(contract__gte=0))
                & (Q(paid_in=None) | Q(paid_in__gte=0)),
            ),
        ]


class Introducer(models.Model):
    """A member who brought a project in, and how."""

    class Way(models.TextChoices):
        DIRECT = "direct", _("Brought it in")
        JOINT = "joint", _("Together with others")
        CONTACT = "contact", _("Made the contact")

    project = models.ForeignKey(Project, models.CASCADE, related_name="introducers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=Way)

    objects = OfProjectsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("project", "person", name="somebody_brings_a_project_in_once"),
            models.CheckConstraint(
                name="way_of_bringing_in_is_known",
                condition=Q(way__in=["direct", "joint", "contact"]),
            ),
        ]


class Stage(models.TextChoices):
    """How far a project is."""

    TALKS = "talks", _("In talks")
    SIGNED = "signed", _("Contract signed")
    BEGUN = "begun", _("Begun")
    RUNNING = "running", _("In operation")
    ENDED = "ended", _("Did not come about")


class StageStep(models.Model):
    """That a project came to a stage on a day. Never edited; the latest counts."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="stage_steps")
    stage = models.CharField(max_length=10, choices=Stage)
    day = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="stage_is_known",
                condition=Q(stage__in=["talks", "signed", "begun", "running", "ended"]),
            ),
        ]


class Twin(models.Model):
    """That two records were looked at: one project claimed twice, or two. `one` is the older."""

    one = models.ForeignKey(Project, models.CASCADE, related_name="+")
    other = models.ForeignKey(Project, models.CASCADE, related_name="+")
    same = models.BooleanField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("one", "other", name="two_projects_are_looked_at_once"),
            models.CheckConstraint(
                name="a_project_is_no_twin_of_itself", condition=Q(one__lt=F("other"))
            ),
        ]


class OfPlacesQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of the committees this person looks over."""
        return self.filter(committee__in=Committee.objects.below_seats_of(person))


class Campaign(models.Model):
    """A campaign of members' action (委员行动) of a committee."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="campaigns")
    name = models.CharField(max_length=120)
    goal = models.TextField(blank=True, max_length=2000)
    since = models.DateField()
    projects = models.ManyToManyField(Project, blank=True, related_name="campaigns")

    objects = OfPlacesQuerySet.as_manager()

    class Meta:
        ordering = ["committee_id", "pk"]
        constraints = [
            models.UniqueConstraint("committee", "name", name="a_campaign_is_named_once"),
        ]

    def __str__(self):
        return self.name

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"C{self.pk}"


class Service(models.Model):
    """A service or a visit: what was done for how many people, by which members."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="services")
    title = models.CharField(max_length=200)
    day = models.DateField()
    place = models.CharField(max_length=120, blank=True)
    beneficiaries = models.PositiveIntegerField(null=True, blank=True)
    members = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="services")

    class Meta:
        ordering = ["-day", "-pk"]

    def __str__(self):
        return self.title
