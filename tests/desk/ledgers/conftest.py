"""Ledgers as an office sends them, handed in and taken over by its clerk."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from xieshang.ledgers.models import TakeOver

NEW, RECEIVED = "/desk/ledgers/new/", "/desk/ledgers/received/"
STUDY = ["序号", "活动时间", "活动主题", "活动形式", "参加人次", "其中委员"]


def sheet_of(*rows, title="学习活动台账", headings=STUDY):
    book = Workbook()
    sheet = book.active
    sheet.title = title
    sheet.append([f"柳州市政协2023年{title}"])
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


GOOD = (1, "2023-03-05", "读书分享会", "委员读书", 40, 31)
ALSO = (2, "2023-04-05", "委员讲堂", "委员讲堂", 60, 50)
BAD = (3, "2023-13-45", "日期写错", "委员读书", "若干", 5)


def named(content, name="柳州市政协2023年学习台账.xlsx"):
    return SimpleUploadedFile(name, content)


@pytest.fixture
def hand_in(at_desk, clerk):
    """Hand a file in as the clerk; gives the answer."""

    def hand(*rows, **how):
        return at_desk(clerk).post(NEW, {"files": [named(sheet_of(*rows, **how))]})

    return hand


@pytest.fixture
def take(hand_in, at_desk, clerk):
    """Hand a file in and take it over as it is; gives the take-over."""

    def take(*rows, **how):
        browser, address = at_desk(clerk), hand_in(*rows, **how).headers["Location"]
        browser.post(address, {"act": "take"})
        return TakeOver.objects.first()

    return take
