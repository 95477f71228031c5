"""What a session of study, or an episode on the air, says beyond being one activity."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.activities.models import Activity, Programme
from xieshang.matters.models import Matter
from xieshang.people.models import Committee

from ..sorts import CHOICES, SORTS, Sort
from .reading import ReadingGroup


class SittingQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those whose activity this person may see."""
        return self.filter(activity__in=Activity.objects.visible_to(person))

    def public(self):
        """Sessions of a series and episodes of a programme are public."""
        return self.exclude(programme=None)

    def with_page(self):
        """With all that a list shows of each."""
        return self.select_related("activity", "committee", "programme")


class Sitting(models.Model):
    """One session, held once: its activity is what every figure counts."""

    activity = models.OneToOneField(Activity, models.CASCADE, related_name="sitting")
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="+")
    sort = models.CharField(max_length=10, choices=CHOICES)
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, related_name="sittings"
    )
    group = models.ForeignKey(
        ReadingGroup, models.PROTECT, null=True, blank=True, related_name="sittings"
    )
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    document = models.CharField(_("Document studied"), max_length=200, blank=True)
    speaker = models.CharField(_("Speaker"), max_length=80, blank=True)
    team = models.CharField(_("Lecture team"), max_length=80, blank=True)
    audience = models.CharField(_("Audience"), max_length=120, blank=True)
    recording = models.URLField(_("Recording"), blank=True)
    follow_up = models.TextField(_("Follow-up"), blank=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ["-activity__day", "-pk"]
        constraints = [
            models.UniqueConstraint("programme", "number", name="a_session_is_numbered_once"),
            models.UniqueConstraint(
                "committee", "sort", "year", "number", name="a_number_of_a_year_is_taken_once"
            ),
            models.CheckConstraint(name="sort_is_known", condition=Q(sort__in=list(SORTS))),
            models.CheckConstraint(
                name="a_number_has_its_series_or_year",
                condition=Q(number=None) | ~Q(programme=None) | ~Q(year=None),
            ),
        ]

    def __str__(self):
        return str(self.activity)

    @property
    def of_sort(self) -> Sort:
        return SORTS[self.sort]


class OfSittingsQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of sessions this person may see."""
        return self.filter(sitting__in=Sitting.objects.visible_to(person))

    def public(self):
        """Those of public sessions."""
        return self.filter(sitting__in=Sitting.objects.public())


class Guest(models.Model):
    """Who sits in an episode: a part, and an office or somebody with an account."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="guests")
    part = models.CharField(_("Part"), max_length=40)
    office = models.CharField(_("Office"), max_length=120, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = OfSittingsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_guest_is_an_office_or_a_person",
                condition=(Q(person=None) & ~Q(office="")) | (~Q(person=None) & Q(office="")),
            ),
        ]

    def __str__(self):
        return self.office or str(self.person)


class Question(models.Model):
    """What somebody of the public asked, taken up in an episode: a matter with its own course."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="questions")
    matter = models.ForeignKey(Matter, models.PROTECT, related_name="+")

    objects = OfSittingsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("sitting", "matter", name="a_question_is_taken_up_once"),
        ]

    def __str__(self):
        return str(self.matter)
