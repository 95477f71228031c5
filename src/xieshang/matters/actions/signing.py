"""Asking for signatures, giving them, and rating what came back."""

from collections.abc import Callable, Collection

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.lifecycle.actions import follow_rule, hold_for
from xieshang.people.models import Person

from ..models import Matter, Rating, RatingForm, Signature
from . import telling

Answer = Signature.Answer


def ask_for_signatures(matter: Matter, *, by, people: Collection) -> None:
    """Ask these people to sign along until the day on which the matter is due."""
    fresh = {person.pk for person in people} - {matter.raised_by_id}
    known = matter.signatures.filter(person__in=fresh)
    known.filter(answer__in=[Answer.DECLINED, Answer.WITHDRAWN]).update(
        answer=Answer.ASKED, answered_at=None, note=""
    )
    known.update(closes_on=matter.due_on)
    fresh -= set(known.values_list("person_id", flat=True))
    Signature.objects.bulk_create(
        Signature(matter=matter, person_id=key, closes_on=matter.due_on) for key in sorted(fresh)
    )
    telling.asked_to_sign(matter, by=by)


@transaction.atomic
def sign(matter: Matter, *, agreed: bool, by, note: str = "") -> Signature:
    """Answer whether one signs along.

    Raises NoSuchMove or PermissionDenied where one was not asked, Hindered after the last day.
    """
    locked = hold_for(matter, "sign", by=by)
    signature = locked.signatures.select_for_update().get(person=by)
    signature.answer = Answer.AGREED if agreed else Answer.DECLINED
    signature.answered_at, signature.note = timezone.now(), note
    signature.save()
    seal(by, "sign", locked, answer=signature.answer)
    telling.signed(locked, signature, by=by)
    return signature


@transaction.atomic
def unsign(matter: Matter, *, by, note: str = "") -> None:
    """Take one's signature back while others are still asked."""
    locked = hold_for(matter, "unsign", by=by)
    signature = locked.signatures.agreed().get(person=by)
    signature.answer, signature.answered_at = Answer.WITHDRAWN, timezone.now()
    signature.note = note
    signature.save()
    seal(by, "unsign", locked)


def ask_again(matter: Matter, *, by) -> None:
    """A text that goes back to its author may change: whoever signed is asked anew."""
    signed = matter.signatures.agreed()
    signed.update(answer=Answer.ASKED, answered_at=None)


@transaction.atomic
def rate(matter: Matter, *, by, process: str, result: str, contact: str, note: str = "") -> Rating:
    """Rate one round of replies, as one who signed; "not satisfied" opens a second handling.

    Raises NoSuchMove or PermissionDenied; Hindered where one has rated this round.
    """
    locked = hold_for(matter, "rate", by=by)
    rating = Rating.objects.create(
        form=form_for(locked, by),
        matter=locked,
        person=by,
        round=locked.round,
        process=process,
        result=result,
        contact=contact,
        note=note,
    )
    seal(by, "rate", locked, round=locked.round, process=process, result=result)
    if rating.reason_wanted and locked.round == 1:
        handle_again(locked, by=by)
    matter.refresh_from_db()
    return rating


def send_forms(matter: Matter) -> None:
    """Ask every signer to rate the round that was just answered, where its table has ratings."""
    if matter.lifecycle.deed("rate", matter.status):
        for key in sorted(matter.signers()):
            form_for(matter, Person(pk=key))


def form_for(matter: Matter, person: Person) -> RatingForm:
    """The form of one signer for the present round."""
    form, _made = RatingForm.objects.get_or_create(
        matter=matter,
        person_id=person.pk,
        round=matter.round,
        defaults={"sent_on": timezone.localdate()},
    )
    return form


def handle_again(matter: Matter, *, by) -> None:
    """Open the second round: every unit that replied handles again, with a clock of its own."""
    matter.round += 1
    matter.save(update_fields=["round"])
    follow_rule(matter, "again", by=by)
    for each in matter.assignments.live().filter(status="replied"):
        each.round = matter.round
        each.save(update_fields=["round"])
        follow_rule(each, "again", by=by)
        telling.given(each, by=by)


EFFECTS: dict[tuple[str, str], Callable[..., None]] = {
    ("proposal", "invite"): ask_for_signatures,
    ("proposal", "recall"): ask_again,
}
