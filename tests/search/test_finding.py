"""What is found, in which order: one list, whatever the database."""

import datetime as dt

import pytest

from xieshang.people.models import Sector
from xieshang.search.actions import put_many
from xieshang.search.finding import find
from xieshang.search.models import Document

CORPUS = (  # title, text, numbers, day; keys count from 1
    ("关于维修城中区路灯的建议", "夜里看不清路。", ["M1", "提案第12号"], "2023-03-05"),
    ("关于老旧小区改造的建议", "楼道没有路灯，维修无人过问。", ["M2"], "2023-03-05"),
    ("关于加装路灯的提案", "", ["M12"], "2021-11-30"),
    ("协商会纪要", "会上谈到路 灯维修和停车。", ["A7"], "2024-01-02"),
    ("协商会纪要", "会上谈到维修与路灯。", ["A8"], "2024-01-02"),
    ("灯具与道路", "道路旁的灯。灯路。", [], "2024-02-29"),
    ("为民服务 STUDIO １２３", "委托代码450200，電話 0772-123456", [], "2020-02-29"),
    ("為民服務", "𠮷野家门口的井盖👍🏽", [], "2019-12-31"),
)
QUESTIONS = (
    ("路灯", [1, 3, 5, 4, 2]),
    ("路灯维修", [4, 2, 5, 1]),
    ("维修 路灯", [1, 5, 4, 2]),
    ("维修路灯", [5, 4, 2, 1]),
    ("城中区路灯维修", [1]),
    ("路", [6, 1, 3]),
    ("灯 停车", [4]),
    ("灯路", [6]),
    ("M1", [1, 3]),
    ("m12", [3]),
    ("Ｍ２", [2]),
    ("提案第12号", [1]),
    ("第12", [1]),
    ("12号 路灯", [1]),
    ("450200", [7]),
    ("5020", [7]),
    ("123456", [7]),
    ("studio", [7]),
    ("tudi", [7]),
    ("为民", [7]),
    ("為民", [8]),
    ("𠮷", [8]),
    ("𠮷野", [8]),
    ("👍", [8]),
    ("2023-03-05", [2, 1]),
    ("2023年3月", [2, 1]),
    ("２０２３/3 小区", [2]),
    ("2月29日", [6, 7]),
    ("没有的词", []),
    ("路灯 没有的词", []),
    ("电", []),
)


@pytest.fixture
def corpus(db):
    """Every document of CORPUS, with its number in it as key."""
    sectors = [Sector(pk=key, name=str(key)) for key in range(1, len(CORPUS) + 1)]
    Sector.objects.bulk_create(sectors)
    put_many(
        Document(
            kind="paper", key=key, title=title, text=text, numbers=numbers,
            day=dt.date.fromisoformat(day),
        )
        for key, (title, text, numbers, day) in enumerate(CORPUS, 1)
    )  # fmt: skip


@pytest.mark.parametrize(("question", "keys"), QUESTIONS)
def test_the_same_is_found_in_the_same_order_on_every_database(corpus, found, question, keys):
    assert found(question) == keys


def test_no_more_is_found_than_was_asked_for(corpus, found):
    assert found("路灯", most=2) == [1, 3]


def told(pieces):
    return "".join(f"[{text}]" if mark else text for text, mark in pieces)


def test_the_places_are_marked_where_they_stand(corpus):
    doors = {"paper": Sector.objects.all()}
    (first, *_rest) = find("路灯维修", doors)
    assert told(first.title.pieces()) == "协商会纪要"
    assert told(first.extract.pieces()) == "会上谈到[路 灯维修]和停车。"
    assert (first.kind, first.number, first.day, first.rank) == (
        "paper",
        "A7",
        dt.date(2024, 1, 2),
        3,
    )
    (scattered,) = find("维修路灯", doors, most=1)
    assert told(scattered.extract.pieces()) == "会上谈到[维修]与[路灯]。"
    (wide,) = find("123 studio", doors)
    assert told(wide.title.pieces()) == "为民服务 [STUDIO] [１２３]"
