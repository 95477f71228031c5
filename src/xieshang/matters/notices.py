"""What people are told of matters."""

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from xieshang.notices.kinds import Kind, Why

from . import heard

ASKED_TO_SIGN = Kind(
    "asked-to-sign",
    _("You are asked to sign “%(title)s” along, until %(day)s."),
    Why.COSIGNER,
)
SIGNED = Kind("signed", _("%(who)s signed “%(title)s” along."), Why.PROPOSER)
NOT_SIGNED = Kind("not-signed", _("%(who)s does not sign “%(title)s” along."), Why.PROPOSER)
HANDED_IN = Kind("handed-in", _("%(number)s “%(title)s” was handed in to you."), Why.OFFICE)
RETURNED = Kind("returned", _("“%(title)s” came back to you: %(note)s"), Why.AUTHOR)
FILED = Kind("filed", _("“%(title)s” is filed under number %(n)s."), Why.COSIGNER)
NOT_TAKEN = Kind("not-taken", _("“%(title)s” was not taken up: %(note)s"), Why.AUTHOR)
OFFERED = Kind(
    "offered", _("May “%(title)s” become an opinion report? %(note)s"), Why.AUTHOR, urgent=True
)
CONVERTED = Kind("converted", _("“%(title)s” goes on as an opinion report."), Why.COSIGNER)
OFFER_TAKEN = Kind(
    "offer-taken", _("Its author agrees: %(number)s “%(title)s” is an opinion report now."),
    Why.OFFICE,
)  # fmt: skip
OFFER_LEFT = Kind(
    "offer-left", _("Its author keeps %(number)s “%(title)s” a proposal: %(note)s"), Why.OFFICE
)
WITHDRAWN = Kind(
    "withdrawn", _("“%(title)s”, which you signed, was withdrawn: %(note)s"), Why.COSIGNER
)
WITHDRAWN_FROM = Kind(
    "withdrawn-from", _("%(number)s “%(title)s” was withdrawn by its author: %(note)s"), Why.OFFICE
)
OPENED_AGAIN = Kind(
    "opened-again", _("What becomes of “%(title)s” is looked into again: %(note)s"), Why.COSIGNER
)
ADVICE_ADOPTED = Kind("advice-adopted", _("“%(title)s” was adopted."), Why.AUTHOR)
ADVICE_KEPT = Kind("advice-kept", _("“%(title)s” is kept for reference."), Why.AUTHOR)
ADVICE_PASSED = Kind("advice-passed-on", _("“%(title)s” was passed on."), Why.AUTHOR)
ADVICE_NOT_ADOPTED = Kind("advice-not-adopted", _("“%(title)s” was not adopted."), Why.AUTHOR)
MERGER_ASKED = Kind(
    "merger-asked", _("May “%(title)s” be handled together with “%(other)s”?"), Why.PROPOSER
)
MERGER_AGREED = Kind(
    "merger-agreed", _("%(who)s agrees to handle “%(title)s” with “%(other)s”."), Why.OFFICE
)
MERGER_DECLINED = Kind(
    "merger-declined", _("%(who)s does not agree to handle “%(title)s” with “%(other)s”."),
    Why.OFFICE,
)  # fmt: skip
PARTED = Kind("parted", _("“%(title)s” is handled by itself again."), Why.PROPOSER)
GIVEN = Kind("given", _("%(number)s “%(title)s” waits for your unit until %(day)s."), Why.UNIT,
             urgent=True)  # fmt: skip
DISPUTED = Kind("disputed", _("%(unit)s says “%(title)s” is not for it: %(note)s"), Why.OFFICE)
DISPUTE_SETTLED = Kind(
    "dispute-settled", _("Your dispute about “%(title)s” was settled."), Why.UNIT
)
REPLIED = Kind("replied", _("%(unit)s has replied to “%(title)s”."), Why.COSIGNER)
TO_RATE = Kind(
    "to-rate", _("All units have replied to “%(title)s”. Please rate it until %(day)s."),
    Why.COSIGNER,
)  # fmt: skip
ANSWERED = Kind("answered", _("“%(title)s” was answered."), Why.RAISER)
LOOKED_BACK = Kind("looked-back", _("What became of “%(title)s” was looked into."), Why.COSIGNER)
DISTINGUISHED = Kind("distinguished", _("“%(title)s” was distinguished."), Why.COSIGNER)
PUBLISHED = Kind("published", _("“%(title)s” is public now."), Why.COSIGNER)
REMINDED = _("%(who)s reminds you of “%(title)s”. %(note)s")
NUDGED = Kind("nudged", REMINDED, Why.OFFICE)
NUDGED_UNIT = Kind("nudged-unit", REMINDED, Why.UNIT)
NUDGED_AUTHOR = Kind("nudged-author", REMINDED, Why.AUTHOR)
NUDGED_SIGNER = Kind("nudged-signer", REMINDED, Why.COSIGNER)
SENT_UP = Kind("sent-up", _("%(committee)s sent “%(title)s” up to you."), Why.OFFICE)
DEPARTMENT_ANSWERED = Kind(
    "department-answered", _("The departments have answered “%(title)s”."), Why.OFFICE
)


@dataclass(frozen=True, slots=True)
class WayBack:
    """What goes back to whoever wrote a report, and to every tier it passed through."""

    author: Kind
    between: Kind


def way_back(slug: str, words: str) -> WayBack:
    return WayBack(Kind(slug, words, Why.AUTHOR), Kind(f"{slug}-between", words, Why.BETWEEN))


ADOPTED = way_back("adopted", _("%(committee)s adopted “%(title)s”."))
CORRECTED = way_back(
    "corrected", _("%(committee)s corrected what it noted of adopting “%(title)s”.")
)
KEPT = way_back("kept", _("%(committee)s keeps “%(title)s” for reference: %(note)s"))
NOT_ADOPTED = way_back("not-adopted", _("%(committee)s does not adopt “%(title)s”: %(note)s"))
GONE_UP = way_back("gone-up", _("“%(title)s” was sent up to %(committee)s."))
INSTRUCTED = way_back("instructed", _("A leader wrote an instruction on “%(title)s”."))
INSTRUCTION_CORRECTED = way_back(
    "instruction-corrected",
    _("%(committee)s corrected what it noted of an instruction on “%(title)s”."),
)
INSTRUCTION_DROPPED = way_back(
    "instruction-dropped",
    _("%(committee)s noted an instruction on “%(title)s” by mistake: %(note)s"),
)
WAYS_BACK = (
    ADOPTED, CORRECTED, KEPT, NOT_ADOPTED, GONE_UP, INSTRUCTED, INSTRUCTION_CORRECTED,
    INSTRUCTION_DROPPED,
)  # fmt: skip

KINDS = (
    *heard.KINDS,
    *(value for value in list(globals().values()) if isinstance(value, Kind)),
    *(kind for way in WAYS_BACK for kind in (way.author, way.between)),
)
