"""What each row of a sheet is: blank, a repeated header, a total, a note, or data."""

import re
from collections.abc import Sequence
from enum import StrEnum

from xieshang.reading.characters import written

from .header import Header
from .headings import bare

_TOTAL = re.compile(
    r"(?:总|合|小|共|累|统)计|总数|(?:本|全)(?:页|表|月|季度|季|年度|年)?(?:合计|小计|累计|总计)"
)
_TOTAL_WORDS = re.compile(rf"(?:{_TOTAL.pattern})[::]?(?:\(.*\)|\d+[场次期个件人条项篇]*)?")
_NOTE = re.compile(
    r"(?:附?注|备注|说明|填表说明|填报说明|制表|制表人|填表人|填报人|审核|审核人|审批|联系人|联系电话"
    r"|负责人|单位负责人|填报单位|填报时间|填报日期|报送单位|报送日期|单位|数据来源|截至|统计时间"
    r"|统计口径)(?:\d*[::、.\s].*|)"
)
_SECTION = re.compile(
    r"[一二三四五六七八九十]+、.*|[(][一二三四五六七八九十]+[)].*|第[一二三四]季度"
)
_NUMBERED = re.compile(r"[A-Za-z-]{0,8}[0-9][0-9-]*")  # 12, J20230001, 2023-001
_ORDINAL = re.compile(r"[\d.、]+")
TOTAL_WITHIN = 3  # the word stands in one of the first columns
REPEATED = 0.6  # of the headings, for a row to be the header again


class Row(StrEnum):
    """What a row is."""

    BLANK = "blank"
    HEADER = "header"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    NOTE = "note"
    DATA = "data"


class Rows:
    """Tells the rows below one header apart."""

    def __init__(self, header: Header, title: int | None):
        parts = (heading.replace("\n", "") for heading in header.headings)
        self.headings = [bare(part) for part in parts]
        self.below = [bare(heading.rpartition("\n")[2]) for heading in header.headings]
        self.title = title

    def __call__(self, row: Sequence[object]) -> Row:
        """What this row is."""
        first = row[0] if row else None
        numbered = not isinstance(first, str) or _NUMBERED.fullmatch(first)
        if not first or not numbered or not self.title:
            return self._look(row)
        title = row[self.title] if self.title < len(row) else None
        return Row.DATA if title not in (None, "") else self._look(row)

    def _look(self, row: Sequence[object]) -> Row:
        texts = [written(cell) if cell is not None else "" for cell in row]
        filled = [index for index, text in enumerate(texts) if text]
        if not filled or (filled == [0] and _ORDINAL.fullmatch(texts[0])):
            return Row.BLANK  # nothing, or a number written ahead for a row to come
        for index in filled[:TOTAL_WITHIN]:
            if index < max(TOTAL_WITHIN, (self.title or 0) + 1) and _is_total(texts[index]):
                return Row.SUBTOTAL if "小计" in texts[index] else Row.TOTAL
        if self._repeats(texts):
            return Row.HEADER
        return Row.NOTE if self._is_note(texts, filled) else Row.DATA

    def _repeats(self, texts: Sequence[str]) -> bool:
        known = [
            (heading, below, bare(texts[index]) if index < len(texts) else "")
            for index, (heading, below) in enumerate(zip(self.headings, self.below, strict=True))
            if heading
        ]
        same = sum(bool(text) and text in (heading, below) for heading, below, text in known)
        return len(known) > 1 and same >= max(2, REPEATED * len(known))

    def _is_note(self, texts: Sequence[str], filled: Sequence[int]) -> bool:
        text = texts[filled[0]]
        if len(filled) <= 3 and _NOTE.fullmatch(text):
            return True
        if len(filled) > 1:
            return False
        return filled[0] != self.title or bool(_SECTION.fullmatch(text))


def _is_total(text: str) -> bool:
    return bool(_TOTAL_WORDS.fullmatch(re.sub(r"\s", "", text)))
