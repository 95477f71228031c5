"""The living body: sample matters of every kind at three tiers, made as people would make them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import count
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from xieshang.activities.models import Venue
from xieshang.evidence.photos import clean_photo
from xieshang.matters.actions import (
    Wishes,
    Words,
    begin_proposal,
    begin_report,
    open_matter,
    set_session,
)
from xieshang.matters.actions.voicing import Voice, raise_voice
from xieshang.matters.actions.voicing_photos import Picture
from xieshang.matters.actions.voicing_receipt import code_of
from xieshang.matters.models import Matter
from xieshang.people.actions import resident
from xieshang.people.body import REGION
from xieshang.people.models import Committee, Person

from .answers import category_of
from .people import CITY
from .picture import drawn
from .prepare import Tell
from .stage import Stage
from .walking import walk

SAMPLES = Path(__file__).resolve().parent / "samples"
WINDOW = timedelta(7)  # a sample session is open from so long ago until so long from now
Sample = Mapping


@dataclass(frozen=True, slots=True)
class Slip:
    """A receipt to try: the number and the code of what a resident raised, and its title."""

    number: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Lived:
    """What the living body came to when it was made."""

    matters: int
    slips: list[Slip]


@transaction.atomic
def bring_to_life(tell: Tell) -> Lived | None:
    """Make the sample matters, all or none of them; None where they were made before.

    The sample accounts must be open and the usual rules loaded. Raises LookupError or ValueError
    for a sample that the tables or the forms do not allow.
    """
    stage = Stage.set()
    if stage.people["member-2"].matters.exists():
        return None
    for committee in Committee.objects.filter(pk__in=(REGION, CITY)):
        open_session(committee, stage)
    samples = [(kind, each) for kind in BEGINNINGS for each in written(kind)]
    slips: list[Slip] = []
    serial, before = count(1), Matter.objects.count()
    for place, (kind, sample) in enumerate(samples):
        tell(place, len(samples), _("Sample matters (示例)"))
        for _time in range(sample.get("times", 1)):
            code = code_of(f"sample {next(serial)}")
            matter = begun(kind, sample, stage, code)
            walk(stage, sample, matter, sample.get("path", ()))
            if sample.get("told"):
                slips.append(Slip(matter.short, code, matter.title))
    tell(len(samples), len(samples), "")
    return Lived(Matter.objects.count() - before, slips)


def written(kind: str) -> list[Sample]:
    """The samples of one kind, in the order in which they are played."""
    return json.loads((SAMPLES / f"{kind}.json").read_text("utf-8"))


def open_session(committee: Committee, stage: Stage) -> None:
    """A window for plenary proposals (示例), in the year's session of the present term."""
    term = committee.terms.latest("since")
    today = timezone.localdate()
    opens, closes = (
        datetime.combine(day, time(9), timezone.get_current_timezone())
        for day in (today - WINDOW, today + WINDOW)
    )
    number = today.year - term.since.year + 1
    by = stage.office(committee)
    set_session(committee, term=term, number=number, opens_at=opens, closes_at=closes, by=by)


def begun(kind: str, sample: Sample, stage: Stage, code: str) -> Matter:
    """A new matter, known by its key from then on; or one that goes on from where it was left."""
    if "of" in sample:
        return stage.played[sample["of"]]
    matter = BEGINNINGS[kind](sample, stage, code)
    if "key" in sample:
        stage.played[sample["key"]] = matter
    return matter


def words_of(sample: Sample) -> Words:
    return Words(*(sample.get(name, "") for name in ("title", "situation", "analysis", "advice")))


def seat_of(person: Person) -> Committee:
    """The committee somebody sits on, or is invited by."""
    seat = person.seats.current().first() or person.contributions.current().get()
    return seat.committee


def propose(sample: Sample, stage: Stage, _code: str) -> Matter:
    by = stage.people[sample["by"]]
    wished = dict(sample.get("wishes", {}))
    if "unit" in wished:
        wished["unit"] = stage.units[wished["unit"]]
    return begin_proposal(
        words_of(sample), Wishes(**wished), by=by, committee=seat_of(by),
        organisation=sample.get("organisation", ""),
    )  # fmt: skip


def report(sample: Sample, stage: Stage, _code: str) -> Matter:
    by = stage.people[sample["by"]]
    return begin_report(words_of(sample), by=by, committee=seat_of(by), standing=sample["standing"])


def raised(sample: Sample, stage: Stage, code: str) -> Matter:
    """What a resident raises with a receipt: alone, by an account, or typed by somebody else."""
    if "title" in sample:
        return noted({**sample, "kind": "problem"}, stage, code)
    place = Committee.objects.get(pk=sample["place"])
    known = sample.get("contact")
    voice = Voice(
        place,
        sample["text"],
        category=category_of(place, "public", sample["category"]),
        shown=sample.get("shown", False),
        name="示例群众" if known else "",
        telephone="0772-0000000" if known else "",
        venue=Venue.objects.filter(committee=place).first() if sample.get("venue") else None,
    )
    author = stage.people.get(sample.get("by", ""))
    typed_by = stage.people.get(sample.get("typed_by", ""))
    by = author or typed_by or resident()
    pictures = [photo()] if sample.get("photo") else []
    return raise_voice(voice, pictures, by=by, code=code, author=author, typed_by=typed_by)


def photo() -> Picture:
    clean = clean_photo(drawn("night"))
    return Picture(clean.photo, clean.thumbnail)


def noted(sample: Sample, stage: Stage, _code: str) -> Matter:
    """What somebody writes down with its title alone, on a day that may have passed."""
    by, today = stage.people[sample["by"]], timezone.localdate()
    facts = {"author": by.name}
    if "wanted_in" in sample:
        facts["wanted_on"] = today + timedelta(sample["wanted_in"])
    day = today - timedelta(sample.get("days_ago", 0))
    return open_matter(
        sample["kind"], by=by, committee=seat_of(by), title=sample["title"], day=day, **facts
    )


BEGINNINGS: Mapping[str, Callable[[Sample, Stage, str], Matter]] = {
    "proposals": propose,
    "reports": report,
    "problems": raised,
    "others": noted,
}
