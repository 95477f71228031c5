"""What was found later, and the files that were put beside a matter."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.evidence.models import File

from ..lifecycles import OUTCOMES
from .matter import Matter


class LookBack(models.Model):
    """What a look-back (回头看) found of what was promised; the first answer stays as it was."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="look_backs")
    found = models.CharField(max_length=10, choices=OUTCOMES)
    note = models.CharField(max_length=1000)
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_look_back_finds_an_outcome", condition=Q(found__in=list(OUTCOMES))
            ),
        ]


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of matters that concern this person: no file is public with its matter."""
        return self.filter(matter__in=Matter.objects.concerning(person))


class Attachment(models.Model):
    """A file put beside a matter: by its author, as proof that it is solved, with a reply."""

    class Use(models.TextChoices):
        ATTACHED = "attached", _("Attachment")
        PROOF = "proof", _("Proof")
        REPLY = "reply", _("With the reply")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="attachments")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    use = models.CharField(max_length=10, choices=Use)
    words = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("matter", "file", "use", name="a_file_is_attached_once"),
            models.CheckConstraint(
                name="attachment_use_is_known",
                condition=Q(use__in=["attached", "proof", "reply"]),
            ),
        ]
