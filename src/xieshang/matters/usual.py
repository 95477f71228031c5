"""The rules a body starts with; each place may have its own in their stead.

Grounds after the national rules on proposals; spheres and working categories as committees count
them; the letters of answers as most places write them.
"""

GROUNDS = (
    "涉及国家秘密",
    "国家规定不得在提案中涉及的事项",
    "中共党员对党内组织人事安排等方面有意见",
    "民主党派成员反映本组织内部问题",
    "进入民事、刑事、行政诉讼或者仲裁程序的事项",
    "属于学术研讨",
    "为本人或者亲属解决个人问题",
    "宣传、推介具体作品、产品",
    "指名举报",
    "内容空泛，没有具体建议",
)
SPHERES = ("经济建设", "政治建设", "文化建设", "社会建设", "生态文明建设", "其他")
WORKING = (
    "经济发展",
    "城乡建设",
    "民政劳动",
    "农牧林水",
    "科教文卫体",
    "财税金融",
    "交通旅游",
    "资源环境",
    "政务服务",
    "民族宗教",
    "纪检政法",
    "组宣统战",
    "其他",
)
# (name, notice, answer that stops): a stop answer sends whoever raises a matter where help is.
FOR_RESIDENTS = (
    ("道路与交通", "", ""),
    ("供水供电供气", "断水断电请先拨打供水、供电单位的抢修电话。", ""),
    ("老旧小区与电梯", "", ""),
    ("环境卫生", "", ""),
    ("教育与托幼", "", ""),
    ("医疗与养老", "", ""),
    ("乡村建设与农事", "", ""),
    ("办事与服务", "", ""),
    ("正在发生的危险", "", "正在发生的危险请立即拨打110、119或120，不要在这里等待答复。"),
    ("诉讼、仲裁与举报", "", "诉讼、仲裁请找法院和仲裁机构；举报请拨打12388或12389。这里不受理。"),
    ("其他", "", ""),
)
CLASSES = (
    ("A", "已经解决或者基本解决", "done"),
    ("B", "正在解决或者列入计划逐步解决", "planned"),
    ("C", "因条件限制暂时不能解决，留作参考", "not-now"),
)
