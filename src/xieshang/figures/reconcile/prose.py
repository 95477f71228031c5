"""The figures of a yearly report in running text, brought into the words of the rules."""

import re
from dataclasses import dataclass

from xieshang.reading.characters import narrow_digits
from xieshang.reading.dates import year_in

from ..claims.numerals import Numeral, numerals
from ..claims.sentences import last_stop, next_stop, sentences
from .check import Contradiction, contradictions
from .facts import Text, printed
from .rules import ASSIGNED, FILED, LED, MERGED, RECEIVED, REPLIED, RESULT, RETURNED

PIECES = ("件", "条", "份", "个", "篇")
PART = "part:"  # of what was filed or received, whichever the text spoke of last
SHARE = "share"  # of the figure before


@dataclass(frozen=True, slots=True)
class Noun:
    """Words before a number, or behind it, and the figure they name."""

    words: re.Pattern
    kind: str


# The first that fits counts; the particular stands before the general.
RATES = (
    Noun(re.compile("立案率"), "rate.filed"),
    Noun(re.compile("办复率|答复率|办结率"), "rate.replied"),
    Noun(re.compile("满意(?:和基本满意)?率"), "rate.satisfied"),
    Noun(re.compile("占"), SHARE),
)
COUNTS = (
    Noun(re.compile("不予?立案|未予?立案"), "proposal.rejected"),
    Noun(re.compile("并案"), MERGED),
    Noun(re.compile("撤案|撤回|撤销"), "proposal.withdrawn"),
    Noun(re.compile("转[为作送交]*(?:委员)?来?信|来信转送"), "proposal.transferred_letter"),
    Noun(re.compile("转[为作送交]*社情民意"), "proposal.to_opinion"),
    Noun(
        re.compile("转[为作送交]*(?:工作)?意见(?:和|、)?建议|转[为作]建议"),
        "proposal.to_suggestion",
    ),
    Noun(re.compile("(?:收|退)回.*(?:表|卡)"), RETURNED),
    Noun(re.compile("基本满意(?!率)"), "feedback.basically_satisfied"),
    Noun(re.compile("(?<!不)满意(?!率)"), "feedback.satisfied"),
    Noun(
        re.compile("A类|(?<!部分)(?<!能)解决(?:或|和|及)?(?:者)?基本(?:解决|采纳)|已(?:经)?解决"),
        f"{RESULT}.a",
    ),
    Noun(re.compile("B类|列入(?:规划|计划)|正在解决|部分解决|逐步解决"), f"{RESULT}.b"),
    Noun(re.compile("C类|条件限制|暂时?不能|不能解决|留作参考|作为参考"), f"{RESULT}.c"),
    Noun(re.compile("主办"), LED),
    Noun(re.compile("交办|承办|交由?.{0,8}办理"), ASSIGNED),
    Noun(re.compile("办复|办结|答复"), REPLIED),
    Noun(re.compile("大会提案|全会提案"), f"{RECEIVED}.plenary"),
    Noun(re.compile("平时提案|闭会期间.*提案"), f"{RECEIVED}.offsession"),
    Noun(re.compile("集体提案"), f"{PART}collective"),
    Noun(re.compile("个人提案"), f"{PART}individual"),
    Noun(re.compile("党派|工商联"), f"{PART}party"),
    Noun(re.compile("人民团体"), f"{PART}people_org"),
    Noun(re.compile("专门?委员?会"), f"{PART}committee"),
    Noun(re.compile("界别"), f"{PART}sector"),
    Noun(re.compile("委员(?:个人|联名)?提案|^其中委员"), f"{PART}member"),
    Noun(re.compile("(?P<name>[一-龥]{2,8}?)(?:类|方面)(?:的?提案)?(?:有|共|为)?$"), f"{PART}cat."),
    Noun(re.compile("立案"), FILED),
    Noun(re.compile("(?:收到|提交|提出|征集|接收).*提案|提案总数|提案共"), RECEIVED),
)


def reconcile_text(text: str) -> list[Contradiction]:
    """Every contradiction inside a published text."""
    return contradictions(text_of(text))


def text_of(prose: str) -> Text:
    """The figures of a text that the rules know, by kind."""
    plain = narrow_digits(prose)
    found = Text(_place(plain), str(year_in(plain.split("。", 1)[0]) or ""))
    stem, last = RECEIVED, ""
    for sentence in sentences(plain):
        end = sentence.start
        for numeral in numerals(plain, sentence.start, sentence.end):
            kind, name = _kind(plain, sentence.end, numeral, end, stem, last)
            end = numeral.end
            if kind in (RECEIVED, FILED):
                stem = kind
            if kind:
                approximate = bool(numeral.approximation or numeral.upper)
                found.add(printed(kind, numeral.value, numeral.unit, name), approximate)
                last = last if numeral.unit == "%" else kind
    return found


def _kind(
    plain: str, stop: int, numeral: Numeral, start: int, stem: str, last: str
) -> tuple[str, str]:
    """The figure a number is, with the text's name for it; ("", "") where the rules know none."""
    before = plain[last_stop(plain, start, numeral.start) : numeral.start].lstrip("、")
    if numeral.unit == "%":
        kind, name = _named(RATES, before)
        return (_share_of(last), "") if kind == SHARE else (kind, name)
    if numeral.unit not in PIECES or numeral.spoken:
        return "", ""
    after = plain[numeral.end : next_stop(plain, numeral.end, stop)]
    kind, name = _named(COUNTS, before)
    if not kind:
        kind, name = _named(COUNTS, after)
    return (f"{stem}.{kind.removeprefix(PART)}" if kind.startswith(PART) else kind), name


def _named(nouns: tuple[Noun, ...], words: str) -> tuple[str, str]:
    for noun in nouns:
        if match := noun.words.search(words):
            return noun.kind + (match.groupdict().get("name") or ""), match[0]
    return "", ""


def _share_of(kind: str) -> str:
    """The share that 占…% after a figure is: of what was filed of all received, and so on."""
    if kind in (FILED, REPLIED):
        return {FILED: "rate.filed", REPLIED: "rate.replied"}[kind]
    if ".cat." in kind:
        return f"share.cat.{kind.rsplit('.', 1)[1]}"
    return f"share.{kind.removeprefix('proposal.')}" if kind.count(".") > 1 else ""


def _place(plain: str) -> str:
    named = [place.words for sentence in sentences(plain) for place in sentence.above]
    return named[0].removesuffix("政协") if named else ""
