"""Ledgers of matters: problems and suggestions, as offices head them."""

import re

from xieshang.reading.unreadable import gettext_noop as _

from .field import (
    CHOICE,
    COUNTY,
    DAY,
    OWN_NUMBER,
    TEXT,
    Kind,
    is_field,
    must,
)

PROBLEM = Kind(
    "problem",
    _("Problems"),
    ("问题", "诉求", "事项", "办理", "民生实事"),
    re.compile(r"问题|难题|诉求|困难|不便|纠纷"),
    (
        OWN_NUMBER,
        must(
            "raised_on",
            _("Raised on"),
            DAY,
            "提出时间 受理日期 登记时间 发现日期 提出日期 受理时间 登记日期 发现时间 反映时间"
            " 反映日期"
            " 收到日期 接件日期 交办时间",
            perhaps="日期 时间 开展时间 活动日期 召开时间",
        ),
        must(
            "title",
            _("Problem"),
            TEXT,
            "问题内容 事项 问题 存在问题 问题描述 问题事项 诉求 反映问题 反映内容 群众诉求 内容"
            " 具体问题 事由 问题名称 主要问题 诉求内容",
            perhaps="主题 名称 标题",
            longest=200,
        ),
        is_field(
            "source",
            _("Source"),
            CHOICE,
            "问题来源 反映渠道 来源 收集渠道 渠道 来源渠道 发现途径 反映途径",
            perhaps="类型 类别",
            words=r"接待|提出|发现|转办|反映|来信|来访|调研|视察|热线",
            longest=60,
        ),
        COUNTY,
        is_field(
            "unit",
            _("Handling unit"),
            TEXT,
            "责任单位 承办单位 主办部门 责任部门(单位) 交办部门 办理单位 主办单位 办理部门"
            " 责任部门 承办部门 牵头单位 交办单位",
            words=r"[局委办院厅处部]$|政府|公司|街道|乡|镇",
        ),
        is_field(
            "due_on",
            _("Due on"),
            DAY,
            "限办日期 期限 应办结时间 应办日期 应完成时间 规定办结时间 限办期限 办理期限"
            " 限办时间 办结期限 完成时限 办理时限 时限 限期 应办结日期"
            " 截止日期"
            " 要求完成时间",
        ),
        is_field(
            "status",
            _("Progress"),
            CHOICE,
            "办理状态 进展 状态 办理情况 办理进展 进展情况 办理结果 解决情况 落实情况"
            " 是否解决 是否办结"
            " 完成情况 当前状态",
            words=r"办结|解决|办理|协调|计划|条件|完成|落实|推进|^[是否√×]$",
        ),
        is_field(
            "solved_on",
            _("Solved on"),
            DAY,
            "办结日期 解决时间 实际办结时间 实际完成时间 办结时间 解决日期 完成日期 完成时间"
            " 办毕日期 实际办结日期 落实时间",
            perhaps="办理时间 办理日期",
        ),
        is_field(
            "verdict",
            _("Residents' verdict"),
            CHOICE,
            "群众评价 满意度 满意程度 反馈意见 评价 群众满意度 满意情况 群众反馈 反馈 回访情况",
            words=r"满意",
        ),
    ),
)
SUGGESTION = Kind(
    "suggestion",
    _("Suggestions"),
    ("建言", "提案", "社情民意", "信息", "资政", "意见建议"),
    re.compile(r"建议|提案|社情民意|报告$|意见$"),
    (
        OWN_NUMBER,
        must(
            "raised_on",
            _("Submitted on"),
            DAY,
            "提交时间 提交日期 报送时间 报送日期 开展时间 召开时间 活动日期 日期 时间"
            " 上报时间 上报日期"
            " 提出时间 提出日期 建言时间 登记时间 形成时间",
        ),
        must(
            "title",
            _("Title"),
            TEXT,
            "标题 信息标题 题目 建言题目 建言标题 案由 名称 建议名称 提案名称 提案题目 建议标题"
            " 建言内容 信息题目 主题 内容 建议内容",
            longest=200,
        ),
        is_field(
            "type",
            _("Type"),
            CHOICE,
            "类别 建言类型 形式 类型 建言形式 建言类别 种类 成果形式",
            words=r"提案|社情民意|信息|发言|报告|建议",
            longest=60,
        ),
        is_field(
            "author",
            _("Author"),
            TEXT,
            "第一提案人 作者 执笔人 撰稿人 提出者 提交委员 报送单位/个人 提案人 提交人 提出人"
            " 撰写人 反映人 建言人 提交单位/个人"
            " 提交者 提案者 反映单位/个人 提交单位 报送人",
            perhaps="报送单位 委员姓名 姓名",
            words=r"[界党会联盟社]$|个人|联名|委员|专委|支部|小组",
        ),
        is_field(
            "sent_to",
            _("Sent to"),
            TEXT,
            "报送单位 报送对象 报往 报送 报送至 送往单位 报送部门 主送单位 主送 报送去向 呈送单位",
            words=r"市委|党委|政府|政协$|[办局厅部]$|县委|区委",
        ),
        is_field(
            "outcome",
            _("Adoption"),
            CHOICE,
            "采纳情况 结果 采用情况 采用结果 采纳结果 采用 采纳 是否采用 是否采纳 批示情况 转化情况"
            " 成果转化情况 办理结果 采用批示情况 采纳采用情况",
            words=r"采用|采纳|批示|转办|留存|^[是否√×]$",
        ),
        is_field(
            "adopted_on",
            _("Adopted on"),
            DAY,
            "采用时间 批示时间 采用日期 采纳时间 采纳日期 批示日期 采用批示时间 采纳批示日期",
        ),
    ),
)
