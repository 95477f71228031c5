"""Rights and ways are asked when a message goes out, not when it was written."""

import pytest

from xieshang.notices.actions.composing import compose
from xieshang.notices.actions.sending import send_due
from xieshang.notices.models import Message, Notice, Rhythm, Went

pytestmark = pytest.mark.django_db


def test_what_is_not_theirs_to_see_any_more_is_not_sent(at, tell, wishing, city, clerk, unit, sink):
    """Rights are asked when the message goes out, not when it was written."""
    wishing(clerk, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(unit, 1, [clerk], title="机密")
    tell(city, 1, [clerk])
    clerk.seats.all().delete()
    send_due(now)
    assert [
        (each.about.partition(":")[0], each.went) for each in Notice.objects.order_by("pk")
    ] == [
        ("people.unit", Went.WITHHELD),
        ("people.committee", Went.MESSAGE),
    ]
    [(_way, _address, letter)] = sink
    assert "机密" not in letter.subject + letter.text


def test_a_message_of_which_nothing_is_left_is_none(at, tell, wishing, clerk, unit, sink):
    wishing(clerk, rhythm=Rhythm.AT_ONCE)
    now = at(10)
    tell(unit, 1, [clerk])
    clerk.seats.all().delete()
    send_due(now)
    assert (sink, Message.objects.count()) == ([], 0)


@pytest.mark.parametrize("leaves", ["account", "mail"])
def test_rights_and_ways_that_end_leave_the_notice_on_the_page(leaves, due, clerk, sink, settings):
    compose(due)
    if leaves == "account":
        clerk.is_active = False
        clerk.save()
    else:
        settings.MAIL = ""
    assert send_due(due) == {"page": 1}
    assert (sink, Notice.objects.get().went, Message.objects.count()) == ([], Went.PAGE, 0)
