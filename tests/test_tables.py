"""The tables of the database are those that the models declare."""

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_no_model_has_changed_without_its_migration(capsys):
    call_command("makemigrations", check=True, dry_run=True)
    assert capsys.readouterr().out == "No changes detected\n"


def test_everything_that_django_itself_looks_at_is_in_order():
    call_command("check", fail_level="WARNING", databases=["default"])
