"""What people can be told, and why them: each package declares its own kinds in a `notices.py`."""

from dataclasses import dataclass
from importlib import import_module

from django.apps import apps
from django.db import models
from django.utils.module_loading import module_has_submodule
from django.utils.translation import gettext_lazy as _


class Why(models.TextChoices):
    """Why somebody is told, as it stands under every notice."""

    PROPOSER = "proposer", _("You proposed it")
    COSIGNER = "cosigner", _("Your signature stands under it, or is asked for")
    AUTHOR = "author", _("You wrote it")
    RAISER = "raiser", _("You raised it")
    FOLLOWER = "follower", _("You follow it")
    OFFICE = "office", _("Your office keeps it")
    UNIT = "unit", _("Your unit answers for it")
    BETWEEN = "between", _("Your committee passed it on")
    SUPERVISOR = "supervisor", _("You watch over it")
    YOURSELF = "yourself", _("You asked for it")


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that people are told: the sentence (a msgid with %(name)s), and why they are.

    `urgent` is for what has a legal clock: it does not wait for the daily message.
    """

    slug: str
    words: str
    why: object  # of Why
    urgent: bool = False


def declared() -> dict[str, Kind]:
    """Every kind by its slug, from `KINDS` in the `notices` module of each package."""
    kinds: list[Kind] = []
    for app in apps.get_app_configs():
        if module_has_submodule(app.module, "notices"):
            kinds += getattr(import_module(f"{app.name}.notices"), "KINDS", ())
    return {kind.slug: kind for kind in kinds}
