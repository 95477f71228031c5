"""What must be true of a matter or an assignment before a move: each gives the reason it is not.

A guard answers in words that a button can show beside it; "" where nothing stands in the way.
"""

from collections.abc import Callable, Mapping

from django.utils import timezone
from django.utils.translation import gettext as _

from ..lifecycles import Outcome


def whole_text(matter) -> str:
    """A proposal says what is so and what should be done (national rules: 有情况、有建议)."""
    text = matter.texts.latest_of("original")
    if text is None or not (text.situation and text.advice):
        return _("The text is not whole yet: it needs the situation and the suggestion.")
    return ""


def one_matter(matter) -> str:
    text = matter.texts.latest_of("original")
    return "" if text and text.situation else _("There is no text yet.")


def edited_text(matter) -> str:
    return "" if matter.texts.latest_of("edited") else _("There is no edited text yet.")


def three_checks(matter) -> str:
    """Qualification, content and form are looked at one by one since it was last handed in."""
    passed = set(
        matter.checks.since_submission(matter).filter(passed=True).values_list("aspect", flat=True)
    )
    if len(passed) < 3:
        return _("Qualification, content and form must each be checked and passed first.")
    return ""


def not_led_by_others(matter) -> str:
    if matter.mergers_led.standing().exists():
        return _("Other proposals are merged into it. Take them apart first.")
    return ""


def ratings_over(matter) -> str:
    """Everybody has rated, or the time for it is over."""
    if matter.due_on and matter.due_on < timezone.localdate():
        return ""
    return (
        ""
        if matter.unrated() == 0
        else _("Not all who signed have rated yet, and their time is not over.")
    )


def done_and_rated(matter) -> str:
    """Only what is done can be filed away; what is promised stays open for the look-back."""
    if matter.outcome != Outcome.DONE:
        return _("The answer is not “solved”: it stays open for the look-back.")
    return ratings_over(matter)


def has_proof(matter) -> str:
    """An office cannot call a problem solved by its own word."""
    if matter.attachments.filter(use="proof").exists() or matter.evidence.exists():
        return ""
    return _("There is no proof beside it yet: attach a picture or a paper that shows it.")


def in_time(assignment) -> str:
    """A dispute comes within the days that the place allows after the assignment."""
    last = assignment.disputable_until()
    if timezone.localdate() > last:
        return _("Its days for a dispute ended on %(day)s.") % {"day": last.isoformat()}
    return ""


def not_the_last(assignment) -> str:
    """A matter that is being handled has somebody who answers."""
    if assignment.part == "joint" or assignment.sisters().answering().exists():
        return ""
    return _("No other unit would answer. Give it to another unit instead.")


def first_round(assignment) -> str:
    if assignment.extensions_used():
        return _("More time was given before; it is given once.")
    return ""


def opinions_in(assignment) -> str:
    """The lead answers when the joint units have given their opinions, or had their days."""
    late = timezone.localdate()
    waiting = assignment.joints().filter(status__in=["assigned", "handling"], due_on__gte=late)
    if waiting.exists():
        return _("Joint units have not given their opinion yet, and their time is not over.")
    return ""


def in_its_days(matter, person) -> str:
    """Whoever was asked to sign along answers by the day they were given."""
    asked = matter.signatures.asked().filter(person=person).first()
    if asked and asked.closes_on < timezone.localdate():
        return _("The last day for an answer was %(day)s.") % {"day": asked.closes_on.isoformat()}
    return ""


def not_rated(matter, person) -> str:
    if matter.ratings.filter(person=person, round=matter.round).exists():
        return _("You have rated this round already.")
    return ""


def consented(matter, _person) -> str:
    """The author, the office and the unit that answers have each agreed to its being public."""
    said = matter.consents.by_side(matter)
    missing = [str(side.label) for side, each in said.items() if not (each and each.agreed)]
    if missing:
        return _("Not agreed to yet by: %(sides)s.") % {"sides": "、".join(missing)}
    return ""


def is_public(matter, _person) -> str:
    return "" if matter.published_on else _("It is not public.")


def may_be_shown(matter, _person) -> str:
    """What a resident raised becomes public only if they agreed to that."""
    receipt = getattr(matter, "receipt", None)
    if receipt and not receipt.shown:
        return _("Whoever raised it does not want it to be public.")
    return ""


Guards = Mapping[str, Callable]
OF_MATTER: Guards = {
    "whole-text": whole_text,
    "one-matter": one_matter,
    "edited-text": edited_text,
    "three-checks": three_checks,
    "not-led-by-others": not_led_by_others,
    "ratings-over": ratings_over,
    "done-and-rated": done_and_rated,
    "has-proof": has_proof,
}
# Of deeds: each is asked with the person who would do it.
OF_DEEDS: Guards = {
    "in-its-days": in_its_days,
    "not-rated": not_rated,
    "consented": consented,
    "is-public": is_public,
    "may-be-shown": may_be_shown,
}
OF_ASSIGNMENT: Guards = {
    "in-time": in_time,
    "not-the-last": not_the_last,
    "first-round": first_round,
    "opinions-in": opinions_in,
}
