"""What records rest on: files as they were received, and places in them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from xieshang.people.models import Committee

from .store import path_of


class FileQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Files of the offices over which this person has a seat, and one's own."""
        ours = Q(committee__in=Committee.objects.below_seats_of(person))
        return self.filter(ours | Q(kept_by=person))


class File(models.Model):
    """A file as it was received. It does not know who cites it."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    committee = models.ForeignKey(Committee, models.PROTECT, related_name="files")
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = FileQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self):
        return self.name

    @property
    def path(self):
        """Where its bytes lie on this machine."""
        return path_of(self.sha256)


class EvidenceQuerySet(models.QuerySet):
    def public(self):
        """Rows that a public record rests on. All that ledgers tell of is public work."""
        return self.select_related("file", "file__committee")

    def visible_to(self, person):
        return self.filter(file__in=File.objects.visible_to(person))


class Evidence(models.Model):
    """One row of a sheet of a received file, with its cells as they were written."""

    file = models.ForeignKey(File, models.PROTECT, related_name="rows")
    sheet = models.CharField(max_length=120)
    row = models.PositiveIntegerField()
    header = models.PositiveIntegerField(null=True)
    cells = models.JSONField()

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("file", "sheet", "row", name="a_row_is_kept_once"),
            models.CheckConstraint(name="rows_count_from_one", condition=Q(row__gte=1)),
        ]
        verbose_name_plural = "evidence"

    def __str__(self):
        return f"{self.file} › {self.sheet} › {self.row}"
