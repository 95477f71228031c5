"""How somebody wants to be told: which way, how often, and when not."""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from xieshang.reading.masking import mask


class Way(models.TextChoices):
    """Where notices go beside the page that shows them all."""

    PAGE = "page", _("Only to this page")
    MAIL = "mail", _("By e-mail")
    WECOM = "wecom", _("To a WeCom bot")
    DINGTALK = "dingtalk", _("To a DingTalk bot")
    FEISHU = "feishu", _("To a Feishu bot")


BOTS = (Way.WECOM, Way.DINGTALK, Way.FEISHU)


class Rhythm(models.TextChoices):
    DAILY = "daily", _("Once a day, when quiet hours end")
    AT_ONCE = "at-once", _("At once, and of each matter once a day")


def ways_open() -> list[Way]:
    """The ways this server can go: the page always, others as the operator has set."""
    bots = [way for way in BOTS if way in settings.BOTS]
    return [Way.PAGE, *([Way.MAIL] if settings.MAIL else ()), *bots]


class WishesQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Everybody has their own."""
        return self.filter(person=person)

    def of(self, keys: Collection[int]) -> dict[int, "Wishes"]:
        """The wishes of these people by their keys, where they are more than the page."""
        elsewhere = self.filter(person__in=keys, person__is_active=True).exclude(way=Way.PAGE)
        return {wishes.person_id: wishes for wishes in elsewhere}


class Wishes(models.Model):
    """What one person wishes. Who never said anything is told on the page alone.

    `address` is an e-mail address, or the token of a bot: only what the chosen way needs is kept.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_wishes"
    )
    way = models.CharField(max_length=10, choices=Way, default=Way.PAGE)
    address = models.CharField(max_length=254, blank=True)
    openly = models.BooleanField(default=False)
    rhythm = models.CharField(max_length=10, choices=Rhythm, default=Rhythm.DAILY)
    quiet_from = models.TimeField(default=time(21))
    quiet_until = models.TimeField(default=time(8))
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default="zh-hans")

    objects = WishesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "wishes"
        constraints = [
            models.CheckConstraint(
                name="an_address_is_kept_where_one_is_needed",
                condition=Q(way=Way.PAGE, address="") | (~Q(way=Way.PAGE) & ~Q(address="")),
            ),
        ]

    def __str__(self):
        return f"{self.way} {self.rhythm}"

    @property
    def masked(self) -> str:
        """The address as it may be shown: enough to know it again, not enough to use it."""
        return mask(self.address) if self.way == Way.MAIL else f"…{self.address[-4:]}"

    @property
    def reaches(self) -> bool:
        """Whether this server can go the chosen way."""
        return self.way != Way.PAGE and self.way in ways_open()

    def quiet(self, now: datetime) -> bool:
        """Whether nothing may be sent now. Hours that begin where they end are none."""
        at = timezone.localtime(now).time()
        if self.quiet_from <= self.quiet_until:
            return self.quiet_from <= at < self.quiet_until
        return at >= self.quiet_from or at < self.quiet_until

    def morning(self, now: datetime) -> datetime:
        """The last moment at which quiet hours ended: what came before it is due."""
        local = timezone.localtime(now)
        until = self.quiet_until
        ended = local.replace(hour=until.hour, minute=until.minute, second=0, microsecond=0)
        return ended if ended <= local else ended - timedelta(days=1)

    def next_morning(self, now: datetime) -> datetime:
        return self.morning(now) + timedelta(days=1)


def wishes_of_address(address: str) -> Wishes:
    """What holds for an address without an account: one message a day, by day."""
    return Wishes(way=Way.MAIL, address=address)
