"""The way in: `xieshang …`."""

import os
import sys

import click
import django
from django.db import DatabaseError
from django.utils import translation
from django.utils.module_loading import import_string

from xieshang.config.environment import BadSetting

from .language import speak


def main() -> None:
    """Run one command. Exits with 0 when all is well, 1 when not, 2 when asked wrongly."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xieshang.config.settings")
    try:
        django.setup()
        translation.activate(speak())
        import_string("xieshang.cli.commands.xieshang")(prog_name="xieshang")
    except (BadSetting, OSError, DatabaseError) as fault:
        sys.exit(refused(fault))


def refused(fault: Exception) -> int:
    """Say in two lines what stands in the way and what to do; returns the exit code."""
    said = str(fault).strip().splitlines()
    click.echo(f"{type(fault).__name__}: {said[0] if said else ''}", err=True)
    remedy = (
        ("运行 xieshang setup 建库，或用 xieshang doctor 查看原因。",
         "Run `xieshang setup` to prepare the database, or `xieshang doctor` to see what is wrong.")
        if isinstance(fault, DatabaseError)
        else ("请检查设置（见 docs/reference/settings.md）与磁盘。",
              "Look at the settings (docs/reference/settings.md) and at the disk.")
    )  # fmt: skip
    for line in remedy:
        click.echo(line, err=True)
    return 1


if __name__ == "__main__":
    main()
