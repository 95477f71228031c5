"""Four weeks after a closing, one question to whoever raised the matter: is it solved?"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.lifecycle.actions import NoSuchMove
from xieshang.lifecycle.table import Role
from xieshang.people.actions import system

from ..models import Matter, Receipt
from ..models.voice import FOUR_WEEKS, Question
from . import voicing_telling
from .moving import take

Answer = Question.Answer
MOVES = {Answer.YES: "confirm", Answer.NO: "not-solved"}


def ask_if_solved(now: datetime) -> int:
    """Ask of every matter whose day has come; returns of how many. Each closing asks once.

    Run as often or as seldom as may be, by as many as may be: the day is taken off the receipt
    in the transaction in which the question is written down.
    """
    due = Receipt.objects.to_ask(timezone.localdate(now)).order_by("pk")
    return sum(ask(key, now) for key in list(due.values_list("matter", flat=True)))


@transaction.atomic
def ask(key: int, now: datetime) -> bool:
    """Ask of one matter, unless another clock has asked, or it was opened again meanwhile."""
    matter = Matter.objects.select_for_update().get(pk=key)
    receipt = Receipt.objects.to_ask(timezone.localdate(now)).filter(matter=matter).first()
    closing = matter.steps.last()
    if receipt is None or closing is None or closing.went_to != "closed":
        return False
    by = system()
    receipt.asks_on = None
    receipt.save(update_fields=["asks_on"])
    asked = closing.questions.count()
    question = Question.objects.create(closing=closing, round=asked + 1, asked_at=now)
    seal(by, "ask-if-solved", matter, round=question.round)
    voicing_telling.asked(question, by=by)
    return True


def question_of(matter: Matter) -> Question | None:
    """What its raiser is asked and has not answered; None where nothing is open."""
    last = matter.steps.last()
    return last.questions.filter(answered_at=None).last() if last else None


@transaction.atomic
def answer_question(question: Question, *, answer: str, by, note: str = "") -> Question:
    """Answer whether it is solved: yes confirms it, no opens it again with the reason.

    Raises NoSuchMove where it was answered before, or the matter has moved since it was asked.
    """
    matter = Matter.objects.select_for_update().get(pk=question.closing.subject_id)
    open_one = question_of(matter)
    if open_one is None or open_one.pk != question.pk:
        raise NoSuchMove("this question is not open any more")
    open_one.answer, open_one.answered_at = Answer(answer), timezone.now()
    open_one.save(update_fields=["answer", "answered_at"])
    seal(by, "answer-if-solved", matter, answer=answer, round=open_one.round)
    if verb := MOVES.get(Answer(answer)):
        take(matter, verb, by=by, role=Role.AUTHOR, note=note)
    elif answer == Answer.LATER:
        asks_on = timezone.localdate() + FOUR_WEEKS
        Receipt.objects.filter(matter=matter, erased_at=None).update(asks_on=asks_on)
    return open_one
