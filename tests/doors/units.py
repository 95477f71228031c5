"""Proposals that units handle, of which none is the unit of the table."""

from xieshang.matters.actions import take
from xieshang.matters.models import AnswerClass
from xieshang.people.models import Person, Unit

from .proposals import begun, filed


def units(city, clerk, secret: str) -> dict[str, object]:
    """One that is answered by a lead with a joint unit, one that is only given: keys by name."""
    lead, joint = (unit_of(city, name) for name in ("住建局", "城管局"))
    matter = filed(begun(city, clerk, secret), clerk)
    take(matter, "assign", by=clerk, lead=lead, joint=[joint])
    first, second = matter.assignments.order_by("pk")
    answer(first, second, secret)
    other = filed(begun(city, clerk, secret), clerk)
    take(other, "assign", by=clerk, lead=lead)
    return {
        "assignment": first.pk,
        "joint": second.pk,
        "reply": first.replies.get().pk,
        "given": other.assignments.get().pk,
        "rules": "limits",
    }


def answer(lead, joint, secret: str) -> None:
    """Let the joint unit give its opinion, and the lead hand in a reply, which is not checked."""
    ours, theirs = lead.unit.clerks.get(), joint.unit.clerks.get()
    take(lead, "receive", by=ours)
    take(joint, "receive", by=theirs)
    take(joint, "opine", by=theirs, opinion=secret)
    letter = AnswerClass.objects.of(lead.committee)[0]
    take(lead, "reply", by=ours, answer_class=letter, number="1", text=secret,
         contact_name="经办人", telephone="0772-2345678")  # fmt: skip
    joint.refresh_from_db()
    take(joint, "countersign", by=theirs)
    lead.refresh_from_db()


def unit_of(city, name: str) -> Unit:
    unit = Unit.objects.create(name=name, committee=city)
    unit.clerks.add(Person.objects.create(username=f"clerk-{name}"))
    return unit
