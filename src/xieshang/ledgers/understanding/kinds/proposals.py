"""The list of proposals that an office keeps while they are handled, as offices head it."""

import re

from xieshang.reading.unreadable import gettext_noop as _

from .field import CHOICE, DAY, TEXT, Kind, is_field, must

PROPOSAL = Kind(
    "proposal",
    _("Proposals in hand"),
    ("提案",),
    re.compile(r"关于|建议|提案$"),
    (
        is_field(
            "number",
            _("Proposal number"),
            TEXT,
            "提案号 提案编号 案号 提案案号 立案号 编号",
            perhaps="序号 号",
            longest=40,
        ),
        must(
            "raised_on",
            _("Submitted on"),
            DAY,
            "提交时间 提交日期 收案日期 收案时间 提出日期 提出时间 立案日期 立案时间",
            perhaps="日期 时间",
        ),
        must(
            "title",
            _("Subject of the proposal"),
            TEXT,
            "案由 提案案由 提案题目 提案标题 提案名称 题目 标题",
            perhaps="名称 主题 内容",
            longest=200,
        ),
        is_field(
            "author",
            _("Proposer"),
            TEXT,
            "提案人 第一提案人 提案者 提案单位 提案人姓名 领衔提案人 提案单位/个人 提案者姓名",
        ),
        is_field("category", _("Category"), TEXT, "类别 提案类别 分类 提案分类", longest=40),
        is_field(
            "unit",
            _("Handling unit"),
            TEXT,
            "承办单位 主办单位 办理单位 主办 主办部门 承办部门",
            words=r"[局委办院厅处部]$|政府|公司|街道|乡|镇",
        ),
        is_field(
            "due_on", _("Due on"), DAY, "办理期限 限办日期 办结期限 计划办结日期 办理时限 答复期限"
        ),
        must(
            "progress",
            _("State"),
            CHOICE,
            "状态 立案情况 办理状态 当前状态 审查结果 是否立案 办理进展 提案状态",
            perhaps="办理情况 进展 情况",
            words=r"立案|办|答复|并案|撤|审查|待审",
            longest=60,
        ),
        is_field(
            "replied_on",
            _("Replied on"),
            DAY,
            "办理时间 答复时间 答复日期 办结日期 办复时间 办复日期 办结时间 复文日期",
        ),
        is_field(
            "answer",
            _("Answer given"),
            TEXT,
            "办理意见 办理结果 答复意见 办理类别 答复类别 解决程度 答复内容 办复类别",
        ),
    ),
)
