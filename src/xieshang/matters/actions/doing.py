"""What is done to a matter, an assignment or a referral without moving it, by its name."""

from collections.abc import Callable, Mapping

from . import (
    adopting,
    answering,
    assigning,
    reviewing,
    signing,
    tracking,
    voicing,
    voicing_photos,
)


def _propose_merger(matter, *, by, main, note: str = ""):
    return reviewing.propose_merger(main, matter, by=by, note=note)


DOINGS: Mapping[str, Callable] = {
    "sign": signing.sign,
    "unsign": signing.unsign,
    "rate": signing.rate,
    "check": reviewing.check,
    "propose-merger": _propose_merger,
    "assign-more": assigning.assign_more,
    "nudge": assigning.nudge,
    "note-contact": answering.note_contact,
    "distinguish": tracking.distinguish,
    "consent": tracking.consent,
    "publish": tracking.publish,
    "unpublish": tracking.unpublish,
    "add": voicing.add,
    "hide-photo": voicing_photos.hide_photo,
    "send-up": adopting.send_up,
    "send-further": adopting.send_up,
    "instruct": adopting.instruct,
}


def do(subject, name: str, *, by, **answers):
    """Do what the table of the subject calls `name`, with the answers of its form.

    Raises NoSuchMove, PermissionDenied or Hindered, as the action says, and KeyError for a deed
    that has a page of its own (writing, attaching).
    """
    return DOINGS[name](subject, by=by, **answers)
