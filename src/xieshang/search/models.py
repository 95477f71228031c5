"""What can be found: one document for each record, whatever kind of record it is."""

from django.db import models


class Document(models.Model):
    """The words of one record as they were written; `kind` and `key` say of which.

    `numbers` find it when given as a whole; `circles` say who is likely to see it, so that more
    is found for them, sooner: one without is for everybody, and none lets anybody in. The index
    beside this table is made by the migrations, for each database its own.
    """

    kind = models.CharField(max_length=20)
    key = models.PositiveBigIntegerField()
    day = models.DateField(db_index=True)
    title = models.TextField()
    text = models.TextField(blank=True)
    numbers = models.JSONField(default=list)
    circles = models.JSONField(default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="a_record_has_one_document"),
        ]

    def __str__(self):
        return f"{self.kind}:{self.key} {self.title}"


class Due(models.Model):
    """That the words of a record have changed, and are still to be looked up."""

    kind = models.CharField(max_length=20)
    key = models.PositiveBigIntegerField()
