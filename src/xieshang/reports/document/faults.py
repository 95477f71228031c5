"""What is wrong with a template, said so that a clerk finds the place in Word."""

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, at one place."""

    place: str
    excerpt: str
    reason: str

    def __str__(self) -> str:
        shown = self.excerpt if len(self.excerpt) <= 30 else self.excerpt[:29] + "…"
        return _("%(place)s (“%(excerpt)s”): %(reason)s") % {
            "place": self.place,
            "excerpt": shown,
            "reason": self.reason,
        }


class TemplateFault(ValueError):
    """A template which must not be used; `faults` names everything wrong with it."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("\n".join(map(str, faults)))
