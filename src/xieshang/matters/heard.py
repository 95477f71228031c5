"""What is heard of a problem that a resident raised: by them, the office, the units, followers."""

from django.utils.translation import gettext_noop as _

from xieshang.notices.kinds import Kind, Why

RAISED = Kind("raised", _("A resident raised %(number)s “%(title)s”."), Why.OFFICE)
ASKED_BACK = Kind(
    "asked-back", _("The office asks about “%(title)s”: %(note)s"), Why.RAISER, urgent=True
)
NEWS = Kind("news", _("“%(title)s” is now at: %(state)s."), Why.RAISER)
MADE_PUBLIC = Kind(
    "made-public", _("“%(title)s” is public now, without your name and numbers."), Why.RAISER
)
TOLD_MORE = Kind("told-more", _("The office wrote to you about “%(title)s”."), Why.RAISER)
NOT_TAKEN_UP = Kind("not-taken-up", _("“%(title)s” was not taken up: %(note)s"), Why.RAISER)
CLOSED = Kind("closed", _("“%(title)s” was closed: %(note)s"), Why.RAISER)
ASKED_IF_SOLVED = Kind("asked-if-solved", _("Is it solved? “%(title)s”"), Why.RAISER)
UNIT_ANSWERED = Kind(
    "unit-answered", _("The units have answered to you on %(number)s “%(title)s”."), Why.OFFICE
)
SAID_SOLVED = Kind(
    "said-solved", _("Whoever raised %(number)s “%(title)s” says that it is solved."), Why.OFFICE
)
NOT_SOLVED_WORDS = _("Whoever raised %(number)s “%(title)s” says that it is not solved: %(note)s")
NOT_SOLVED = Kind("not-solved", NOT_SOLVED_WORDS, Why.OFFICE)
NOT_SOLVED_UNIT = Kind("not-solved-unit", NOT_SOLVED_WORDS, Why.UNIT)
OPEN_AGAIN = Kind("open-again", _("%(number)s “%(title)s” was opened again: %(note)s"), Why.UNIT)
SAID_MORE = Kind(
    "said-more", _("Whoever raised %(number)s “%(title)s” added something."), Why.OFFICE
)
TAKEN_BACK = Kind(
    "taken-back", _("Whoever raised %(number)s “%(title)s” took it back."), Why.OFFICE
)
FOLLOWED = Kind("followed", _("There is news of “%(title)s”."), Why.FOLLOWER)
FOLLOW_ASKED = Kind(
    "follow-asked", _("Do you want to hear of “%(title)s”? Open the link and say so."),
    Why.YOURSELF, urgent=True,
)  # fmt: skip

KINDS = tuple(value for value in list(globals().values()) if isinstance(value, Kind))
