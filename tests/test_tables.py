"""The tables of the database are those that the models declare."""

import os
import re
import subprocess
import sys

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.utils import ConnectionHandler

pytestmark = [pytest.mark.django_db, pytest.mark.long]


@pytest.fixture
def migrations(settings):
    """The migrations as they are outside of tests, where the models alone make the tables."""
    settings.MIGRATION_MODULES = {}


@pytest.fixture
def migrated(tmp_path, django_db_blocker):
    """A connection to a new database on which every migration has run."""
    kept = connection.settings_dict
    name = f"{kept['NAME']}_migrated" if is_postgres() else str(tmp_path / "xieshang.sqlite3")
    other = ConnectionHandler({"default": {**kept, "NAME": name, "TEST": {}}})["default"]
    place = f"{kept['HOST']}:{kept['PORT']}/{name}"
    url = f"postgres://{kept['USER']}:{kept['PASSWORD']}@{place}" if is_postgres() else ""
    made = anew(other, name)
    next(made)
    env = os.environ | {"XIESHANG_DATA": str(tmp_path), "DATABASE_URL": url}
    env["DJANGO_SETTINGS_MODULE"] = "xieshang.config.settings"
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
    subprocess.run(command, env=env, check=True, timeout=300)
    yield other
    other.close()
    next(made, None)


def is_postgres():
    return connection.vendor == "postgresql"


def anew(other, name):
    """Make a database of that name, and drop it when asked again."""
    if not is_postgres():
        yield
        return
    quoted = connection.ops.quote_name(name)
    with other._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {quoted}")
        cursor.execute(f"CREATE DATABASE {quoted}")
    yield
    with other._nodb_cursor() as cursor:
        cursor.execute(f"DROP DATABASE {quoted}")


SAID = {
    "sqlite": ["SELECT tbl_name, name, sql FROM sqlite_master WHERE sql IS NOT NULL"],
    "postgresql": [
        "SELECT table_name, column_name, data_type, character_maximum_length, is_nullable"
        " FROM information_schema.columns WHERE table_schema = 'public'",
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint",
        "SELECT tablename, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    ],
}


def tables_of(one):
    """What a database says of the tables, columns, constraints and indexes that are ours."""
    own = {m._meta.db_table for m in apps.get_models() if m.__module__.startswith("xieshang.")}
    rows = set()
    with one.cursor() as cursor:
        for question in SAID[one.vendor]:
            cursor.execute(question)
            rows |= {tuple(map(in_any_order, row)) for row in cursor if row[0] in own}
    return own, rows


def in_any_order(said):
    """A statement that makes a table, whichever of its columns was added first."""
    if not str(said).startswith("CREATE TABLE"):
        return said
    _name, _paren, body = said.partition("(")
    return tuple(sorted(part.strip("() ") for part in re.split(r', (?=["C])', body)))


def test_the_migrations_make_the_tables_that_the_models_make(migrated):
    own, made = tables_of(connection)
    assert {row[0] for row in made} == own
    assert tables_of(migrated)[1] ^ made == set()


def test_no_model_has_changed_without_its_migration(migrations, capsys):
    call_command("makemigrations", check=True, dry_run=True)
    assert capsys.readouterr().out == "No changes detected\n"


def test_everything_that_django_itself_looks_at_is_in_order():
    call_command("check", fail_level="WARNING", databases=["default"])
