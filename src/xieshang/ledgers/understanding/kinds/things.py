"""Ledgers of what lasts: projects, venues and brands, as offices head them."""

import re

from xieshang.reading.unreadable import gettext_noop as _

from .field import (
    AMOUNT,
    CHOICE,
    COUNT,
    COUNTY,
    DAY,
    OWN_NUMBER,
    TEXT,
    Kind,
    is_field,
    must,
)

PROJECT = Kind(
    "project",
    _("Projects"),
    ("项目", "招商", "产业", "引资"),
    re.compile(r"项目|公司|厂|基地|产业园|生产线"),
    (
        OWN_NUMBER,
        must(
            "title",
            _("Project"),
            TEXT,
            "项目 项目名称 名称 引进项目 招商项目 企业名称 产业项目 引进项目名称",
            longest=200,
        ),
        must(
            "day",
            _("Day"),
            DAY,
            "开展时间 召开时间 活动日期 日期 时间 引进时间 引进日期 签约时间 签约日期"
            " 落地时间 落户时间"
            " 开工时间 洽谈时间",
        ),
        is_field(
            "amount",
            _("Investment"),
            AMOUNT,
            "总投资 投资额 投资金额 计划投资 投资总额 投资 计划总投资 总投资额 合同金额 协议投资额"
            " 引资金额 金额 投资规模",
        ),
        is_field(
            "way",
            _("Way"),
            CHOICE,
            "引进方式 参与方式 方式 引荐方式 作用 招商方式 引进形式",
            words=r"引进|参与|牵线|推荐|服务",
            longest=40,
        ),
        is_field(
            "stage",
            _("Stage"),
            CHOICE,
            "进展 项目阶段 阶段 项目进展 进展情况 状态 建设进度 项目状态 进度",
            words=r"签约|开工|投产|线索|洽谈|建设|终止|竣工|落地",
            longest=40,
        ),
        is_field(
            "place",
            _("Place"),
            TEXT,
            "落户地点 地点 落地园区 落户园区 落地地点 建设地点 园区 落户地",
        ),
        is_field(
            "jobs",
            _("Jobs"),
            COUNT,
            "提供岗位 带动就业 就业岗位 岗位 就业人数 带动就业人数 提供就业岗位 新增就业"
            " 吸纳就业 岗位数"
            " 就业",
        ),
        is_field(
            "jobs_poverty",
            _("Jobs for households lifted out of poverty"),
            COUNT,
            "其中脱贫户 脱贫人口就业 脱贫劳动力 脱贫人员 脱贫户数 建档立卡户 脱贫户 脱贫人口"
            " 其中脱贫人口 带动脱贫户 脱贫户就业 脱贫人口数"
            " 带动脱贫人口就业",
        ),
        COUNTY,
    ),
)
VENUE = Kind(
    "venue",
    _("Venues"),
    ("阵地", "工作室", "议事室", "场所", "书屋", "联络站", "平台"),
    re.compile(r"[室站吧]\d*$|书屋|长廊|驿站|基地|平台|中心"),
    (
        OWN_NUMBER,
        must(
            "title",
            _("Name"),
            TEXT,
            "名称 阵地名称 场所名称 平台名称 工作室名称 站点名称 阵地",
        ),
        is_field(
            "type",
            _("Type"),
            CHOICE,
            "类型 阵地类型 性质 类别 阵地类别 阵地性质 种类",
            words=r"室|书屋|长廊|站|平台|阵地|基地|中心|吧|驿站",
            longest=60,
        ),
        is_field(
            "owner",
            _("Kept by"),
            TEXT,
            "所属单位 管理单位 主管 主管单位 责任单位 建设单位 管理部门 所属政协 所属 归属单位",
            words=r"政协|委员会|专委|办公室",
        ),
        is_field("sector", _("Sector"), TEXT, "所属界别 界别 依托界别 界别名称"),
        is_field(
            "opened_on",
            _("Opened on"),
            DAY,
            "挂牌时间 建成日期 启用时间 建成时间 挂牌日期 启用日期 成立时间 成立日期 建立时间"
            " 设立时间"
            " 揭牌时间 揭牌日期",
            perhaps="日期 时间",
        ),
        is_field(
            "place",
            _("Address"),
            TEXT,
            "地址 位置 地点 所在位置 详细地址 所在地 县(市、区) 所在县区",
        ),
    ),
)
BRAND = Kind(
    "brand",
    _("Brands"),
    ("品牌",),
    re.compile(r"品牌|“|·"),
    (
        OWN_NUMBER,
        must("title", _("Brand"), TEXT, "品牌名称 品牌 名称 品牌名 党建品牌 特色品牌"),
        is_field(
            "owner",
            _("Kept by"),
            TEXT,
            "所属单位 创建主体 创建部门 管理单位 主管 主管单位 责任单位 创建单位 申报单位"
            " 打造单位 单位",
            words=r"政协|委员会|专委|办公室|支部",
        ),
        is_field("goal", _("Goal"), TEXT, "目标 有目标 工作目标 创建目标"),
        is_field("rules", _("Rules"), TEXT, "制度 有制度 工作制度 机制"),
        is_field("checklist", _("Checklist"), TEXT, "清单 有清单 任务清单 工作清单"),
        is_field("lever", _("Lever"), TEXT, "抓手 有抓手 工作抓手 重点抓手"),
        is_field("carrier", _("Carrier"), TEXT, "载体 有载体 活动载体 工作载体"),
        is_field("impact", _("Impact"), TEXT, "影响 有影响 影响力 成效 社会影响"),
    ),
)
