"""Every figure a text states: sentence by sentence, number by number."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from xieshang.reading.characters import narrow_digits

from .claim import Claim, Place
from .numerals import Numeral, counts_places, numerals
from .periods import period_in
from .places import actors
from .sentences import STOPS, Sentence, last_stop, next_stop, sentences
from .subjects import About, Clause, about
from .vocabulary import SECTORS

_COVERED = re.compile(
    r"(?P<what>[^，,；;。：:“”\n]{0,16})[“「‘]?全覆盖[”」’]?(?=[，,；;。！!、\s]|$)"
)
_AFTER = 16  # characters behind a number that can still name what it counts
_BACK = 400  # characters before it, of its own sentence, that it can refer to
_SAID = 4  # claims of the sentence that the next one can go on from
ALL = Decimal(100)


def find_claims(text: str) -> list[Claim]:
    """Every figure of a text, in the order of the text."""
    plain = narrow_digits(text)
    return [claim for sentence in sentences(plain) for claim in _claims(plain, text, sentence)]


def _claims(plain: str, text: str, sentence: Sentence) -> list[Claim]:
    found: list[Claim] = []
    for numeral in numerals(plain, sentence.start, sentence.end):
        told = about(
            _clause(plain, sentence, numeral, found[-_SAID:]), numeral.unit, found[-_SAID:]
        )
        if told.metric or not (numeral.spoken or counts_places(plain, numeral)):
            found.append(_claim(plain, text, sentence, numeral, told))
    found += _coverage(plain, text, sentence)
    return sorted(found, key=lambda claim: claim.start)


def _clause(plain: str, sentence: Sentence, numeral: Numeral, said: Sequence[Claim]) -> Clause:
    """The words around a number, from the one who acts or the number before."""
    back = max([_back(sentence, numeral.start), *(claim.end for claim in said)])
    start = max(back, last_stop(plain, back, numeral.start))
    earlier = plain[back:start]
    acting = [end for end, _place in actors(plain, start, numeral.start)]
    begin = max([start, *acting])
    end = next_stop(plain, numeral.end, min(sentence.end, numeral.end + _AFTER), f"{STOPS}、")
    following = re.search(r"[0-9]", plain[numeral.end : end])
    end = numeral.end + following.start() if following else end
    before, after = plain[begin : numeral.start], plain[numeral.end : end]
    if before.endswith("、") and after and begin == back:
        before = ""  # 5个品牌、12个议事室: the noun belongs to the number before
    return Clause(before, after, earlier.rstrip("，,；;："))


def _claim(plain: str, text: str, sentence: Sentence, numeral: Numeral, told: About) -> Claim:
    return Claim(
        sentence=text[sentence.start : sentence.end].strip(),
        start=numeral.start,
        end=numeral.end,
        subject=told.subject,
        value=numeral.value,
        unit=numeral.unit,
        approximation=numeral.approximation,
        upper=numeral.upper,
        metric=told.metric,
        forms=told.forms,
        programmes=told.programmes,
        places=_places(plain, sentence, numeral.start),
        period=period_in(plain, _back(sentence, numeral.start), numeral.start),
    )


def _coverage(plain: str, text: str, sentence: Sentence) -> Iterator[Claim]:
    """Claims that every sector is covered; other full coverage is a manner of speaking."""
    for match in _COVERED.finditer(plain, sentence.start, sentence.end):
        if "界别" not in match["what"]:
            continue
        start = plain.index("全覆盖", match.start())
        yield Claim(
            sentence=text[sentence.start : sentence.end].strip(),
            start=start,
            end=start + len("全覆盖"),
            subject="界别",
            value=ALL,
            unit="%",
            share=True,
            metric=SECTORS,
            places=_places(plain, sentence, start),
            period=period_in(plain, _back(sentence, start), start),
        )


def _places(plain: str, sentence: Sentence, place: int) -> tuple[Place, ...]:
    """Who may be acting: the last one named before the number, else behind it, else above."""
    end = min(sentence.end, place + _BACK)
    here = [found for _end, found in actors(plain, _back(sentence, place), place)]
    if not any(found.sure for found in here):
        here = [found for _end, found in actors(plain, place, next_stop(plain, place, end))] + here
    return tuple(dict.fromkeys([*reversed(here), *sentence.above]))


def _back(sentence: Sentence, place: int) -> int:
    return max(sentence.start, place - _BACK)
