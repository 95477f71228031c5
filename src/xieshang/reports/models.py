"""Reports as they were drawn up, the templates they follow, and batches of them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from xieshang.evidence.models import File
from xieshang.figures.models import Figure
from xieshang.lifecycle.models import Step, Subject
from xieshang.lifecycle.table import Role
from xieshang.people.models import Committee

from .lifecycles import REPORT


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of the committees this person looks over."""
        return self.filter(committee__in=Committee.objects.below_seats_of(person))


class Template(models.Model):
    """A docx that an office wrote for its own reports; the latest one is used."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="templates")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.file.name


class Batch(models.Model):
    """Many reports ordered at once, and how far they are. `errors`: {committee, reason}."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="batches")
    start = models.DateField()
    end = models.DateField()
    total = models.PositiveIntegerField()
    errors = models.JSONField(default=list)
    ordered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    beat = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_batch_ends_after_it_begins", condition=Q(end__gte=F("start"))
            ),
        ]

    def __str__(self):
        return f"{self.committee} {self.start} – {self.end}"

    @property
    def done(self) -> int:
        """How many committees have been dealt with, well or not."""
        return self.reports.count() + len(self.errors)

    def span(self) -> models.QuerySet:
        """The committees that are to have a report each."""
        return Committee.objects.inside().filter(pk__range=self.committee.span)

    def remaining(self) -> models.QuerySet:
        """Those of them which still wait for it."""
        failed = [error["committee"] for error in self.errors]
        return self.span().exclude(pk__in=failed).exclude(reports__batch=self)


class ReportQuerySet(OfficeQuerySet):
    def public(self):
        """What anybody may read."""
        return self.filter(status__in=REPORT.public_states())

    def visible_to(self, person):
        """Public ones, and those of the committees this person looks over."""
        return super().visible_to(person) | self.public()

    def with_page(self):
        """With all that a list shows of each."""
        return self.select_related("committee", "docx", "pdf")


class Report(Subject):
    """What a committee did in a time, in words; every number in it is a figure."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="reports")
    start = models.DateField()
    end = models.DateField()
    drawn_on = models.DateField()
    title = models.CharField(max_length=200)
    template = models.ForeignKey(Template, models.PROTECT, null=True, related_name="reports")
    docx = models.ForeignKey(File, models.PROTECT, related_name="+")
    pdf = models.ForeignKey(File, models.PROTECT, related_name="+")
    figures = models.ManyToManyField(Figure, related_name="reports")
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, related_name="reports")

    objects = ReportQuerySet.as_manager()
    lifecycle = REPORT

    class Meta:
        ordering = ["-start", "committee_id", "-pk"]
        indexes = [models.Index(fields=["committee", "start"])]
        constraints = [
            models.CheckConstraint(
                name="report_status_is_in_its_lifecycle",
                condition=Q(status__in=[state.name for state in REPORT.states]),
            ),
            models.CheckConstraint(
                name="a_report_ends_after_it_begins", condition=Q(end__gte=F("start"))
            ),
            models.UniqueConstraint("batch", "committee", name="a_batch_has_one_report_each"),
        ]

    def __str__(self):
        return self.title

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"R{self.pk}"

    def roles_of(self, person) -> set[Role]:
        """Every role this person holds over this report."""
        return {Role.OFFICE} if person.may_keep(self.committee) else set()

    def outdated(self) -> list[Figure]:
        """The figures whose rows are no longer those it was written from."""
        return [figure for figure in self.figures.public() if not figure.still_holds()]


class ReportStep(Step):
    """One move of a report."""

    subject = models.ForeignKey(Report, models.PROTECT, related_name="steps")


def not_of_reports(files: models.QuerySet) -> models.QuerySet:
    """Those of these files into which no report was written, and which no report follows."""
    for cited in (Report.objects.values("docx"), Report.objects.values("pdf")):
        files = files.exclude(pk__in=cited)
    return files.exclude(pk__in=Template.objects.values("file"))
