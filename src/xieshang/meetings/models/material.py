"""What is given out for a meeting, and who may read it."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from xieshang.evidence.models import File
from xieshang.people.models import Committee

from .meeting import Convener, Meeting
from .people import Invitation


class Access(models.TextChoices):
    """Who may read it, beside the offices that convene."""

    ASKED = "asked", _("Everybody who is asked")
    CAME = "came", _("Those who came")
    OFFICE = "office", _("The offices alone")


class MaterialQuerySet(models.QuerySet):
    def visible_to(self, person):
        """All of it for the offices that convene, and those over them; of the rest what is for
        those who are asked, once it is announced, and for those who came."""
        kept = Committee.objects.kept_by(person)
        over = Convener.objects.filter(meeting=OuterRef("meeting"), committee__in=kept)
        asked = Invitation.objects.filter(meeting=OuterRef("meeting"), person=person)
        told = Q(access=Access.ASKED) & Q(Exists(asked)) & ~Q(meeting__status="planned")
        came = Q(access=Access.CAME) & Q(Exists(asked.came()))
        return self.filter(Q(Exists(over)) | told | came)


class Material(models.Model):
    """One file of a meeting; its bytes are kept for good, this can be taken away again."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="materials")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    access = models.CharField(max_length=8, choices=Access)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = MaterialQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("meeting", "file", name="a_file_is_given_out_once"),
            models.CheckConstraint(
                name="who_reads_material_is_known",
                condition=Q(access__in=["asked", "came", "office"]),
            ),
        ]

    def __str__(self):
        return self.file.name
