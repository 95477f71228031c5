"""What `xieshang doctor` looks at: each check asks one question and knows the remedy."""

import shutil
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from xieshang.deliberation.actions import maps_due
from xieshang.deliberation.models import Beat
from xieshang.people.models import Committee
from xieshang.reports.document.fonts import NoChineseFont
from xieshang.reports.printing import fonts as at_hand
from xieshang.site.words import CATALOGUE

from .static import gathered
from .sweep import abandoned, workers

ENOUGH = 1 << 30  # bytes: a year of ledgers and reports is far less
LEAST_POSTGRES = (15,)


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, what was found, and what to do if it is not well."""

    what: str
    well: bool
    found: str
    remedy: str = ""

    def facts(self) -> dict:
        return asdict(self)


def disk() -> Check:
    """Whether there is room to write."""
    folder = settings.DATA
    free = shutil.disk_usage(folder if folder.exists() else folder.parent).free
    found = _("%(n)s MB free") % {"n": free >> 20}
    return Check(_("Disk"), free > ENOUGH, found, _("Free some space, or move XIESHANG_DATA."))


def secret() -> Check:
    """Whether the key that signs sessions is for the owner's eyes only."""
    kept = settings.DATA / "secret-key"
    if not kept.exists():
        return Check(_("Secret key"), True, _("given by SECRET_KEY"))
    mode = stat.S_IMODE(kept.stat().st_mode)
    return Check(_("Secret key"), mode & 0o077 == 0, f"{mode:o}", f"chmod 600 {kept}")


def database() -> Check:
    """Whether the database answers, and is one of those that serve."""
    remedy = _("Start the database, or correct DATABASE_URL.")
    try:
        connection.ensure_connection()
    except DatabaseError as fault:
        return Check(_("Database"), False, str(fault).strip().splitlines()[0], remedy)
    version = connection.get_database_version()
    fresh = connection.vendor != "postgresql" or version >= LEAST_POSTGRES
    found = f"{connection.display_name} {'.'.join(map(str, version))}"
    return Check(_("Database"), fresh, found, _("Use PostgreSQL 15 or newer."))


def tables() -> Check:
    """Whether the tables are those of this version."""
    what, remedy = _("Tables"), "xieshang setup"
    try:
        executor = MigrationExecutor(connection)
        waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except DatabaseError:
        return Check(what, False, _("unknown"), remedy)
    return Check(what, waiting == 0, _("%(n)s steps waiting") % {"n": waiting}, remedy)


def body() -> Check:
    """Whether the committees have been founded."""
    what, remedy = _("Committees"), "xieshang setup"
    try:
        there = Committee.objects.inside().count()
    except DatabaseError:
        return Check(what, False, _("unknown"), remedy)
    return Check(what, there > 0, str(there), remedy)


def pages() -> Check:
    """Whether style sheets and scripts were built and gathered."""
    what = _("Style sheets and scripts")
    if not (settings.FRONTEND / "manifest.json").exists():
        return Check(what, False, _("not built"), "make setup")
    found = _("gathered") if gathered() else _("to be gathered at the next start")
    return Check(what, True, found)


def words() -> Check:
    """Whether the Chinese words are compiled."""
    compiled = CATALOGUE.with_suffix(".mo")
    fresh = compiled.exists() and compiled.stat().st_mtime >= CATALOGUE.stat().st_mtime
    return Check(_("Words"), fresh, _("compiled") if fresh else _("not compiled"), "make setup")


def fonts() -> Check:
    """Whether a report can be printed in Chinese."""
    what = _("Fonts for PDF")
    try:
        found = at_hand().chosen("仿宋")
    except NoChineseFont:
        return Check(what, False, _("none for Chinese"), _("Install a Chinese font."))
    return Check(what, bool(found), found[0] if found else "")


def worker() -> Check:
    """Whether somebody does the tasks that pages hand over."""
    alive = len(workers())
    remedy = _("Start `xieshang serve` or `xieshang worker`.")
    return Check(_("Workers for tasks"), alive > 0, _("%(n)s alive") % {"n": alive}, remedy)


def tasks() -> Check:
    """Whether tasks were left by workers that are gone."""
    what, remedy = _("Tasks"), _("Start a worker; it takes them up again.")
    try:
        left = sum(abandoned(task) for task in DBTaskResult.objects.running())
    except DatabaseError:
        return Check(what, False, _("unknown"), "xieshang setup")
    return Check(what, left == 0, _("%(n)s left by lost workers") % {"n": left}, remedy)


def maps() -> Check:
    """Whether somebody makes the maps of opinions that are due."""
    what, remedy = _("Maps of opinions"), _("Start `xieshang serve` or `xieshang maps`.")
    try:
        due, since = maps_due(), Beat.objects.silent_since()
    except DatabaseError:
        return Check(what, False, _("unknown"), "xieshang setup")
    if not due:
        return Check(what, True, _("none is due"))
    made = Beat.objects.last() is not None and since is None
    return Check(what, made, _("%(n)s due") % {"n": len(due)}, remedy)


def open_door() -> Check:
    """Whether error pages keep the inside of the program to themselves."""
    found = _("shown to everybody") if settings.DEBUG else _("not shown")
    return Check(_("Error details"), not settings.DEBUG, found, _("Unset XIESHANG_DEBUG."))


CHECKS: tuple[Callable[[], Check], ...] = (
    disk, secret, database, tables, body, pages, words, fonts, worker, tasks, maps, open_door,
)  # fmt: skip
