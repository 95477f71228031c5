"""What somebody without an account needs to follow what they raised; and what was added to it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from xieshang.evidence.models import File

from .matter import Matter


class Receipt(models.Model):
    """The slip for a matter raised without an account: its secret lets one follow, add, re-open.

    Only a digest of the secret is kept. How to reach the raiser is kept as long as it is needed,
    and goes when they ask for it (`erased_at`).
    """

    matter = models.OneToOneField(Matter, models.CASCADE, related_name="receipt")
    secret = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=40, blank=True)
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    shown = models.BooleanField(default=True)  # whether the author agreed to its being public
    typed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(null=True)  # when it was asked whether it is solved
    answered_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="what_is_erased_names_nobody",
                condition=Q(erased_at=None) | Q(name="", telephone="", email=""),
            ),
        ]


class Remark(models.Model):
    """Something said of a matter after it was raised: by its author, the office or the unit."""

    class Side(models.TextChoices):
        AUTHOR = "author"
        OFFICE = "office"
        UNIT = "unit"

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
        ]


class PhotoQuerySet(models.QuerySet):
    def shown(self):
        return self.filter(hidden_at=None)


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


class Follower(models.Model):
    """Somebody who wants to hear of a matter that another raised: a person, or an address."""

    matter = models.ForeignKey(Matter, models.CASCADE, related_name="followers")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    email = models.EmailField(blank=True)
    since = models.DateTimeField(auto_now_add=True)

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
