"""Which tests speak of what has changed since the last commit: their folders, one a line."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ALWAYS = ["tests/test_house.py"]


def changed() -> list[Path]:
    """Files that differ from the last commit, new ones included."""
    said = subprocess.run(
        ["git", "status", "--porcelain", "-z", "--no-renames", "--untracked-files=all"],
        cwd=HERE,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return [Path(entry[3:]) for entry in said.split("\0") if entry]


def tests_of(path: Path) -> Path | None:
    """The folder of tests of the package that a file belongs to."""
    parts = path.parts
    if parts[:2] == ("src", "xieshang") and len(parts) > 3:
        return Path("tests", parts[2])
    if parts[0] == "tests" and len(parts) > 2:
        return Path("tests", parts[1])
    return None


def main() -> None:
    folders = {str(found) for path in changed() if (found := tests_of(path))}
    there = sorted(name for name in folders if (HERE / name).is_dir())
    sys.stdout.write("\n".join([*there, *(name for name in ALWAYS if (HERE / name).exists())]))


if __name__ == "__main__":
    main()
