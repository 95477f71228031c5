"""A list of proposals in the columns that offices keep it in, whatever the page shows."""

import re

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from xieshang.matters.models import Matter
from xieshang.site.listing import Column

from .listing import Layout, Shown

SPECIAL = re.compile(r"(?<![省市县区])委员会$")


def carrying(rows: QuerySet) -> QuerySet:
    """With who signed, their seats and sectors, and the replies."""
    return rows.prefetch_related(
        "signatures__person", "raised_by__seats__sector", "assignments__replies__answer_class"
    ).select_related("working", "raised_by")


def proposers(matter: Matter) -> str:
    """The author, then those who signed along."""
    author = matter.organisation or matter.author or str(matter.raised_by or "")
    signed = [str(each.person) for each in matter.signatures.all() if each.answer == "agreed"]
    return "、".join(filter(None, [author, *signed]))


def manner(matter: Matter) -> str:
    """Whether one person proposes, several, or a body."""
    if matter.organisation:
        return str(_("A body"))
    signed = any(each.answer == "agreed" for each in matter.signatures.all())
    return str(_("Jointly")) if signed else str(_("One person"))


def special_committee(matter: Matter) -> str:
    """The body it comes from, if that is one of the committee's own and no party's."""
    return matter.organisation if SPECIAL.search(matter.organisation) else ""


def sector(matter: Matter) -> str:
    """The sector of the author's seat on this committee."""
    seats = matter.raised_by.seats.all() if matter.raised_by else ()
    ours = [seat for seat in seats if seat.committee_id == matter.committee_id and seat.sector]
    return str(ours[-1].sector) if ours else ""


def signed_replies(matter: Matter) -> list:
    """The replies that were signed off, the newest last."""
    replies = [r for part in matter.assignments.all() for r in part.replies.all() if r.signed_on]
    return sorted(replies, key=lambda reply: (reply.signed_on, reply.pk))


def handled_on(matter: Matter):
    replies = signed_replies(matter)
    return replies[-1].signed_on if replies else None


def answered(matter: Matter) -> str:
    """The class and the words of each reply; what a ledger says, where there is none."""
    said = [f"{each.answer_class.letter} {each.text}" for each in signed_replies(matter)]
    return "\n".join(said) or matter.opinion or str(matter.get_outcome_display())


def number(matter: Matter) -> object:
    return matter.number or matter.ledger_number


def filed_under(matter: Matter) -> str:
    return str(matter.category or matter.working or "")


OFFICE = Layout(
    label=_("As offices keep it"),
    shown=(
        Shown(Column("number", _("Proposal number")), number),
        Shown(Column("title", _("Subject of the proposal")), lambda m: m.title),
        Shown(Column("manner", _("Kind of proposer")), manner),
        Shown(Column("proposer", _("Proposer")), proposers),
        Shown(Column("sector", _("Sector")), sector),
        Shown(Column("special", pgettext_lazy("column", "Special committee")), special_committee),
        Shown(Column("category", _("Category")), filed_under),
        Shown(
            Column("raised", pgettext_lazy("column", "Submitted on"), "day"), lambda m: m.raised_on
        ),
        Shown(Column("state", _("State")), lambda m: str(m.state.label)),
        Shown(Column("handled", _("Handled on"), "day"), handled_on),
        Shown(Column("answer", _("Answer given")), answered),
    ),
    carrying=carrying,
)
LAYOUTS = {"office": OFFICE}
