"""What those who are invited are told, and those who took part, if they wish it."""

from django.utils.translation import gettext_noop as _

from xieshang.notices.kinds import Kind, Why

RESULT = Kind("weighed-result", _("The result of “%(title)s” is told."), Why.YOURSELF)
INVITED = Kind("weighed-invited", _("You are invited to weigh in: “%(title)s”."), Why.YOURSELF)
MATTER = Kind("weighed-matter", _("Out of “%(title)s” came: %(note)s"), Why.YOURSELF)
