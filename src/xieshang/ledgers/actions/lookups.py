"""Programmes and sectors by the names that rows call them."""

from collections import defaultdict
from datetime import date

from xieshang.activities.actions import record_register
from xieshang.activities.models import Programme
from xieshang.matters.models import AnswerClass, Category
from xieshang.people.models import Committee, Sector

CATEGORY_FIELDS = {"working": "working_id", "reporting": "category_id"}


class Lookups:
    """Keys by name, read once; a series that a row names and nobody has is opened.

    `made` are the keys of the programmes opened here.
    """

    def __init__(self):
        self.programmes: dict[int, dict[str, int]] = {}
        self.made: list[int] = []
        self._sectors: dict[str, int | None] | None = None
        self._classes: dict[int, dict[str, str]] = {}
        self._categories: dict[int, dict[str, dict[str, int]]] = {}

    def programme(self, office: int, name: str, since: date) -> int | None:
        """The programme an office calls by this name; None for no name."""
        if not name:
            return None
        return self.known(office, name) or self._open(office, name, since)

    def known(self, office: int, name: str) -> int | None:
        """The programme of that name, if the office has one."""
        if office not in self.programmes:
            named = Programme.objects.filter(committee=office).values_list("name", "pk")
            self.programmes[office] = dict(named)
        return self.programmes[office].get(name)

    def keep(self, programme: Programme) -> None:
        """Know a programme that was opened just now."""
        self.learn(programme)
        self.made.append(programme.pk)

    def learn(self, programme: Programme) -> None:
        """Know a programme by its name."""
        self.programmes.setdefault(programme.committee_id, {})[programme.name] = programme.pk

    def forget(self, key: int) -> None:
        """Know no more of a programme that has gone."""
        for names in self.programmes.values():
            for name in [name for name, known in names.items() if known == key]:
                del names[name]

    def sector(self, name: str) -> int | None:
        """The sector of that name, written with or without 界 at its end."""
        if self._sectors is None:
            self._sectors = defaultdict(
                lambda: None,
                {_bare(name): key for name, key in Sector.objects.values_list("name", "pk")},
            )
        return self._sectors[_bare(name)] if name else None

    def outcome(self, office: int, letter: str) -> str:
        """What a letter of the office's own classes stands for; "" for one it does not have."""
        if office not in self._classes:
            standing = AnswerClass.objects.of(Committee.objects.get(pk=office))
            self._classes[office] = dict(standing.values_list("letter", "outcome"))
        return self._classes[office].get(letter, "")

    def category(self, office: int, name: str) -> dict[str, int]:
        """The category of that name, as the field of a matter that it belongs to."""
        if office not in self._categories:
            standing = Category.objects.of(Committee.objects.get(pk=office))
            rows = standing.filter(use__in=CATEGORY_FIELDS).values_list("name", "use", "pk")
            self._categories[office] = {
                name: {CATEGORY_FIELDS[use]: key} for name, use, key in rows
            }
        return self._categories[office].get(name, {})

    def _open(self, office: int, name: str, since: date) -> int:
        series = Programme(
            committee_id=office, name=name, kind=Programme.Kind.SERIES, since=date(since.year, 1, 1)
        )
        record_register([(series, [])])
        self.keep(series)
        return series.pk


def _bare(name: str) -> str:
    return name.strip().removesuffix("界")
