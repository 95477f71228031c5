"""What the forms of the sample are answered with, where a sample does not say it itself."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from xieshang.matters.actions import consents_of
from xieshang.matters.models import AnswerClass, Category, Check, Ground, Reply
from xieshang.people.models import Committee, Seat
from xieshang.reading.masking import mask

from .stage import Scene

Said = dict[str, Any]
REASONS = {
    "return": "请补充具体情况后再交一次。",
    "object": "所列完成时间与本单位的安排不一致，请再商。",
    "reopen": "有群众反映情况又有反复，请再看一看。",
}
REPLIES = {
    "A": "所提建议已经采纳，相关工作已经完成。",
    "B": "所提建议已经列入计划，将按季推进，并把进展告诉您。",
    "C": "所提建议目前还不具备条件，已经留作研究参考。",
}


def today():
    return timezone.localdate()


def invited(scene: Scene) -> Said:
    """All other members of the committee are asked, for a week."""
    seats = Seat.objects.current().filter(
        committee=scene.committee, post=Seat.Post.MEMBER, person__in=scene.stage.people.values()
    )
    others = seats.exclude(person=scene.matter.raised_by).order_by("person")
    names = list(others.values_list("person__username", flat=True))
    return {"people": names, "due": today() + timedelta(7)}


def checked(scene: Scene) -> Said:
    """The next aspect which was not looked at."""
    done = scene.matter.checks.since_submission(scene.matter).values_list("aspect", flat=True)
    left = [aspect for aspect in Check.Aspect.values if aspect not in done]
    return {"aspect": left[0], "passed": "yes"}


def filed(scene: Scene) -> Said:
    return {"category": "社会建设", "working": scene.sample.get("working", "其他")}


def given(scene: Scene) -> Said:
    """To the first unit that answers to the committee, or to the one above it, if none is said."""
    if scene.step.said:
        return {}
    units = [u for u in scene.stage.units.values() if u.committee_id in scene.committee.line()]
    nearest = max(units, key=lambda unit: (unit.committee_id, -unit.pk))
    return {"lead": nearest.name}


def replied(scene: Scene) -> Said:
    letter = scene.step.said.get("answer_class", "B")
    return {
        "answer_class": letter,
        "number": f"示函〔{today().year}〕{scene.matter.pk}号",
        "text": f"您反映的“{scene.matter.title}”收悉，谢谢您的关心。经研究，现答复如下：\n"
        f"一、{REPLIES[letter]}\n二、您如有新的情况和意见，请随时与我们联系。",
        "contact_name": "示例经办人",
        "telephone": "0772-0000000",
    }


def next_issue(committee: Committee) -> Said:
    number = committee.issues.count() + 1
    return {"bulletin": "社情民意", "number": number, "adopted_on": today()}


def adopted(scene: Scene) -> Said:
    return {"mode": "single", **next_issue(scene.committee)}


def instructed(scene: Scene) -> Said:
    return {"level": scene.committee.tier, "post": "示例领导", "given_on": today()}


def consented(scene: Scene) -> Said:
    """For the next side that has not said whether it may be published."""
    missing = [side for side, word in consents_of(scene.matter).items() if word is None]
    return {"side": scene.step.role or missing[0], "agreed": "yes"}


def published(scene: Scene) -> Said:
    """The words as they are, masked."""
    matter = scene.matter
    text = matter.texts.latest_of("original")
    reply = Reply.objects.signed().filter(assignment__matter=matter).last()
    return {
        "title": mask(matter.title),
        "text": mask(text.whole),
        "reply": mask(reply.text) if reply else "",
    }


ANSWERS: Mapping[str, Callable[[Scene], Said]] = {
    "reason": lambda scene: {"note": REASONS.get(scene.step.verb, "请知悉。")},
    "ground": lambda _scene: {"note": "按有关规定不予受理。"},
    "invitation": invited,
    "sign": lambda _scene: {"agreed": "yes"},
    "check": checked,
    "filing": filed,
    "assignment": given,
    "dispute": lambda _scene: {"note": "不属于本单位职责，建议改派。"},
    "more-time": lambda _scene: {"note": "需要与几家单位商定。", "due": today() + timedelta(120)},
    "note-contact": lambda _scene: {
        "way": "visit", "on": today(), "note": "上门听取意见，逐条说明了办理打算。",
    },
    "opinion": lambda _scene: {"opinion": "同意主办单位的意见。"},
    "reply": replied,
    "signature": lambda _scene: {"leader": "示例领导"},
    "rate": lambda _scene: {"process": "satisfied", "result": "satisfied", "contact": "visited"},
    "look-back": lambda _scene: {"found": "done", "words": "已到现场看过。"},
    "declaration": lambda _scene: {"declared": "on"},
    "adoption": adopted,
    "instruct": instructed,
    "consent": consented,
    "publish": published,
    "answer-merger": lambda _scene: {"agreed": "yes"},
}  # fmt: skip


def class_of(scene: Scene, letter: str) -> int:
    return AnswerClass.objects.of(scene.committee).get(letter=letter).pk


def ground_of(scene: Scene, words: str) -> int:
    return Ground.objects.of(scene.committee).get(words=words).pk


def category_of(committee: Committee, use: str, name: str) -> Category:
    """The category of that name in force for a committee."""
    return Category.objects.filter(use=use).of(committee).get(name=name)


def unit_of(scene: Scene, name: str) -> int | str:
    return scene.stage.units[name].pk if name else ""


def units_of(scene: Scene, names: list[str]) -> list[int | str]:
    return [unit_of(scene, name) for name in names]


# What a sample names in words is a key in a form.
KEYS: Mapping[str, Callable[[Scene, Any], Any]] = {
    "people": lambda scene, names: [scene.stage.people[name].pk for name in names],
    "lead": unit_of,
    "unit": unit_of,
    "joint": units_of,
    "separate": units_of,
    "main": lambda scene, key: scene.stage.played[key].pk,
    "ground": ground_of,
    "answer_class": class_of,
    "category": lambda scene, name: category_of(scene.committee, "reporting", name).pk,
    "working": lambda scene, name: category_of(scene.committee, "working", name).pk,
}


def filled(scene: Scene) -> Said:
    """What a form is filled in with: what is usual, and what the step says in its stead."""
    usual = ANSWERS[scene.asks](scene) if scene.asks in ANSWERS else {}
    said = usual | dict(scene.step.said)
    return {name: KEYS[name](scene, it) if name in KEYS else it for name, it in said.items()}
