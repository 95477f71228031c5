"""The texts of a matter, as written and as edited, and what its author wishes for it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from xieshang.people.models import Unit

from .matter import Matter


class TextQuerySet(models.QuerySet):
    def latest_of(self, edition: str):
        """The newest text of an edition, or None."""
        return self.filter(edition=edition).order_by("-number").first()


class Text(models.Model):
    """One saving of a text. Nothing is written over: the next saving has the next number.

    Whoever saves names the number they started from; two who started from the same cannot both
    save, for a number is given once.
    """

    class Edition(models.TextChoices):
        ORIGINAL = "original", _("As written")
        EDITED = "edited", _("As edited")

    PARTS = ("situation", "analysis", "advice")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="texts")
    edition = models.CharField(max_length=10, choices=Edition)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    situation = models.TextField(blank=True)
    analysis = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = TextQuerySet.as_manager()

    class Meta:
        ordering = ["edition", "number"]
        constraints = [
            models.UniqueConstraint(
                "matter", "edition", "number", name="a_text_is_saved_once_under_a_number"
            ),
            models.CheckConstraint(
                name="text_edition_is_known", condition=Q(edition__in=["original", "edited"])
            ),
        ]

    @property
    def whole(self) -> str:
        """All of it, a paragraph each part."""
        return "\n".join(filter(None, (self.situation, self.analysis, self.advice)))


class Wish(models.Model):
    """What a proposal's author wishes: that it is public, which way it may go, who should answer.

    It binds nobody. Whoever does not want it to be public says why.
    """

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="wish")
    publish = models.BooleanField(default=True)
    why_not = models.CharField(max_length=300, blank=True)
    convert = models.BooleanField(default=False)  # it may become an opinion report
    contact = models.BooleanField(default=False)  # the unit should come and speak with the author
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="who_wants_it_hidden_says_why", condition=Q(publish=True) | ~Q(why_not="")
            ),
        ]
