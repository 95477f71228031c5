"""The plan of one committee for one year, and the topics that were proposed for it."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter
from xieshang.meetings.models import Form, Meeting
from xieshang.people.models import Committee

from .lifecycles import OPEN_TO_ALL, YEAR_PLAN

STATES = [state.name for state in YEAR_PLAN.states]


class YearPlanQuerySet(models.QuerySet):
    def public(self):
        """Those that ask for topics, and those that were decided."""
        return self.filter(status__in=OPEN_TO_ALL)

    def visible_to(self, person):
        """What all may see, and the drafts of the committees this person looks over."""
        ours = Committee.objects.below_seats_of(person)
        return self.filter(Q(status__in=OPEN_TO_ALL) | Q(committee__in=ours))


class YearPlan(Subject):
    """What a committee means to consult on in a year.

    `asks_until` is the last day on which topics may be proposed; `decision` names the paper by
    which it was decided, `summary` what became of it.
    """

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="year_plans")
    year = models.PositiveSmallIntegerField(validators=[MinValueValidator(2000)])
    asks_until = models.DateField()
    decision = models.CharField(max_length=200, blank=True)
    summary = models.TextField(blank=True, max_length=8000)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = YearPlanQuerySet.as_manager()
    lifecycle = YEAR_PLAN

    class Meta:
        ordering = ["-year", "committee_id"]
        constraints = [
            models.UniqueConstraint("committee", "year", name="a_committee_has_one_plan_a_year"),
            models.CheckConstraint(
                name="year_plan_status_is_in_its_lifecycle", condition=Q(status__in=STATES)
            ),
        ]

    def __str__(self):
        return said("%(committee)s: consultations of %(year)s") % {
            "committee": self.committee.title, "year": self.year,
        }  # fmt: skip

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"Y{self.pk}"

    def roles_of(self, person) -> set[Role]:
        """Every role this person holds over it."""
        return {Role.OFFICE} if person.keeps(self.committee_id) else set()

    def asks(self) -> bool:
        """Whether everybody may propose a topic today."""
        return self.status == "asking" and timezone.localdate() <= self.asks_until

    def takes_topics(self, office: bool) -> bool:
        """Whether a topic may be proposed now: by everybody, or by its office, which has longer."""
        return self.asks() or (office and self.status in ("asking", "draft"))

    def every_topic_has_its_answer(self) -> str:
        if self.topics.filter(answer="").exists():
            return said("A topic waits for its answer: chosen, or why not.")
        if not self.topics.filter(answer="chosen").exists():
            return said("No topic is chosen yet.")
        return ""

    GUARDS: ClassVar = {"every-topic-has-its-answer": every_topic_has_its_answer}


class YearPlanStep(Step):
    """One move of a year plan."""

    subject = models.ForeignKey(YearPlan, models.PROTECT, related_name="steps")


class TopicQuerySet(models.QuerySet):
    def public(self):
        """What a decided plan holds."""
        decided = YearPlan.objects.filter(status__in=("decided", "summed-up"))
        return self.filter(answer="chosen", plan__in=decided)

    def visible_to(self, person):
        """What a decided plan holds, one's own, and all of the committees one looks over."""
        ours = Committee.objects.below_seats_of(person)
        return self.filter(
            Q(pk__in=self.model.objects.public().values("pk"))
            | Q(by=person)
            | Q(plan__committee__in=ours)
        )


class Topic(models.Model):
    """A topic that somebody proposed for a year, and what was answered: chosen, or why not.

    `on_behalf` says whose it is where an office wrote it down for them; `month` is when it is to be
    held; `meeting` is the one that was planned on it.
    """

    class Answer(models.TextChoices):
        CHOSEN = "chosen", _("Chosen")
        LEFT = "left", _("Not chosen")

    plan = models.ForeignKey(YearPlan, models.CASCADE, related_name="topics")
    title = models.CharField(max_length=120)
    why = models.TextField(blank=True, max_length=1000)
    on_behalf = models.CharField(max_length=60, blank=True)
    matter = models.ForeignKey(Matter, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    answer = models.CharField(max_length=6, choices=Answer, blank=True)
    why_not = models.CharField(max_length=300, blank=True)
    form = models.ForeignKey(Form, models.PROTECT, null=True, blank=True, related_name="+")
    month = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(12)]
    )
    meeting = models.OneToOneField(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="topic"
    )

    objects = TopicQuerySet.as_manager()

    class Meta:
        ordering = ["month", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_topic_answer_is_known", condition=Q(answer__in=["", "chosen", "left"])
            ),
            models.CheckConstraint(
                name="a_topic_that_is_left_says_why",
                condition=~Q(answer="left") | ~Q(why_not=""),
            ),
            models.CheckConstraint(
                name="a_chosen_topic_has_its_form_and_month",
                condition=~Q(answer="chosen") | Q(form__isnull=False, month__range=(1, 12)),
            ),
        ]

    def __str__(self):
        return self.title
