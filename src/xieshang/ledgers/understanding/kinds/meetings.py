"""Ledgers of meetings: study and consultation, as offices head them."""

import re

from xieshang.reading.unreadable import gettext_noop as _

from .field import (
    CHOICE,
    COUNT,
    COUNTY,
    DAY,
    ORDINAL,
    OWN_NUMBER,
    TEXT,
    Kind,
    is_field,
    must,
)

MEETING_DAY = must(
    "day",
    _("Day"),
    DAY,
    "开展时间 召开时间 活动日期 活动时间 日期 时间 举办时间 举办日期 举行时间 会议时间 召开日期"
    " 开展日期 学习时间 学习日期 培训时间 协商时间 协商日期 起止时间 何时 具体时间",
    perhaps="登记时间 年月日",
)
PROGRAMME = is_field(
    "programme",
    _("Brand or series"),
    TEXT,
    "品牌/系列 系列 依托品牌 所属品牌 品牌 活动品牌 品牌名称 活动系列 系列活动 所属系列 协商品牌",
)
SESSION = is_field(
    "session", _("Session number"), ORDINAL, "期数 第几期 期次 期号 期 届次 场次 次数"
)
PLACE = is_field(
    "place",
    _("Place"),
    TEXT,
    "活动地点 场所 会场 会议场所 地点 阵地 会议地点 召开地点 举办地点 活动场所 开展地点"
    " 学习地点 依托阵地"
    " 协商地点",
    longest=200,
)
HOST = is_field(
    "host",
    _("Host"),
    TEXT,
    "组织单位 主办单位 组织方 承办方 组织机构 承办 牵头单位 主办 承办单位 主办方 举办单位"
    " 组织者 牵头 责任单位 实施单位"
    " 主办政协 组织部门 主办部门",
    words=r"政协|委员会|专委|办公室|界别|党组",
    longest=200,
)
PARTNERS = is_field(
    "partners",
    _("Partners"),
    TEXT,
    "联办单位 联合单位 协同单位 协作单位 协办单位 协办 联办 合办单位 参与单位 配合单位"
    " 联合主办 共同主办 合作单位",
    words=r"政协|委员会|专委|办公室|部门|局",
    longest=200,
)
ATTENDANCES = is_field(
    "attendances",
    _("Attendances"),
    COUNT,
    "参加人数 参会人数 人次 参加人次 培训人次 参会人次 总人数 总人次 出席人数 与会人数 到会人数"
    " 参训人数 参与人数 参与人次 参加总人数 人数 受训人次 学习人次 出席人次 参加活动人数"
    " 参加活动人次 人数合计 合计人次",
)
MEMBERS = is_field(
    "member_attendances",
    _("Member attendances"),
    COUNT,
    "其中委员 委员 参加委员数 委员人次 委员人数 委员数 参加委员 其中委员人数 其中委员人次"
    " 参加委员人数 参会委员 政协委员 参与委员 委员参加人次 其中:委员",
)
PUBLIC = is_field(
    "public_attendances",
    _("Public attendances"),
    COUNT,
    "其中群众 群众 群众人次 群众代表 群众人数 群众参与人数 参加群众 界别群众 其中界别群众"
    " 其中群众人数 群众代表人数 参与群众",
)
REMARK = is_field("remark", _("Remark"), TEXT, "备注 说明 情况说明 备注说明")

STUDY_FORMS = r"学习|培训|讲堂|读书|讲座|宣讲|党课|报告会|研讨|第一议题|中心组"
CONSULTATION_FORMS = r"协商|议事|座谈|议政|恳谈|圆桌|对话|听证"
FORM = "活动类型 类型 类别 形式 活动形式 活动类别 方式"
TITLE = "主题 名称 活动主题 内容 活动名称 活动内容 标题 题目 会议名称 会议主题 活动"

STUDY = Kind(
    "study",
    _("Study"),
    ("学习", "培训", "读书", "讲座", "宣讲", "讲堂"),
    re.compile(STUDY_FORMS),
    (
        OWN_NUMBER,
        MEETING_DAY,
        must(
            "title", _("Title"), TEXT, f"{TITLE} 学习内容 学习主题 培训内容 培训主题", longest=200
        ),
        is_field(
            "form", _("Form"), CHOICE, f"{FORM} 学习形式 培训类型", words=STUDY_FORMS, longest=60
        ),
        PROGRAMME,
        SESSION,
        PLACE,
        HOST,
        PARTNERS,
        ATTENDANCES,
        MEMBERS,
        PUBLIC,
        COUNTY,
        REMARK,
    ),
)
CONSULTATION = Kind(
    "consultation",
    _("Consultations"),
    ("协商", "议事", "议政"),
    re.compile(CONSULTATION_FORMS),
    (
        OWN_NUMBER,
        MEETING_DAY,
        must(
            "title",
            _("Title"),
            TEXT,
            f"{TITLE} 议题 协商议题 协商主题 协商内容 议题名称",
            longest=200,
        ),
        is_field(
            "form",
            _("Form"),
            CHOICE,
            f"{FORM} 协商形式 协商类型",
            words=CONSULTATION_FORMS,
            longest=60,
        ),
        PROGRAMME,
        SESSION,
        PLACE,
        HOST,
        PARTNERS,
        ATTENDANCES,
        MEMBERS,
        PUBLIC,
        COUNTY,
        REMARK,
    ),
)
