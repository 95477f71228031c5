"""Opinion reports for tests: who writes, edits and issues them, at which tier."""

import datetime as dt

from xieshang.matters.actions import Words, begin_report, do, save_text, take
from xieshang.people.models import Committee, Person, Seat, Tier

DAY = dt.date(2023, 3, 5)
WORDS = Words("老旧小区电梯停运", "三部电梯停运两周。", "维修资金难动用。", "开设应急通道。")
AFTER = Words("关于电梯应急维修的建议", "三部电梯停运两周。", "维修资金动用难。", "设应急通道。")


def seat(name: str, committee: Committee, post: str = Seat.Post.CLERK) -> Person:
    """Somebody with a seat, by that name; the same one when asked again."""
    person, new = Person.objects.get_or_create(username=name, defaults={"name": name})
    if new:
        Seat.objects.create(person=person, committee=committee, post=post, since=DAY)
    return person


def office(committee: Committee) -> Person:
    """The clerk of a committee's office."""
    return seat(f"office-{committee.pk}", committee)


def writer(committee: Committee) -> Person:
    """A member who writes reports."""
    return seat(f"writer-{committee.pk}", committee, Seat.Post.MEMBER)


def second_county(city: Committee) -> Committee:
    return Committee.objects.create(
        code=450203, name="鱼峰区", title="柳州市鱼峰区政协", tier=Tier.COUNTY, parent=city
    )


def handed_in(committee: Committee, title: str = WORDS.title, by: Person | None = None):
    """A report that its author has handed in."""
    author = by or writer(committee)
    words = Words(title, WORDS.situation, WORDS.analysis, WORDS.advice)
    report = begin_report(words, by=author, committee=committee, standing="member")
    take(report, "submit", by=author)
    return report


def edited(committee: Committee, title: str = WORDS.title, by: Person | None = None):
    """A report that is edited and handed up to be signed for issue."""
    report, clerk = handed_in(committee, title, by), office(committee)
    take(report, "edit", by=clerk)
    save_text(report, "edited", AFTER, started_from=0, by=clerk)
    take(report, "hand-up", by=clerk)
    return report


def issued(committee: Committee, number: int = 1, **more):
    """A report that its own tier has adopted."""
    report = edited(committee, **more)
    take(report, "adopt", by=office(committee), **issue(number))
    return report


def sent_up(committee: Committee, number: int = 1, **more):
    """A report that lies before the tier above."""
    return do(issued(committee, number, **more), "send-up", by=office(committee))


def issue(number: int, **more) -> dict:
    """How a tier adopted it: by itself, in that number, today."""
    today = dt.datetime.now(dt.UTC).astimezone().date()
    facts = {"mode": "single", "bulletin": "社情民意", "number": number, "adopted_on": today}
    return facts | more
