"""What opens by a link in a letter: one question, one address, one following, and nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from xieshang.lifecycle.actions import NoSuchMove
from xieshang.matters.actions.voicing_asking import answer_question, question_of
from xieshang.matters.actions.voicing_following import confirm_following, unfollow
from xieshang.matters.actions.voicing_links import found_by
from xieshang.matters.actions.voicing_receipt import forget_address
from xieshang.matters.forms.voicing import Solved
from xieshang.matters.models import Follower, Matter, Receipt
from xieshang.matters.models.voice import Question
from xieshang.people.actions import resident
from xieshang.site.errors import answer
from xieshang.site.pages import show

from .door import forum


def no_longer(request: HttpRequest) -> HttpResponse:
    """The same page for what was answered, what is too old, and what never was."""
    return answer(
        request,
        410,
        _("This link leads nowhere any more"),
        _("It was used, or it is too old. Number and code of the receipt open your matter."),
    )


@forum("GET", "POST")
def question(request: HttpRequest, token: str) -> HttpResponse:
    """The one question by a letter's link: is it solved?"""
    asked = found_by(token, Question)
    matter = asked.closing.subject if asked else None
    if matter is None or question_of(matter) != asked:
        return no_longer(request)
    form = Solved(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        context = {"matter": matter, "closing": asked.closing, "form": form}
        status = 422 if form.is_bound else 200
        return show(request, "forum/question.html", context, status=status)
    try:
        answer_question(asked, by=resident(), **form.cleaned_data)
    except NoSuchMove:
        return no_longer(request)
    context = {"matter": matter, "answer": form.cleaned_data["answer"]}
    return show(request, "forum/answered.html", context)


@forum("GET", "POST")
def reached(request: HttpRequest, token: str) -> HttpResponse:
    """Where a letter to a raiser leads: to the matter with its code; or it is forgotten."""
    receipt = found_by(token, Receipt)
    if receipt is None:
        return no_longer(request)
    if request.method == "POST":
        forget_address(receipt, by=resident())
        return show(request, "forum/forgotten.html", {})
    return show(request, "forum/reached.html", {"number": f"M{receipt.matter_id}"})


@forum("GET", "POST")
def following(request: HttpRequest, token: str) -> HttpResponse:
    """Where a letter to a follower leads: confirm the address, or be forgotten."""
    follower = found_by(token, Follower)
    if follower is None:
        return no_longer(request)
    matter = follower.matter
    if request.method == "POST" and request.POST.get("answer") == "yes":
        confirm_following(follower, by=resident())
        return redirect("forum:following", token)
    if request.method == "POST":
        unfollow(follower, by=resident())
        return show(request, "forum/forgotten.html", {})
    public = Matter.objects.public().filter(pk=matter.pk).exists()
    context = {"follower": follower, "matter": matter, "public": public}
    return show(request, "forum/following.html", context)
