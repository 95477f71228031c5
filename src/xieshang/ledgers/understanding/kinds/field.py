"""What a kind of ledger is, and a field of one; with the columns that every kind may have."""

import re
from dataclasses import dataclass
from enum import StrEnum

from xieshang.reading.unreadable import gettext_noop as _


class Reads(StrEnum):
    """How the cells of a column are read."""

    DAY = "day"
    COUNT = "count"
    AMOUNT = "amount"
    ORDINAL = "ordinal"
    TEXT = "text"
    CHOICE = "choice"


@dataclass(frozen=True)
class Field:
    """One thing a row says. `headings` mean it, `perhaps` may mean it, `words` are its values."""

    name: str
    label: str
    reads: Reads
    headings: tuple[str, ...]
    perhaps: tuple[str, ...] = ()
    required: bool = False
    words: re.Pattern | None = None
    longest: int = 120  # characters of a text that a record can hold


@dataclass(frozen=True)
class Kind:
    """A kind of ledger: the words of its name, the signs of its rows, the columns it may have."""

    name: str
    label: str
    words: tuple[str, ...]
    signs: re.Pattern
    fields: tuple[Field, ...]

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(field.name for field in self.fields if field.required)


def is_field(name, label, reads, headings, **more) -> Field:
    perhaps = tuple(more.pop("perhaps", "").split())
    words = re.compile(more.pop("words")) if "words" in more else None
    return Field(name, label, reads, tuple(headings.split()), perhaps, words=words, **more)


def must(name, label, reads, headings, **more) -> Field:
    return is_field(name, label, reads, headings, required=True, **more)


DAY, COUNT, AMOUNT, ORDINAL, TEXT, CHOICE = Reads

OWN_NUMBER = is_field(
    "number",
    _("Number"),
    TEXT,
    "序号 编号 号 流水号 号码 序列 顺序号 序 NO 台账编号 登记号 案号",
    longest=40,
)
COUNTY = is_field(
    "county",
    _("County or city"),
    TEXT,
    "县(市、区) 所在县区 所属县(市、区) 县区 所属县区 县市区 区县 属地 所在地 涉及县区 行政区 辖区"
    " 所在县(市、区) 地区",
    words=r"[县市区州旗]$",
    longest=60,
)
