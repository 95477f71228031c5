"""A ledger of three cities which answers from a dict, and templates typed line by line."""

import datetime as dt
import io

import pytest
from docx import Document

from xieshang.reports.document.fill import fill
from xieshang.reports.document.fonts import fonts_at
from xieshang.reports.document.quote import Place, Quote, Setting
from xieshang.reports.document.read import read
from xieshang.reports.document.template import open_template
from xieshang.reports.document.write import write

REGION = Place("广西壮族自治区", "自治区政协", "全区各级政协")
CITIES = [Place(n, f"{n}政协", f"{n}各级政协") for n in ("南宁市", "柳州市", "桂林市")]
SITE = "https://example.org"


class Answers:
    """Figures by (metric, place): what is not in the dict has no records."""

    def __init__(self, **held):
        self.held = held

    def metric(self, name):
        return name if name in self.held else None

    def narrows(self, asked):
        return not asked.share

    def place(self, name):
        return next((p for p in [REGION, *CITIES] if name in (p.name, p.title)), None)

    def below(self, place, tier):
        if tier == "programme":
            return [Place(place.name, place.title, place.every, None, "示例品牌")]
        return CITIES if tier == "city" else []

    def quote(self, asked, place):
        place = self.place(asked.place) or place
        value = self.held[asked.metric].get(place.name)
        if value is None or (value == 0 and not asked.zero):
            return None
        code = f"{asked.metric}{place.name}{place.programme}"
        code = "".join(chr(97 + ord(sign) % 26) for sign in code)
        scope = place.title + ("本级" if asked.own else "")
        return Quote(
            str(value),
            code,
            f"{SITE}/f/{code}",
            f"示例{asked.metric}",
            f"示例口径，说明{asked.metric}",
            "",
            scope,
            "2023年",
            "0123456789ab",
        )


@pytest.fixture
def setting():
    return Setting(REGION, dt.date(2023, 1, 1), dt.date(2023, 12, 31), dt.date(2024, 1, 15), SITE)


@pytest.fixture
def made(setting):
    """The reading of the docx that a template and figures make."""

    def make(source, title="示例", **held):
        answers = Answers(**held)
        parts = fill(open_template(source, answers), setting, answers)
        return read(write(source, parts, title))

    return make


@pytest.fixture(scope="session")
def fonts():
    return fonts_at(())


def reopened(source):
    return Document(io.BytesIO(source))
