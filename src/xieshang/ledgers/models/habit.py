"""What an office has answered once about its headings, and need not answer again."""

from django.db import models

from xieshang.people.models import Committee


class Habit(models.Model):
    """An office heads a field this way in ledgers of this kind; field "" is none of ours."""

    office = models.ForeignKey(Committee, models.PROTECT, related_name="habits")
    kind = models.CharField(max_length=20)
    heading = models.CharField(max_length=120)
    field = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["office_id", "kind", "heading"]
        constraints = [
            models.UniqueConstraint(
                "office", "kind", "heading", name="an_office_means_one_thing_by_a_heading"
            ),
        ]

    def __str__(self):
        return f"{self.heading} → {self.field}"
