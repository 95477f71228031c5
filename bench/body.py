"""A small body to measure on: a region and a city with their rules, an office and its members."""

from datetime import date

from xieshang.matters.actions import load_rules
from xieshang.people.actions import load_body, system
from xieshang.people.models import Committee, Person, Seat

CITY = 450200


def founded(members: int) -> tuple[Committee, list[Person]]:
    """The city and so many members of it; the usual rules are loaded."""
    load_body()
    load_rules(Committee.objects.get(pk=450000), by=system())
    city = Committee.objects.get(pk=CITY)
    people = [Person(username=f"member-{n}", name=f"示例委员{n}") for n in range(members)]
    Person.objects.bulk_create(people)
    people = list(Person.objects.filter(username__startswith="member-"))
    since = date(2023, 1, 1)
    Seat.objects.bulk_create(Seat(person=p, committee=city, since=since) for p in people)
    return city, people
