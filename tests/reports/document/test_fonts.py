"""Where the fonts of the standard are not installed, the next best stand in."""

import pytest

from xieshang.reports.document import fonts as at_hand
from xieshang.reports.document.fonts import Fonts, NoChineseFont, stand_ins

WINDOWS = frozenset({"FangSong", "KaiTi", "SimHei", "SimSun", "Times New Roman"})
LINUX = frozenset({"Noto Serif CJK SC", "Noto Sans CJK SC", "DejaVu Sans"})
BROUGHT = frozenset({"Noto Serif SC", "DejaVu Sans"})
ODD = frozenset({"WenQuanYi Zen Hei", "DejaVu Sans"})


@pytest.mark.parametrize(
    ("font", "names", "first"),
    [
        ("仿宋_GB2312", WINDOWS | {"仿宋_GB2312"}, "仿宋_GB2312"),
        ("仿宋_GB2312", WINDOWS, "FangSong"),
        ("楷体_GB2312", WINDOWS, "KaiTi"),
        ("黑体", WINDOWS, "SimHei"),
        ("宋体", WINDOWS, "SimSun"),
        ("方正小标宋简体", WINDOWS, "SimSun"),
        ("仿宋_GB2312", LINUX, "Noto Serif CJK SC"),
        ("黑体", LINUX, "Noto Sans CJK SC"),
        ("黑体", BROUGHT, "Noto Serif SC"),
        ("华文细黑", ODD, "WenQuanYi Zen Hei"),
        ("", LINUX, "Noto Serif CJK SC"),
    ],
)
def test_the_best_font_at_hand_is_tried_first(font, names, first):
    assert stand_ins(font, names)[0] == first


def test_no_boxes_are_printed_where_there_is_no_chinese_font(monkeypatch):
    class Poor:
        def __init__(self, **_asked):
            pass

        def families(self):
            return ["DejaVu Sans", "Liberation Serif", "New Computer Modern"]

    monkeypatch.setattr(at_hand.typst, "Fonts", Poor)
    with pytest.raises(NoChineseFont):
        Fonts()
