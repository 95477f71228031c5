"""What a row says, as it is kept beside its record: plain words, numbers and days in text."""

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.timezone import localdate

from ..understanding.places import Places
from ..understanding.proposals import letter_of
from ..understanding.record import Record

Facts = dict[str, object]
LAST_DAY = (12, 31)
ENDING = ("answered", "track", "archive")  # moves of a proposal on the day of its reply


class Teller:
    """Turns the records of one ledger into facts."""

    def __init__(self, places: Places, office: int, year: int | None):
        self.places, self.office, self.year = places, office, year

    def __call__(self, kind: str, record: Record) -> Facts:
        """The facts of a row of this kind, ready to be kept as JSON."""
        return TELLERS[kind](self, record)

    def meeting(self, record: Record) -> Facts:
        fields = record.fields
        holders = self.places.holders(fields["host"], fields["partners"], self.office)
        return {
            "title": fields["title"],
            "form": fields["form"],
            "day": fields["day"].isoformat(),
            "programme": fields["programme"],
            "session": fields["session"],
            "place": fields["place"],
            "area": fields["county"],
            "host": fields["host"],
            "attendances": fields["attendances"],
            "member_attendances": fields["member_attendances"],
            "public_attendances": fields["public_attendances"],
            "approximate": list(record.approximations),
            "lead": holders.lead,
            "partners": list(holders.partners),
        }

    def problem(self, record: Record) -> Facts:
        fields = record.fields
        words = {"source": fields["source"], "area": fields["county"], "unit": fields["unit"]}
        more = {"due_on": _text(fields["due_on"]), "opinion": fields["verdict"]}
        return self._matter("problem", fields, ("solved_on", "status")) | words | more

    def suggestion(self, record: Record) -> Facts:
        fields = record.fields
        words = {"author": fields["author"], "sent_to": fields["sent_to"]}
        return self._matter(fields["matter_kind"], fields, ("adopted_on", "outcome")) | words

    def proposal(self, record: Record) -> Facts:
        """A proposal in hand: it goes on from here by its own table, in the number it bears."""
        fields = record.fields
        raised, borne = fields["raised_on"], fields["borne"]
        replied = fields["replied_on"] or self._year_end(raised)
        moves, words = fields["moves"], fields["progress"]  # which stand with the last of them
        return {name: fields[name] for name in ("title", "author", "unit", "category")} | {
            "kind": "proposal",
            "life": "proposal",
            "ledger_number": fields["number"],
            "number": borne and [borne.series, borne.number, borne.width],
            "raised_on": raised.isoformat(),
            "due_on": _text(fields["due_on"]),
            "opinion": fields["answer"],
            "letter": letter_of(fields["answer"]),
            "committee": self.office,
            "told": [
                [verb, (replied if verb in ENDING else raised).isoformat(), said]
                for verb, said in zip(moves, [""] * (len(moves) - 1) + [words], strict=True)
            ],
        }

    def _matter(self, kind: str, fields: Mapping, ending: tuple[str, str]) -> Facts:
        """What all matters share; `ending` names the day and the words of the last move."""
        raised, verb = fields["raised_on"], fields["move"]
        told = []
        if verb:
            day = fields[ending[0]] or self._by_the_end(raised, verb)
            told = [[verb, day.isoformat(), fields[ending[1]]]]
        return {
            "kind": kind,
            "title": fields["title"],
            "ledger_number": fields["number"],
            "raised_on": raised.isoformat(),
            "committee": self.office,
            "told": told,
        }

    def _by_the_end(self, raised: date, verb: str) -> date:
        """When a move without a day was made: an end by the end of the ledger's year."""
        return self._year_end(raised) if verb in ("solve", "adopt") else raised

    def _year_end(self, raised: date) -> date:
        """The last day of the ledger's year, or today where that is yet to come."""
        year = max(self.year or raised.year, raised.year)
        return max(raised, min(date(year, *LAST_DAY), localdate()))

    def project(self, record: Record) -> Facts:
        fields = record.fields
        return {
            "committee": self.office,
            "name": fields["title"],
            "day": fields["day"].isoformat(),
            "amount": None if fields["amount"] is None else str(fields["amount"]),
            "way": fields["way"],
            "stage": fields["stage"],
            "place": fields["place"],
            "jobs": fields["jobs"],
            "jobs_for_poor": fields["jobs_poverty"],
            "approximate": list(record.approximations),
        }

    def venue(self, record: Record) -> Facts:
        fields = record.fields
        opened = fields["opened_on"]
        return {
            "committee": self.places.keeper(fields["owner"], self.office),
            "name": fields["title"],
            "form": fields["type"],
            "sector": fields["sector"],
            "owner": fields["owner"],
            "address": fields["place"],
            "opened_on": _text(opened),
            "since": _text(opened) or self._first_day(),
        }

    def brand(self, record: Record) -> Facts:
        fields = record.fields
        slots = ("goal", "rules", "checklist", "lever", "carrier", "impact")
        return {
            "committee": self.places.keeper(fields["owner"], self.office),
            "name": fields["title"],
            "since": self._first_day(),
        } | {slot: fields[slot] for slot in slots}

    def _first_day(self) -> str:
        return date(self.year or 1900, 1, 1).isoformat()


TELLERS: Mapping[str, Callable[[Teller, Record], Facts]] = {
    "study": Teller.meeting,
    "consultation": Teller.meeting,
    "problem": Teller.problem,
    "suggestion": Teller.suggestion,
    "proposal": Teller.proposal,
    "project": Teller.project,
    "venue": Teller.venue,
    "brand": Teller.brand,
}


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
