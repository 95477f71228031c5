"""Committees named in a text: 柳州市城中区政协 is 城中区, 三江县政协 is 三江侗族自治县."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from xieshang.reading.characters import written

REGION, CITY, COUNTY, OUTSIDE = "region", "city", "county", "outside"
_CODE = re.compile(r"(?<!\d)(\d{6})(?!\d)")
# an autonomous county is named after the peoples who live there
_PEOPLES = r"(?:壮|汉|瑶|苗|侗|仫佬|毛南|回|彝|京|水|仡佬|各)族"
_AUTONOMOUS = re.compile(rf"(.+?)(?:{_PEOPLES})+自治县")
_SHORT = re.compile(r"(?:自治州|地区|[市州盟])$")


@dataclass(frozen=True)
class Place:
    """A committee as the ledgers know it: its code, the name of its place, its tier."""

    code: int
    name: str
    tier: str

    def holds(self, code: int) -> bool:
        """Whether a code is this place or lies below it."""
        width = {REGION: 10_000, CITY: 100}.get(self.tier, 1)
        return self.code <= code < self.code + width


@dataclass(frozen=True)
class Holders:
    """Who holds a row: the committee it counts for, and those it is held with."""

    lead: int
    partners: tuple[int, ...] = ()


class Places:
    """Finds the committees that a text names."""

    def __init__(self, places: Iterable[Place]):
        self.by_code = {place.code: place for place in places}
        self.codes = {name: place.code for place in self.by_code.values() for name in _names(place)}
        ordered = sorted(self.codes, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, ordered)) or r"(?!)")
        self.named = lru_cache(8_192)(self._named)
        self.holders = lru_cache(8_192)(self._holders)

    def _named(self, text: str) -> tuple[int, ...]:
        """The codes of the places named in a text, in order; 柳州市城中区 names one place."""
        codes, end = [], -1
        for found in self.pattern.finditer(written(text)):
            code = self.codes[found[0]]
            if codes and found.start() == end and self._above(codes[-1], code):
                codes.pop()
            codes.append(code)
            end = found.end()
        return tuple(dict.fromkeys(codes))

    def _holders(self, host: str, partners: str, office: int) -> Holders:
        """Who holds a row of an office's ledger, by its host and partner cells.

        The region collects its own work alone; in any other ledger the host named leads, and an
        office that is named neither as host nor as a county's city is a partner.
        """
        own = self.by_code[office]
        hosts = (office,) if own.tier == REGION else self.named(host) or (office,)
        lead = hosts[0]
        others = [*hosts[1:], *self.named(partners)]
        if not own.holds(lead):
            others.append(office)
        return Holders(lead, tuple(code for code in dict.fromkeys(others) if code != lead))

    def office(self, texts: Sequence[str]) -> int | None:
        """The office a ledger is of: by the code or the one name in the first text that has it."""
        for text in texts:
            if (code := _CODE.search(text)) and int(code[1]) in self.by_code:
                return int(code[1])
            inside = [code for code in self.named(text) if self._is_inside(code)]
            if len(inside) == 1:
                return inside[0]
        return None

    def keeper(self, owner: str, office: int) -> int:
        """The committee a venue or a brand counts for: a county of the office's, or the office."""
        own = self.by_code[office]
        if own.tier == REGION:
            return office
        return next((code for code in self.named(owner) if own.holds(code)), office)

    def _above(self, above: int, below: int) -> bool:
        return above != below and self.by_code[above].holds(below)

    def _is_inside(self, code: int) -> bool:
        return self.by_code[code].tier != OUTSIDE


def _names(place: Place) -> set[str]:
    """The names an office writes a place by."""
    if place.tier == REGION:
        return {place.name, "自治区", place.name[:2] + "政协"}
    names = {place.name}
    if autonomous := _AUTONOMOUS.fullmatch(place.name):
        names.add(f"{autonomous[1]}县")
    if place.tier in (CITY, OUTSIDE):
        names.add(_SHORT.sub("", place.name))
    return names
