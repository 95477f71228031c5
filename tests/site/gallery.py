"""Every component on one page, with samples: looked at in a browser, walked by the tests."""

import datetime as dt

from django import forms
from django.http import HttpRequest, HttpResponse

from xieshang.site.listing import Column, Page
from xieshang.site.pages import show
from xieshang.site.tiles import PLACES, tile_map

CITIES = {
    450100: "南宁", 450200: "柳州", 450300: "桂林", 450400: "梧州", 450500: "北海",
    450600: "防城港", 450700: "钦州", 450800: "贵港", 450900: "玉林", 451000: "百色",
    451100: "贺州", 451200: "河池", 451300: "来宾", 451400: "崇左",
}  # fmt: skip
HELD = dict(zip(PLACES, (29, 36, 19, 18, 45, 0, 24, 27, 31, 38, 26, 33, None, 41), strict=True))
COLUMNS = (
    Column("day", "日期", "day", order="day"),
    Column("title", "名称", order="title"),
    Column("attendances", "人次", "number", order="attendances"),
)


KINDS = [("study", "学习"), ("consultation", "协商")]
HERE, PANEL = "/gallery/", "/gallery/panel/"


class Filters(forms.Form):
    words = forms.CharField(label="查找", required=False)
    form = forms.ChoiceField(
        label="形式", choices=[("", "全部"), ("forum", "委员讲堂")], required=False
    )
    own = forms.BooleanField(label="只看本级", required=False)


class Asking(forms.Form):
    title = forms.CharField(label="名称", help_text="会议通知上的全称。", max_length=60)
    day = forms.DateField(label="日期", widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(
        label="类别",
        choices=KINDS,
        widget=forms.RadioSelect,
    )
    joint = forms.BooleanField(label="与上下级联办", required=False)
    note = forms.CharField(label="备注", widget=forms.Textarea, required=False)


class Papers(forms.Form):
    paper = forms.FileField(label="通知或签到表", required=False)


def context() -> dict[str, object]:
    rows = [
        {"day": dt.date(2023, month, 5), "title": f"示例：第{month}期委员讲堂", "n": month * 121}
        for month in range(1, 7)
    ]
    cells = ["序号", "活动名称", "举办时间", "参加人次"]
    return {
        "stats": [
            {"label": "协商活动", "value": 676, "unit": "场", "href": PANEL},
            {"label": "学习人次", "value": 51234, "unit": "人次", "href": PANEL},
            {
                "label": "解决问题",
                "value": 92,
                "unit": "个",
                "href": PANEL,
                "note": "104 个中",
            },
            {"label": "引进项目", "value": 15, "unit": "个"},
        ],
        "map": tile_map(HELD, CITIES, dict.fromkeys(CITIES, HERE), unit="场", here=450200),
        "bars": [(f"{m}月", m * 7 % 31 or None, HERE if m % 2 else "") for m in range(1, 13)],
        "heads": ["月份", "2022年", "2023年"],
        "lines": [[f"{m}月", m * 5 % 23, m * 7 % 31] for m in range(1, 13)],
        "columns": COLUMNS,
        "rows": rows,
        "page": Page(rows, 1234, before=3, after=8),
        "filters": Filters({"words": "协商"}),
        "form": Asking({"title": ""}),
        "drop": Papers(),
        "crumbs": [("首页", "/"), ("柳州市政协", "/gallery/"), ("协商活动", "")],
        "tabs": [
            {"label": "等我办理", "href": HERE, "here": True, "count": 5},
            {"label": "已逾期", "href": HERE, "here": False, "count": 2},
        ],
        "nav": [
            {"label": "首页", "href": HERE, "here": True},
            {"label": "各级政协", "href": HERE},
            {"label": "待办", "href": HERE, "count": 5},
        ],
        "facts": [("口径", "一次联合举办只计一场"), ("范围", "柳州市及各县区"), ("时间", "2023年")],
        "sheet": {
            "name": "450200柳州市政协2023年工作台账.xls · 学习活动（示例）",
            "letters": ["A", "B", "C", "D"],
            "lines": [
                {"number": 2, "cells": [{"text": cell} for cell in cells]},
                {
                    "number": 3,
                    "cells": [{"text": text} for text in ("1", "读书会", "3月5日", "５４")],
                },
                {
                    "number": 4,
                    "cited": True,
                    "cells": [
                        {"text": "2"},
                        {"text": "委员讲堂"},
                        {"text": "3月9日"},
                        {"text": "120余人次", "marked": True},
                    ],
                },
            ],
        },
    }


def gallery(request: HttpRequest) -> HttpResponse:
    return show(request, "gallery.html", context())


def panel(request: HttpRequest) -> HttpResponse:
    return show(request, "gallery.html", context(), fragment="panel")
