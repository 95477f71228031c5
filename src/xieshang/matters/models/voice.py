"""What somebody without an account needs to follow what they raised; and what was added to it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as said
from django.utils.translation import gettext_lazy as _

from xieshang.evidence.models import File

from .matter import Matter
from .publication import Publication
from .record import Attachment
from .step import MatterStep

FOUR_WEEKS = timedelta(weeks=4)


class ReceiptQuerySet(models.QuerySet):
    def to_ask(self, day=None):
        """Those of which the raiser is to be asked whether it is solved."""
        return self.filter(asks_on__lte=day or timezone.localdate())


class Receipt(models.Model):
    """The slip for a matter that a resident raised: its secret lets one follow, add, re-open.

    Only a digest of the secret is kept. How to reach the raiser is kept as long as it is needed,
    and goes when they ask for it (`erased_at`). `asks_on` is the day from which they are asked
    whether it is solved.
    """

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="receipt")
    secret = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=40, blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    shown = models.BooleanField(default=False)  # whether the author agreed to its being public
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asks_on = models.DateField(null=True, editable=False)
    erased_at = models.DateTimeField(null=True)

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["asks_on"], name="receipt_to_ask", condition=Q(asks_on__isnull=False)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="what_is_erased_names_nobody",
                condition=Q(erased_at=None)
                | Q(name="", telephone="", email="", shown=False, asks_on=None),
            ),
        ]


class Question(models.Model):
    """That whoever raised a matter was asked, weeks after a closing, whether it is solved.

    A closing asks once; who wants to be asked again later is asked in the next round.
    """

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, it is solved")
        NO = "no", _("No, it is not solved")
        UNKNOWN = "unknown", _("I do not know")
        LATER = "later", _("Ask me again in four weeks")

    closing = models.ForeignKey(MatterStep, models.CASCADE, related_name="questions")
    round = models.PositiveSmallIntegerField(default=1)
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("closing", "round", name="a_closing_asks_once_a_round"),
            models.CheckConstraint(
                name="a_question_is_answered_with_its_time",
                condition=Q(answer="", answered_at=None)
                | Q(answer__in=["yes", "no", "unknown", "later"], answered_at__isnull=False),
            ),
        ]


class Remark(models.Model):
    """Something said of a matter after it was raised: by its author, the office or the unit."""

    class Side(models.TextChoices):
        AUTHOR = "author", _("Whoever raised it")
        OFFICE = "office", _("The office")
        UNIT = "unit", _("The unit")

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="remarks")
    side = models.CharField(max_length=10, choices=Side)
    words = models.TextField()
    public = models.BooleanField(default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_remark_comes_from_a_known_side",
                condition=Q(side__in=["author", "office", "unit"]),
            ),
            models.CheckConstraint(
                name="what_an_author_adds_is_not_public",
                condition=~Q(side="author") | Q(public=False),
            ),
        ]


class PhotoQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(hidden_at=None)

    def public(self):
        """What anybody may see: what was there when the office looked the matter over.

        A picture that its author adds later waits until the office publishes again.
        """
        looked_over = Publication.objects.standing().filter(
            matter=OuterRef("matter"), at__gte=OuterRef("at")
        )
        said = Q(remark__public=True)
        matters = Matter.objects.public().values("pk")
        return self.shown().filter(Exists(looked_over) | said, matter__in=matters)

    def visible_to(self, person):
        """Those of matters whose whole record this person may read, hidden ones among them."""
        seen = Matter.objects.visible_to(person).concerning(person)
        return self.filter(matter__in=seen.values("pk"))


class Photo(models.Model):
    """A picture of a matter, its metadata gone; a hidden one leaves its public reason."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="photos")
    remark = models.ForeignKey(Remark, models.CASCADE, null=True, blank=True, related_name="photos")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    thumb = models.ForeignKey(File, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    hidden_at = models.DateTimeField(null=True)
    hidden_why = models.CharField(max_length=300, blank=True)

    objects = PhotoQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_photo_is_hidden_with_a_reason",
                condition=Q(hidden_at=None) | ~Q(hidden_why=""),
            ),
        ]

    def __str__(self):
        return said("Picture %(n)s") % {"n": self.pk}


class FollowerQuerySet(models.QuerySet):
    def confirmed(self):
        """Those who want to hear: whose address it is has said so."""
        return self.filter(confirmed_at__isnull=False)


class Follower(models.Model):
    """Somebody who wants to hear of a matter that another raised: a person, or an address.

    An address is told nothing before whoever reads there has confirmed it.
    """

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="followers")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    email = models.EmailField(blank=True)
    since = models.DateTimeField(auto_now_add=True)
    confirmed_at = models.DateTimeField(null=True)

    objects = FollowerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_follower_is_a_person_or_an_address",
                condition=Q(person__isnull=False, email="") | (Q(person=None) & ~Q(email="")),
            ),
            models.UniqueConstraint(
                "matter", "person", condition=Q(person__isnull=False), name="a_person_follows_once"
            ),
            models.UniqueConstraint(
                "matter", "email", condition=~Q(email=""), name="an_address_follows_once"
            ),
        ]


def not_of_matters(files: models.QuerySet) -> models.QuerySet:
    """Those of these files that stand beside no matter, as a picture or a paper."""
    for cited in (Photo.objects.values("file"), Photo.objects.values("thumb")):
        files = files.exclude(pk__in=cited)
    return files.exclude(pk__in=Attachment.objects.values("file"))
