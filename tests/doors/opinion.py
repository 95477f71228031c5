"""One opinion report at each place of its way, for the doors."""

import datetime as dt

from xieshang.matters.actions import (
    Words,
    begin_report,
    do,
    invite_contributor,
    save_text,
    take,
)
from xieshang.people.models import Person, Seat

DAY = dt.date(2023, 3, 5)


def opinion(city, clerk, secret) -> dict[str, int]:
    """A draft of the clerk's; a member's report being edited, and one that was sent up."""
    words = Words(secret, secret, secret, secret)
    author = Person.objects.create(username="opinion-writer")
    Seat.objects.create(person=author, committee=city, post=Seat.Post.MEMBER, since=DAY)
    facts = {"committee": city, "standing": "member", "author": "示例委员"}
    draft = begin_report(words, by=clerk, **facts)
    editing, sent = (begin_report(words, by=author, **facts) for _each in range(2))
    for report in (editing, sent):
        take(report, "submit", by=author)
        take(report, "edit", by=clerk)
    save_text(sent, "edited", words, started_from=0, by=clerk)
    take(sent, "hand-up", by=clerk)
    issue = {"mode": "single", "bulletin": secret, "number": 1, "adopted_on": DAY}
    take(sent, "adopt", by=clerk, **issue)
    leader = {"level": "city", "post": secret, "given_on": DAY}
    invited = Person.objects.create(username="opinion-invited", name=secret)
    return {
        "opinion_draft": draft.pk,
        "opinion_editing": editing.pk,
        "referral": do(sent, "send-up", by=clerk).pk,
        "instruction": do(sent, "instruct", by=clerk, **leader).pk,
        "issue": sent.adoptions.get().issue_id,
        "contributor": invite_contributor(invited, city, by=clerk).pk,
    }
