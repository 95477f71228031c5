"""A sample account for everybody who has a part to play."""

from xieshang.demo.people import PARTS, open_logins, open_operator
from xieshang.people.actions import load_body
from xieshang.people.models import Committee, Person, Unit


def test_there_is_a_login_for_everybody_and_passwords_are_told_once(db):
    load_body()
    first, second = ([open_operator(), *open_logins()] for _time in range(2))
    names = ["operator", *(part.username for part in PARTS), "unit-clerk"]
    assert [each.username for each in first] == names
    assert all(Person.objects.get(username=e.username).check_password(e.password) for e in first)
    assert [each.password for each in second] == [None] * len(names)


def test_each_login_may_do_what_its_part_needs(db):
    load_body()
    open_logins()
    people = {person.username: person for person in Person.objects.all()}
    city, region = Committee.objects.get(pk=450200), Committee.objects.get(pk=450000)
    keeps = {
        name: (people[name].may_keep(city), people[name].may_keep(region))
        for name in (*(part.username for part in PARTS), "unit-clerk")
    }
    assert keeps == {
        "region-clerk": (True, True),
        "region-officer": (True, True),
        "leader": (False, False),
        "city-clerk": (True, False),
        "member": (False, False),
        "unit-clerk": (False, False),
    }
    assert list(Unit.objects.visible_to(people["unit-clerk"])) == list(Unit.objects.all())
