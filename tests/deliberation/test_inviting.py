"""A deliberation of those who are invited: who is told, who may vote, who may no more."""

import pytest
from django.core.exceptions import PermissionDenied

from xieshang.deliberation.actions import NotAdmitted, invite, joined, take, vote
from xieshang.deliberation.models import Vote
from xieshang.lifecycle.actions import NoSuchMove
from xieshang.notices.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(seated, city):
    return [seated(name, city, "member") for name in ("one", "two")]


@pytest.fixture
def circle(weighed):
    return weighed(who="invited")


def test_who_is_invited_is_told_once_and_votes(circle, two, clerk):
    one, two_ = two
    assert (invite(circle, [one], by=clerk), invite(circle, [one], by=clerk)) == (1, 0)
    assert [(n.person, n.href) for n in Notice.objects.all()] == [
        (one, f"/deliberations/D{circle.pk}/"),
    ]  # fmt: skip
    statement = circle.statements.first()
    vote(joined(circle, person=one), statement.pk, 1)
    for other in (two_, None):
        with pytest.raises(NotAdmitted):
            joined(circle, person=other, token="of-a-browser-without-account")
    invite(circle, [two_], by=clerk)
    with pytest.raises(NotAdmitted):
        joined(circle, person=one)
    assert Vote.objects.filter(statement=statement).count() == 1  # what was said stays


def test_who_is_invited_before_it_opens_is_told_when_it_does(prepared, two, clerk):
    circle = prepared(who="invited")
    invite(circle, two, by=clerk)
    assert not Notice.objects.exists()  # there is no page to open yet
    take(circle, "collect", by=clerk)
    take(circle, "weigh", by=clerk)
    assert Notice.objects.count() == 2


def test_its_office_invites_until_the_weighing_ends(circle, two, clerk, member):
    with pytest.raises(PermissionDenied):
        invite(circle, two, by=member)
    take(circle, "discuss", by=clerk)
    with pytest.raises(NoSuchMove):
        invite(circle, two, by=clerk)


def test_the_page_ticks_those_who_are_invited(client, circle, weighed, two, clerk):
    client.force_login(clerk)
    place = f"/desk/deliberations/{circle.pk}/invited/"
    assert client.post(place, {"people": ["x"]}).status_code == 422
    assert client.post(place, {"people": [two[0].pk]}).status_code == 302
    assert [each.person for each in circle.invitations.all()] == [two[0]]
    page = client.get(place).content.decode()
    assert page.count("checked") == 1
    assert "确定邀请谁" in client.get(f"/desk/deliberations/{circle.pk}/").content.decode()
    assert client.get(f"/desk/deliberations/{weighed().pk}/invited/").status_code == 404
