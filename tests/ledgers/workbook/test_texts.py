"""Text files of rows: whatever they are encoded in, cut by and torn at, they come back whole."""

import pytest

from xieshang.ledgers.workbook import open_workbook
from xieshang.ledgers.workbook.bounds import BOUNDS
from xieshang.ledgers.workbook.delimited import read_rows, sheet_name
from xieshang.ledgers.workbook.encodings import decoded

LEDGER = "序号,名称,人数\r\n1,委员讲堂,５４２３\r\n2,基层协商𠮷,5400余人次\r\n"
ROWS = [["序号", "名称", "人数"], ["1", "委员讲堂", "５４２３"], ["2", "基层协商𠮷", "5400余人次"]]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "gb18030")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_ledger_is_read_in_every_encoding_and_cut_by_every_delimiter(
    encoding, delimiter, tmp_path
):
    place = tmp_path / "柳州市政协2023年工作台账-学习活动台账.csv"
    place.write_bytes(LEDGER.replace(",", delimiter).encode(encoding))
    book = open_workbook(place)
    assert (book.kind, book.encoding, book.delimiter, book.warnings) == (
        "csv",
        encoding,
        delimiter,
        (),
    )
    assert [(sheet.name, sheet.rows) for sheet in book.sheets] == [("学习活动台账", ROWS)]


@pytest.mark.parametrize(
    ("data", "text", "encoding", "guessed"),
    [
        (b"a,b\n1,2\n", "a,b\n1,2\n", "utf-8", False),
        ("委员讲堂".encode(), "委员讲堂", "utf-8", False),
        ("委员讲堂".encode("gbk"), "委员讲堂", "gb18030", False),
        # Two bytes a character, and every pair of them a letter in UTF-8 too.
        ("目录".encode("gbk"), "目录", "gb18030", True),
        ("é,ü".encode(), "茅,眉", "gb18030", True),
        ("臺灣政協".encode("big5"), None, "gb18030", True),
    ],
    ids=["ascii", "utf-8", "gbk", "gbk that is also utf-8", "latin letters", "big5"],
)
def test_an_encoding_that_was_a_guess_is_called_one(data, text, encoding, guessed):
    reading = decoded(data)
    assert (reading.encoding, reading.guessed) == (encoding, guessed)
    assert text in (None, reading.text)


def test_a_guess_is_remarked_on(tmp_path):
    place = tmp_path / "guess.csv"
    place.write_bytes("目录,1\n".encode("gbk"))
    (warning,) = open_workbook(place).warnings
    assert (warning.reason, warning.values) == ("encoding-guessed", {"encoding": "gb18030"})


ROWS_OF = {
    "mixed line ends": ("a,b\r\nc,d\ne,f\rg,h", [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]]),
    "empty lines keep their numbers": (
        "\n\na,b\n\nc,d\n\n",
        [[None, None], [None, None], ["a", "b"], [None, None], ["c", "d"]],
    ),
    "short rows are filled up": ("a,b,c\nd\n", [["a", "b", "c"], ["d", None, None]]),
    "a cell of two lines": ('a,"b\nc"\nd,e\n', [["a", "b\nc"], ["d", "e"]]),
    "a delimiter in quotes": ('a,"b,c"\nd,e\n', [["a", "b,c"], ["d", "e"]]),
    "a quote in quotes": ('a,"b ""c"""\nd,e\n', [["a", 'b "c"'], ["d", "e"]]),
    "an inch sign": ('a,5" 管\nd,e\n', [["a", '5" 管'], ["d", "e"]]),
    "our own mark": ("a,'=1+1\nb,'c\n", [["a", "=1+1"], ["b", "'c"]]),
    "one column": ("a\nb\n", [["a"], ["b"]]),
    "nothing but line ends": ("\n\n", []),
}


@pytest.mark.parametrize("case", ROWS_OF)
def test_rows_come_back_as_they_were_meant(case):
    text, rows = ROWS_OF[case]
    found, torn, _delimiter = read_rows(text, BOUNDS)
    assert (found, torn) == (rows, [])


def test_a_torn_quote_costs_no_other_row():
    rows = [[f"{n}", "委员讲堂", "柳州市", "办结"] for n in range(1, 40)]
    lines = [",".join(row) for row in rows]
    lines[4] = '5,"委员讲堂,柳州市,办结'
    lines[29] = '30,委员讲堂",柳州市,办结'
    lines[30] = '31,"委员讲堂,柳州市,办结'
    found, torn, _delimiter = read_rows("\n".join(lines), BOUNDS)
    spoilt = {5, 31}
    assert [row for row in found if int(row[0]) not in spoilt | {30}] == [
        row for row in rows if int(row[0]) not in spoilt | {30}
    ]
    assert (len(found), set(torn)) == (39, spoilt)
    assert (found[4], found[29]) == (
        ["5", '"委员讲堂', "柳州市", "办结"],
        ["30", '委员讲堂"', "柳州市", "办结"],
    )


def test_torn_quotes_are_remarked_on(tmp_path):
    place = tmp_path / "torn.csv"
    place.write_text('a,b,c,d\n1,"2,3,4\n5,6,7,8\n', encoding="utf-8-sig")
    (warning,) = open_workbook(place).warnings
    assert (warning.reason, warning.values) == ("torn-quotes", {"count": 1, "row": 2})


@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("450400梧州市政协2023年工作台账-问题办理台账.csv", "问题办理台账"),
        ("台账_品牌台账.csv", "品牌台账"),
        ("学习活动台账", "学习活动台账"),
        ("台账-.csv", "台账-"),
    ],
)
def test_the_sheet_is_named_after_the_file(name, sheet):
    assert sheet_name(name) == sheet
