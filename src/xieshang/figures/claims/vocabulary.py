"""Which words say what is counted. To teach the reader a wording, add it here.

A subject is recognised by its unit and its noun; of several nouns in the same clause the one
nearest to the number wins, and of nouns equally near the subject that stands first.
"""

import re
from dataclasses import dataclass

SESSIONS = ("场次", "期次", "期", "场", "次", "讲", "集", "课时")
PEOPLE = ("人次", "人", "名", "位")
THINGS = ("篇次", "件次", "条次", "个", "件", "条", "项", "篇", "份", "起", "宗", "桩", "则")
PLACES = ("个", "间", "家", "处", "所", "座", "块")
PROJECTS = ("个", "项", "家", "宗")
POSTS = ("个", "人", "名", "人次")

SOLVED = r"解决|化解|办结|办理完|破解|整改|销号|得到落实|答复办理"
ADOPTED = "采用|采纳|吸纳"
# A phrase of these words alone speaks of what the number before it counted.
CARRIED = (
    rf"(?:{SOLVED}|{ADOPTED}|批示|覆盖|参[加与会训学]|惠及|受众|听众|到场|出席"
    "|委员|群众|干部|代表|职工|人员|各级|各类|开展|举[办行]|组织|召开|进行"
    "|登记|受理|办理|收集|发现|梳理|征集|提出|投资(?:超|过)亿元"
    "|(?:达到|符合|具备)“六有”(?:标准|要求)?"
    "|已|被|获|领导|成功|推动|协调|有效|得到|全部|[、和其中了次])*"
)
BROUGHT = r"引进|引入|引荐|引来|招引|招商|落地|落户|签约|促成|牵线|引资|对接|洽谈"
HUNDRED_MILLION = (
    r"(?<![0-9十百千])(?:1|一)?亿元(?:及)?以上|(?:超|过|上|逾)(?:1|一)?亿元|亿元级?(?:大)?项目"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted: the metric, its units, its noun, and what else the clause must (not) say."""

    metric: str
    units: tuple[str, ...]
    noun: str
    needs: str = ""
    unless: str = ""

    def fits(self, unit: str, words: str, above: str = "") -> bool:
        """Whether the words around a number with this unit can be about this subject.

        What is needed may also stand in the words above that are carried on.
        """
        return (
            unit in self.units
            and (not self.needs or bool(re.search(self.needs, above + words)))
            and not (self.unless and re.search(self.unless, words))
        )


MEETING = r"协商(?:议事|议政)?(?:活动|会议|座谈会|会(?!议室)|议事会)|议事会|恳谈会"
CONSULTATION = rf"(?:议事)?(?:{MEETING}|协商)|协商议政"
ACROSS = (  # with another office, not with a department or within the line
    "省际|跨省|跨区域|跨市|跨界|边界|毗邻|(?:联合|协同|携手|会同)[^，；。]{0,16}政协"
    "|政协[^，；。]{0,4}(?:联合|携手|共同)"
)
STUDY = (
    "学习(?:活动|会|研讨|教育)?|学习[^，,、]{0,20}座谈会|研讨班|读书(?:活动|分享会|会|班)?|分享会"
    "|宣讲(?:活动|会|报告会)?|讲座|报告会|中心组|学习培训|教育培训|参学|辅导(?:课|报告)?|第一议题"
)
TRAINING = r"(?<!学习)(?<!教育)培训(?:班|会|活动)?|委员讲堂|大讲堂|讲堂|轮训|参训|研修班"
RAISED = (
    "发现|收[集到]|登记|梳理|征集|受理|反映|[摸排]排|排查|提出|汇总|接[收到]|认领"
    "|交办|办理|建立|记录|查找|整理"
)
PROBLEM = r"问题|难题|难事|诉求|难点|堵点|痛点|卡点|困难"
ADVICE = r"(?:意见|对策)?(?:和|、)?建议|意见|建言(?:成果)?"
TRADES = "技能|农民|职业|致富|村民|实训"  # training of others than members
MEMBERS_ONLY = r"(?<!界别)委员(?!.*(?:群众|干部|代表|人员|职工|机关))"
VENUE = (
    "议事[室厅]|协商[室厅]|书屋|书房|工作室|联络[站室]|工作站|活动室|阵地|委员之家|读书角|平台|基地"
)

SUBJECTS = (
    Subject("training-sessions", SESSIONS, TRAINING, unless=TRADES),
    Subject("training-attendances", PEOPLE, TRAINING, unless=TRADES),
    Subject(
        "joint-consultations", SESSIONS, rf"(?:{ACROSS})[^，；。、]{{0,10}}?(?:{CONSULTATION})"
    ),
    Subject("consultations-held", SESSIONS, CONSULTATION),
    Subject("consultation-attendances", PEOPLE, CONSULTATION, unless=MEMBERS_ONLY),
    Subject("study-sessions", SESSIONS, STUDY, unless="考察学习"),
    Subject("study-member-attendances", PEOPLE, STUDY, r"委员", unless=r"干部|群众|职工|机关"),
    Subject("study-attendances", PEOPLE, STUDY),
    Subject("problems-solved", THINGS, PROBLEM, SOLVED),
    Subject("problems-registered", THINGS, PROBLEM, RAISED),
    Subject(
        "suggestions-adopted",
        THINGS,
        rf"{ADVICE}|提案|社情民意(?:信息)?|信息|报告|成果|(?:{ADOPTED})",
        ADOPTED,
        unless="^(?!.*采[用纳]).*批示|(?:全国|自治区|省)政协|中央|自治区党委|省委|上级",
    ),
    Subject(
        "proposals-submitted", THINGS, "提案", unless="立案|并案|办复|办结|重点|优秀|督办|答复|交办"
    ),
    Subject("opinion-reports-submitted", THINGS, "社情民意(?:信息)?|信息", unless=ADOPTED),
    Subject("suggestions-submitted", THINGS, ADVICE, unless=ADOPTED),
    Subject("projects-over-100m", PROJECTS, "项目", HUNDRED_MILLION),
    Subject("projects-introduced", PROJECTS, "项目", BROUGHT, unless="[0-9十百千][亿万]元"),
    Subject("jobs-created", POSTS, r"就业(?:岗位)?|岗位|用工", unless="脱贫|公益"),
    Subject("sector-studios", PLACES, "界别[^，；。、]{0,6}?工作室"),
    Subject("sectors-covered", ("个",), "界别", "覆盖|涵盖"),
    Subject("venues", PLACES, VENUE, unless="产业|种植|养殖|实训|示范"),
    Subject("brands-six-complete", THINGS, "品牌", "六有"),
    Subject("brands", THINGS, "品牌"),
)
SECTORS = "sectors-covered"  # what 界别“全覆盖” claims a share of
PROGRAMME = "programme-sessions"
UNNUMBERED = ("study-sessions", "consultations-held")  # of a programme that numbers nothing

# Words that narrow a figure to one of the forms the offices keep in their ledgers.
LECTURES = ("委员讲堂", "委员培训班")
STUDIES = (
    *LECTURES, "读书分享会", "学习座谈会", "宣讲报告会", "专题学习会", "理论学习中心组学习",
    "第一议题学习",
)  # fmt: skip
CONSULTATIONS = (
    "基层协商", "专题协商", "对口协商", "界别协商", "双周协商座谈会", "网络协商", "远程协商",
    "提案办理协商",
)  # fmt: skip
FORMS = {
    "training-sessions": LECTURES,
    "training-attendances": LECTURES,
    "study-sessions": STUDIES,
    "study-attendances": STUDIES,
    "study-member-attendances": STUDIES,
    "consultations-held": CONSULTATIONS,
    "consultation-attendances": CONSULTATIONS,
    "suggestions-adopted": ("提案", "社情民意信息", "大会发言", "调研报告"),
    "suggestions-submitted": ("大会发言", "调研报告"),
    "projects-introduced": ("直接引进", "参与引进"),
    "venues": ("协商议事室", "政协书屋", "政治生活活动室", "委员工作室", "委员联络站"),
}
# A matter's form is its kind; the names are those of the lifecycles.
KINDS = {
    "提案": "proposal",
    "社情民意信息": "opinion-report",
    "大会发言": "speech",
    "调研报告": "research",
}

# Numbered sessions (期) of something with a name in quotation marks are a programme's; the noun
# behind the marks may belong to the name.
ISSUES = ("期", "集", "讲", "辑")
SERIES = "大讲堂|讲堂|讲座|论坛|沙龙|节目|栏目|读书会|议事厅|议事室|工作室|品牌"

# Words that are not what is counted: they open the phrase, or only lead up to the number.
PERIODS = (
    "^(?:[自从]?(?:[0-9]{4}|[二〇零一三四五六七八九]{4}|[今去全本上]"
    "|[近五三两一]{1,2})年[度内]?(?:以?来)?)"
)
OPENERS = r"^(?:并且?|还|也|其中|同时|分别|以及|和|与|及|的|了|着|中|系统|党组|共)+"
FILLERS = (
    r"(?:共计|总计|合计|累计|一共|共|达到|达|多达|已有|已|为|有|先后|总数|至今|举行了?|了|:|：)+$"
)
