"""What people are told of meetings."""

from django.utils.translation import gettext_noop as _

from xieshang.notices.kinds import Kind, Why

ASKED = Kind("asked-to-meeting", _("You are asked to “%(title)s” on %(day)s."), Why.YOURSELF)
SEAT_FREE = Kind("seat-free", _("There is a seat for you at “%(title)s” on %(day)s."), Why.YOURSELF)
MINUTES = Kind("minutes-round", _("Please look through the minutes of “%(title)s”."), Why.YOURSELF)
