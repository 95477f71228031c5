"""How large everything is: lines of each package, the largest modules, functions and pages."""

import ast
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
SOURCE = HERE / "src" / "xieshang"
MOST = 8


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def modules() -> list[Path]:
    return [p for p in SOURCE.rglob("*.py") if "migrations" not in p.parts]


def functions(path: Path) -> Iterable[tuple[str, int]]:
    """Each function of a module with its length."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (
                f"{path.relative_to(SOURCE)}:{node.name}",
                (node.end_lineno or 0) - node.lineno + 1,
            )


def packages() -> Counter:
    """Lines of Python in each package."""
    found: Counter = Counter()
    for path in modules():
        found[path.relative_to(SOURCE).parts[0]] += lines(path)
    return found


def report() -> Iterable[str]:
    by_package = packages()
    yield f"Python: {sum(by_package.values())} lines in {len(modules())} modules"
    yield from table(by_package.most_common())
    tests = [p for p in (HERE / "tests").rglob("*.py")]
    yield f"Tests: {sum(map(lines, tests))} lines"
    yield "Largest modules"
    yield from table(largest((str(p.relative_to(SOURCE)), lines(p)) for p in modules()))
    yield "Longest functions"
    yield from table(largest(f for p in modules() for f in functions(p)))
    yield "Largest pages"
    pages = SOURCE.rglob("*.html")
    yield from table(largest((str(p.relative_to(SOURCE)), lines(p)) for p in pages))


def largest(found: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    return sorted(found, key=lambda pair: -pair[1])[:MOST]


def table(rows: Iterable[tuple[str, int]]) -> Iterable[str]:
    return (f"  {count:6}  {name}" for name, count in rows)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in report())
