"""Templates: an office's own and the shipped ones, what they may ask, and what is refused."""

import pytest

from xieshang.people.models import Committee
from xieshang.reports.actions import draft_report, keep_template
from xieshang.reports.document.faults import TemplateFault
from xieshang.reports.models import Template
from xieshang.reports.quoting import editable

from .test_drafting import paragraphs

pytestmark = pytest.mark.django_db


def test_an_office_writes_its_own_template(worked, city, editor, typed):
    source = typed(("{{ 地名 }}小结", "Title"), "学习{{ 数字：study-sessions ｜ 本级 }}期。")
    template = keep_template([source], "小结.docx", committee=city, by=editor)
    own = draft_report(city, 2023, by=editor)
    assert (own.template, paragraphs(own)) == (template, ["柳州市小结", "学习1期。"])


def test_the_template_given_to_an_office_makes_the_same_report(report, city, editor):
    template = keep_template([editable("city")], "可编辑.docx", committee=city, by=editor)
    again = draft_report(city, 2023, by=editor)
    assert again.template == template
    assert paragraphs(again) == paragraphs(report)
    assert list(again.figures.all()) == list(report.figures.all())


def test_what_a_template_may_ask(worked, city, region, editor, typed):
    source = typed(
        "题目",
        "全区{{ 数字：study-sessions ｜ 全区 }}期。",
        "讲堂{{ 数字：study-sessions ｜ 形式=委员讲堂 }}期。",
        "系列{{ 数字：study-sessions ｜ 品牌=示例讲堂 }}期。",
        "无此系列{{ 数字：study-sessions ｜ 品牌=没有 }}期。",
        "去年{{ 数字：study-sessions ｜ 2022年 ｜ 可为零 }}期。",
        "两年{{ 数字：study-sessions ｜ 自2022年 }}期。",
        "县里{{ 数字：study-sessions ｜ 柳州市城中区政协 }}期。",
        "县名{{ 数字：study-sessions ｜ 城中区 }}期，编码{{ 数字：study-sessions ｜ 450202 }}期。",
    )
    template = keep_template([source], "问.docx", committee=city, by=editor)
    assert paragraphs(draft_report(city, 2023, by=editor, template=template)) == [
        "题目",
        "全区2期。",
        "讲堂1期。",
        "系列1期。",
        "去年0期。",
        "两年2期。",
        "县里1期。",
        "县名1期，编码1期。",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "学习3期",
        "{{ 数字：study-hours }}",
        "{{ 数字：study-sessions ｜ 占比 }}",
        "{{ 数字：venues ｜ 品牌=示例 }}",
        "{{ 数字：study-sessions ｜ 杭州市 }}",
    ],
)
def test_a_faulty_template_is_not_kept(city, editor, typed, line):
    with pytest.raises(TemplateFault):
        keep_template([typed(line)], "错.docx", committee=city, by=editor)
    assert Template.objects.count() == 0


@pytest.mark.parametrize("code", [450000, 450200, 450202])
def test_the_shipped_template_of_each_tier_is_sound(region, city, county, editor, code):
    committee = Committee.objects.get(pk=code)
    assert draft_report(committee, 2023, by=editor).status == "draft"


def test_a_hostile_name_is_printed_as_it_is(worked, city, editor):
    city.programmes.update(name='#import "x" $y$ {{7*7}} <b>')
    assert '柳州市政协“#import "x" $y$ {{7*7}} <b>”推出1期。' in paragraphs(
        draft_report(city, 2023, by=editor)
    )
