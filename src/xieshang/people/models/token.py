"""The keys with which programs act for a person."""

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone


class TokenQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Everybody has their own."""
        return self.filter(person=person)

    def in_force(self):
        return self.filter(Q(until=None) | Q(until__gt=timezone.now()), person__is_active=True)


class Token(models.Model):
    """A key for programs: what it may is what its person may. Only its digest is kept."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=40)
    digest = models.CharField(max_length=64, unique=True)
    since = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("person", "name", name="a_token_is_named_once"),
        ]

    def __str__(self):
        return self.name


def holder_of(secret: str):
    """The person for whom a key in force with that secret acts, or None."""
    found = Token.objects.in_force().select_related("person").filter(digest=digest_of(secret))
    token = found.first()
    return token.person if token else None


def digest_of(secret: str) -> str:
    """What is kept of a secret: it is random and long, so no slow digest is needed."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
