"""Texts that many send word for word: shown as one with its senders, each keeping a receipt."""

from django.db.models import Count, Exists, OuterRef, Subquery
from django.db.models.functions import Coalesce

from .matter import Matter


def as_one(rows):
    """Of matters with the same text at the same place the first one; `senders` says how many.

    One without a text to compare stands for itself.
    """
    same = Matter.objects.filter(committee=OuterRef("committee"), likeness=OuterRef("likeness"))
    counted = same.order_by().values("likeness").annotate(n=Count("pk")).values("n")
    first = rows.filter(~Exists(same.filter(pk__lt=OuterRef("pk"))))
    return first.annotate(senders=Coalesce(Subquery(counted), 1))


def same_as(*matters: Matter):
    """All matters with the text of one of these at its place, those themselves among them."""
    found = Matter.objects.filter(pk__in=[matter.pk for matter in matters])
    for matter in matters:
        if matter.likeness is not None:
            found |= Matter.objects.filter(committee=matter.committee, likeness=matter.likeness)
    return found
