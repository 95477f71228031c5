"""The form of a proposal (提案表), to keep as Word or to print."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from xieshang.lifecycle.table import Role
from xieshang.matters.models import Matter, Signature, Text
from xieshang.reports.letters import CoSigner, ProposalForm, proposal_form

from ..door import desk
from ..letters import current_term, kept
from ..matters import find

Answer = Signature.Answer
ANSWERS = {
    Answer.ASKED: "未答复",
    Answer.AGREED: "同意",
    Answer.DECLINED: "谢绝",
    Answer.WITHDRAWN: "已撤回",
}
INSIDE = {Role.AUTHOR, Role.OFFICE}


@desk("GET")
def form(request: HttpRequest, key: int, kind: str) -> HttpResponse:
    """The form as the matter stands today; who declined is told to author and office alone."""
    found = find(request, key)
    inside = bool(found.roles_of(request.user) & INSIDE)
    title = f"提案表-{found.short}"
    return kept(request, lambda: proposal_form(form_of(found, inside=inside)), title, kind)


def form_of(matter: Matter, *, inside: bool) -> ProposalForm:
    """A proposal as its form shows it; what is not known stays empty."""
    text = matter.texts.latest_of(Text.Edition.ORIGINAL)
    term = matter.session.term if matter.session else current_term(matter)
    wish = getattr(matter, "wish", None)
    handed_in = any(step.verb == "submit" for step in matter.steps.all())
    return ProposalForm(
        committee=matter.committee.title,
        term=term.number if term else 0,
        session=matter.session.number if matter.session else None,
        title=matter.title,
        proposer=matter.author,
        situation=text.situation if text else "",
        analysis=text.analysis if text else "",
        suggestion=text.advice if text else "",
        day=timezone.localdate(),
        sector=sector_of(matter),
        number=str(matter.number or ""),
        serial=matter.short,
        window=("会间" if matter.session else "会后") if handed_in else "",
        submitted=matter.raised_on if handed_in else None,
        category=str(matter.category or ""),
        lead_units=(wish.unit.name,) if wish and wish.unit else (),
        publication=publication_said(wish),
        co_signers=tuple(signers_of(matter, inside=inside)),
    )


def sector_of(matter: Matter) -> str:
    """The sector its author sits for; an organisation has none."""
    if matter.organisation or matter.raised_by is None:
        return ""
    seats = matter.raised_by.seats.current().filter(committee=matter.committee)
    seat = seats.select_related("sector").first()
    return str(seat.sector or "") if seat else ""


def publication_said(wish) -> str:
    if wish is None:
        return ""
    return "同意公开" if wish.publish else f"不同意公开：{wish.why_not}"


def signers_of(matter: Matter, *, inside: bool):
    """Who was asked; outside, who signed."""
    rows = matter.signatures.with_sector()
    for row in rows if inside else rows.agreed():
        day = timezone.localdate(row.answered_at) if row.answered_at else None
        yield CoSigner(str(row.person), row.sector or "", ANSWERS[Answer(row.answer)], day)
