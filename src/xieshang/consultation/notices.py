"""What people are told of the topics of a year."""

from django.utils.translation import gettext_noop as _

from xieshang.notices.kinds import Kind, Why

PROPOSED = Kind("topic-proposed", _("“%(title)s” was proposed as a topic of the year."), Why.OFFICE)
CHOSEN = Kind("topic-chosen", _("“%(title)s” is in the plan of the year."), Why.PROPOSER)
LEFT = Kind("topic-left", _("“%(title)s” is not in the plan of the year: %(why)s"), Why.PROPOSER)

KINDS = (PROPOSED, CHOSEN, LEFT)
