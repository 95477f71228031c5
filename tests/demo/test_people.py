"""A sample account for everybody who has a part to play."""

from xieshang.demo.people import ANSWERERS, CITY, COUNTY, PARTS, open_logins, open_operator
from xieshang.matters.models import Contributor
from xieshang.people.actions import load_body
from xieshang.people.body import REGION
from xieshang.people.models import Committee, Person, Seat, Unit


def test_there_is_a_login_for_everybody_and_passwords_are_told_once(db):
    load_body()
    first, second = ([open_operator(), *open_logins()] for _time in range(2))
    parts = [each.username for each in (*PARTS, *ANSWERERS)]
    names = ["operator", *parts, "contributor"]
    assert [each.username for each in first] == names
    assert all(Person.objects.get(username=e.username).check_password(e.password) for e in first)
    assert [each.password for each in second] == [None] * len(names)
    assert Seat.objects.count() == sum(len(part.posts) for part in PARTS)
    assert Unit.objects.count() == sum(len(each.units) for each in ANSWERERS)


def test_each_login_may_do_what_its_part_needs(db):
    load_body()
    open_logins()
    committees = [Committee.objects.get(pk=code) for code in (COUNTY, CITY, REGION)]
    keeps = {
        person.username: tuple(person.may_keep(each) for each in committees)
        for person in Person.objects.filter(is_active=True)
    }
    nothing = dict.fromkeys(keeps, (False, False, False))
    assert keeps == nothing | {
        "region-clerk": (True, True, True),
        "region-officer": (True, True, True),
        "city-clerk": (True, True, False),
        "county-clerk": (True, False, False),
    }
    for each in ANSWERERS:
        seen = Unit.objects.visible_to(Person.objects.get(username=each.username))
        assert [unit.name for unit in seen] == list(each.units)
    assert [each.person.username for each in Contributor.objects.current()] == ["contributor"]
