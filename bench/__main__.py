"""`python -m bench [PART…] [--rows N]`: every part in a process and a database of its own.

Exits with 1 when a goal is missed.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import uuid
from importlib import import_module

from .table import HEAD, show

PARTS = {
    "ledgers": ("sqlite", "postgres"),
    "figures": ("sqlite", "postgres"),
    "pages": ("sqlite", "postgres"),
    "matters": ("sqlite", "postgres"),
    "matching": ("sqlite",),
    "opinion": ("sqlite",),
    "reading": ("sqlite", "postgres"),
    "submitting": ("postgres",),
    "voting": ("postgres",),
    "kills": ("sqlite", "postgres"),
    "search": ("sqlite", "postgres"),
    "year": ("sqlite", "postgres"),
}
POSTGRES = os.environ.get("BENCH_POSTGRES", "postgres://postgres@127.0.0.1:5432")
COUNTS = {
    "figures": 5_000_000,
    "ledgers": 100_000,
    "matters": 1_000_000,
    "matching": 1_000_000,
    "opinion": 1_000_000,
    "reading": 1_000_000,
    "search": 1_000_000,
    "submitting": 1_000,
    "voting": 16_000,
    "kills": 2_000,
    "year": 60_000,
}


def main() -> int:
    asked = arguments()
    if asked.inside:
        return inside(asked.parts[0], asked.rows)
    print(HEAD, flush=True)  # noqa: T201
    failed = 0
    for part in asked.parts or PARTS:
        for database in PARTS[part]:
            failed |= run(part, database, asked.rows or COUNTS.get(part, 0))
    return failed


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--rows", type=int, default=0, help="how many rows, instead of the goal's")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def run(part: str, database: str, count: int) -> int:
    """One part in a fresh process over a fresh database, which is removed behind it."""
    with tempfile.TemporaryDirectory(prefix="xieshang-bench-") as folder:
        name = f"bench_{uuid.uuid4().hex[:12]}"
        url = "" if database == "sqlite" else f"{POSTGRES}/{name}"
        env = os.environ | {"XIESHANG_DATA": folder, "DATABASE_URL": url}
        if url and psql(f"CREATE DATABASE {name}"):
            print(f"| {part} | no PostgreSQL answers at {POSTGRES} | | | | |", flush=True)  # noqa: T201
            return 0
        try:
            command = [sys.executable, "-m", "bench", part, "--inside", "--rows", str(count)]
            return subprocess.run(command, env=env).returncode
        finally:
            if url:
                psql(f"DROP DATABASE {name} WITH (FORCE)")


def psql(statement: str) -> int:
    """One statement to the server itself; 1 when it does not answer."""
    import psycopg  # noqa: PLC0415 only where PostgreSQL is measured

    try:
        with psycopg.connect(f"{POSTGRES}/postgres", autocommit=True) as connection:
            connection.execute(statement)
    except psycopg.OperationalError:
        return 1
    return 0


def inside(part: str, count: int) -> int:
    """Measure one part over the database that the environment names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xieshang.config.settings")
    import django  # noqa: PLC0415 only after the settings are named
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0)
    return 0 if show(import_module(f"bench.{part}").rows(count)) else 1


sys.exit(main())
