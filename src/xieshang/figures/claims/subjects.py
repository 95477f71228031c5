"""What a number counts, told from the words around it and the table in vocabulary.py."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from .claim import Claim
from .numerals import quoted
from .vocabulary import (
    CARRIED,
    FILLERS,
    FORMS,
    ISSUES,
    MEETING,
    OPENERS,
    PERIODS,
    PROGRAMME,
    SERIES,
    SUBJECTS,
    TRAINING,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The words around a number: in its clause before and after it, and just before the clause."""

    before: str
    after: str
    earlier: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What is counted: our figure ("" when none), the text's words, and what narrows it."""

    metric: str
    subject: str
    forms: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()


class Noun(NamedTuple):
    """A noun that may be what is counted; the least is the likeliest."""

    distance: int
    order: int
    behind: bool
    metric: str
    noun: str


def about(clause: Clause, unit: str, said: Sequence[Claim]) -> About:
    """What a number with this unit counts; `said` are the claims before it in the sentence."""
    own = _trimmed(clause.before) or _trimmed(clause.after)
    speaks_on = re.fullmatch(CARRIED, own)
    known = [claim.subject for claim in said if claim.metric]
    carried = known[-1] if known and speaks_on else ""
    metric, words = _nearest(clause, unit, (clause.earlier if speaks_on else "", carried))
    if unit in ISSUES and _is_series(clause):
        metric = PROGRAMME
    return About(metric, words or own, _forms(metric, carried, clause), _programmes(clause))


def _forms(metric: str, carried: str, clause: Clause) -> tuple[str, ...]:
    """The offices' forms that are counted, when every item named is one: not of 讲座、宣讲等."""
    if re.search("等(?!级)|各类|各种", clause.before):
        return ()
    known = FORMS.get(metric, ())
    for items in (re.split("[、和与及]", _trimmed(carried + clause.before)), [clause.after]):
        named = [[form for form in known if re.search(rf"(?<!或){form}", each)] for each in items]
        if any(named):
            return tuple(dict.fromkeys(chain(*named))) if all(named) else ()
    return ()


def _nearest(clause: Clause, unit: str, above: tuple[str, ...]) -> tuple[str, str]:
    """The figure whose noun is nearest to the number, here or above, and the words that say so."""
    own = _trimmed(clause.before)
    if found := min(_nouns(clause.before, clause.after, unit), default=None):
        return found.metric, _trimmed(clause.after) if found.behind else own
    for words in filter(None, above):
        if found := min(_nouns(clause.before, clause.after, unit, words), default=None):
            return found.metric, found.noun + own
    return "", ""


def _nouns(before: str, after: str, unit: str, above: str = "") -> Iterator[Noun]:
    """Every noun of the table in the words around a number that the unit and the words allow."""
    words, ahead = f"{before}#{after}", above + before
    for order, subject in enumerate(SUBJECTS):
        if not subject.fits(unit, words, above):
            continue
        if nouns := list(re.finditer(subject.noun, ahead)):
            noun = nouns[-1]
            yield Noun(len(ahead) - noun.end(), order, False, subject.metric, noun[0])
        if behind := re.search(subject.noun, after):
            yield Noun(behind.start(), order, True, subject.metric, behind[0])


def _is_series(clause: Clause) -> bool:
    """Whether the numbered thing is something with a name of its own, and only that."""
    names = quoted(clause.before)
    if not names:
        return bool(quoted(clause.after))
    name, tail = names[-1][0][1:-1], clause.before[names[-1].end() :]
    return not (re.fullmatch(TRAINING, name) or re.search(f"{MEETING}|培训|委员讲堂", tail))


def _programmes(clause: Clause) -> tuple[str, ...]:
    """Names in quotation marks, with and without the noun behind them: 同心讲座, 同心."""
    found = []
    for text in (clause.before, clause.after):
        for name in reversed(quoted(text)):
            noun = re.match(SERIES, text[name.end() :])
            found += [name[0][1:-1] + noun[0]] if noun else []
            found.append(name[0][1:-1])
    return tuple(dict.fromkeys(name for name in found if name))


def _trimmed(words: str) -> str:
    """A phrase without the words that open it or only lead up to the number."""
    words = re.sub(PERIODS, "", words)
    while (shorter := re.sub(FILLERS, "", re.sub(OPENERS, "", words)).strip("、 ，,")) != words:
        words = shorter
    return words
