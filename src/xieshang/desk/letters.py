"""The letters of an assignment: a reply to the proposer, a joint unit's opinion to the lead."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from xieshang.matters.models import Assignment, Matter, Reply
from xieshang.reports.document.fonts import NoChineseFont
from xieshang.reports.letters import Letter, docx_of, paragraphs_of, pdf_of, title_of
from xieshang.site.errors import answer

from .assignment_parts import Part
from .assignments import find
from .door import desk

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
TITLES = {"proposal": "reply", "opinion-report": "information"}  # by the table a matter moves by


@desk("GET")
def letter(request: HttpRequest, key: int, reply: int, kind: str) -> HttpResponse:
    """A reply as a letter: whoever may read it may keep it."""
    found = find(request, key)
    part = Part(found, request.user, frozenset(found.roles_of(request.user)))
    readable = {each.pk: each for each in part.replies}
    if reply not in readable:
        raise Http404(str(reply))
    return as_file(request, reply_letter(readable[reply]), kind)


@desk("GET")
def opinion_letter(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    """A joint unit's opinion as a letter to the lead."""
    found = find(request, key)
    part = Part(found, request.user, frozenset(found.roles_of(request.user)))
    if not (found.opinion and part.inside):
        raise Http404(str(key))
    return as_file(request, opinion_of(found), kind)


def as_file(request: HttpRequest, made: Letter, kind: str) -> HttpResponse:
    """The letter to keep, as a document that can be edited or as one to print."""
    return kept(request, lambda: docx_of(made), made.title, kind)


def kept(request: HttpRequest, draw: Callable[[], bytes], title: str, kind: str) -> HttpResponse:
    """What `draw` writes as docx, to keep as that or as a PDF of the same."""
    if kind not in TYPES:
        raise Http404(kind)
    try:
        content = draw() if kind == "docx" else pdf_of(draw())
    except NoChineseFont:
        words = _("No Chinese font is installed on this machine. Keep the letter as Word instead.")
        return answer(request, 409, _("The letter was not printed"), words, back=True)
    name = f"{title}.{kind}"
    disposition = content_disposition_header(True, name)
    return HttpResponse(
        content, content_type=TYPES[kind], headers={"Content-Disposition": disposition}
    )


def reply_letter(reply: Reply) -> Letter:
    """The reply, with the letter of its class at the top right."""
    given = reply.assignment
    matter = given.matter
    return Letter(
        title=titled(matter, TITLES.get(matter.life, "")),
        to=addressee(matter),
        paragraphs=paragraphs_of(reply.text),
        signature=given.unit.name,
        day=reply.signed_on or timezone.localdate(reply.at),
        number=reply.number,
        class_letter=reply.answer_class.letter,
        openness=openness(matter),
        leader=reply.leader,
        contact=reply.contact_name,
        telephone=reply.telephone,
        copies=(matter.committee.title,),
    )


def opinion_of(given: Assignment) -> Letter:
    """The opinion of a joint unit; it goes to whoever is in the lead, and to nobody else."""
    step = given.steps.filter(verb="opine").last()
    lead = given.sisters().live().filter(part=Assignment.Part.LEAD).select_related("unit").first()
    return Letter(
        title=titled(given.matter, "opinion"),
        to=lead.unit.name if lead else given.matter.committee.title,
        paragraphs=paragraphs_of(given.opinion),
        signature=given.unit.name,
        day=step.day if step else given.moved_on,
    )


def titled(matter: Matter, kind: str) -> str:
    """The title by rule; by the matter's own words where it has no number under a term."""
    term = matter.session.term if matter.session else current_term(matter)
    if not (kind and matter.number and term):
        return f"关于“{matter.title}”的{'会办意见' if kind == 'opinion' else '答复'}"
    session = matter.session.number if matter.session else None
    return title_of(kind, matter.committee.title, term.number, session, str(matter.number))


def current_term(matter: Matter):
    """The term in which it was raised."""
    return matter.committee.terms.filter(since__lte=matter.raised_on).order_by("since").last()


def addressee(matter: Matter) -> str:
    """Whom the reply goes to: a body by its name, members by theirs with their title."""
    if matter.organisation:
        return matter.organisation
    signed = matter.signatures.agreed().select_related("person")
    names = [matter.author or str(matter.raised_by or ""), *(str(each.person) for each in signed)]
    title = "委员" if matter.life in TITLES else ""
    return "、".join(f"{name}{title}" for name in names if name)


def openness(matter: Matter) -> str:
    """What the unit said last of publishing it."""
    said = matter.consents.filter(side="unit").last()
    if said is None:
        return ""
    return "此件公开发布" if said.agreed else "此件不公开"
