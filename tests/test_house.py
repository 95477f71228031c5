"""The rules of the house which a machine can check. Each is also shown to catch a planted fault."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parent.parent
LEFT_OUT = {
    ".git", ".venv", "node_modules", "dist", "var", "build", "__pycache__", ".hypothesis",
    ".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache", "ledgers-cache",
}  # fmt: skip
TEXTS = {
    "", ".py", ".html", ".css", ".js", ".json", ".toml", ".md", ".po", ".txt", ".csv", ".in",
    ".lock", ".yaml", ".yml", ".cfg", ".ini", ".npmrc", ".svg", ".typ",
}  # fmt: skip
FACES = ("src/xieshang/desk/", "src/xieshang/forum/", "src/xieshang/portal/", "src/xieshang/api/")
SIZES = {".py": 250, ".html": 120}
LONGEST_FUNCTION = 40

Check = Callable[[str, str], Iterator[str]]


@dataclass(frozen=True)
class Rule:
    """A rule in words, the files it speaks of, what breaks it, and a file that does."""

    words: str
    files: str  # a pattern over paths
    faults: Check
    planted: tuple[str, str]  # path and text of a file that breaks the rule


def lines(pattern: str) -> Check:
    """A rule broken by each line in which the pattern is found."""
    found = re.compile(pattern)

    def faults(path: str, text: str) -> Iterator[str]:
        for number, line in enumerate(text.splitlines(), 1):
            if found.search(line):
                yield f"{path}:{number}: {line.strip()[:100]}"

    return faults


def too_long(path: str, text: str) -> Iterator[str]:
    most = SIZES[Path(path).suffix]
    if text.count("\n") > most:
        yield f"{path} has {text.count(chr(10))} lines"


def long_functions(path: str, text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            length = node.end_lineno - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{path}:{node.name} has {length} lines"


def bad_names(path: str, _text: str) -> Iterator[str]:
    words = set(re.split(r"[/_.]", path))
    yield from (path for _bad in words & {"utils", "helpers", "common", "core", "services"})


def naked_numbers(path: str, text: str) -> Iterator[str]:
    said = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>|&#?\w+;", "", text, flags=re.DOTALL)
    yield from lines(r"\d")(path, said)


def writes_a_status(path: str, text: str) -> Iterator[str]:
    """A step alone changes the status of a subject; the queue's own tasks are no subjects, and
    what was written under an older table is carried over before there are steps."""
    older = "/migrations/" in path
    if not older and path not in ("src/xieshang/lifecycle/actions.py", "src/xieshang/cli/sweep.py"):
        yield from lines(r"\.status = |\.update\([^)]*\bstatus=")(path, text)


# Words that may stand nowhere are put together here, so that they do not stand here either.
REGISTRIES = {"py": r"pi\.org", "python": r"hosted\.org", "npm": r"(js\.org|js\.com|mirror\.com)"}
HOSTS = "|".join(one + other for one, other in REGISTRIES.items()) + r"|deb\.(?:)debian\.org"
MACHINE = r"(?<![\w.}])/" + "(?:work|farm)" + "/"
LATER = r"\b(?:TO(?:)DO|FIX(?:)ME|HA(?:)CK|X(?:)XX)\b"
CODE, PAGE, ANY = r"^src/.*\.py$", r"^src/.*\.html$", r""

RULES = (
    Rule(
        "a file can be read in one sitting",
        r"^(src|tests|tools|bench)/(?!.*/migrations/).*\.(py|html)$",
        too_long,
        ("src/xieshang/people/long.py", "one = 1\n" * 251),
    ),
    Rule(
        "a function fits on a screen",
        r"^(src|tools|bench)/.*\.py$",
        long_functions,
        ("src/xieshang/people/tall.py", "def tall():\n" + "    one = 1\n" * 40),
    ),
    Rule(
        "only a step changes a status",
        CODE,
        writes_a_status,
        ("src/xieshang/matters/actions.py", "def f(m):\n    m.status = 'solved'\n"),
    ),
    Rule(
        "no code asks what kind a thing is",
        r"^src/xieshang/(?!reading|ledgers|figures/claims).*\.(py|html)$",
        lines(
            r"\b(matter|subject|activity|programme|organiser|record|object|self)\.kind"
            r"\s+(==|!=|(not )?in\b)"
        ),
        ("src/xieshang/desk/matter.py", "if matter.kind == 'proposal':\n    pass\n"),
    ),
    Rule(
        "a face reads only through its two doors",
        rf"^({'|'.join(FACES)}).*\.py$",
        lines(r"\.objects\.(?!visible_to\b|public\b)|\._default_manager\b"),
        ("src/xieshang/desk/list.py", "rows = Matter.objects.filter(kind='problem')\n"),
    ),
    Rule(
        "a face asks no one how important they are",
        rf"^({'|'.join(FACES)}).*\.(py|html)$",
        lines(r"\.is_(staff|superuser)\b|\.groups\b"),
        ("src/xieshang/desk/list.py", "if request.user.is_staff:\n    pass\n"),
    ),
    Rule(
        "no naked number stands in a report",
        r"^src/xieshang/reports/.*\.html$",
        naked_numbers,
        ("src/xieshang/reports/templates/year.html", "<p>解决问题92个</p>\n"),
    ),
    Rule(
        "no script and no style stands in a page",
        PAGE,
        lines(r"<script(?![^>]*\b(src|type=\"application/json\"))|<style|\sstyle=|\son[a-z]+="),
        ("src/xieshang/site/templates/x.html", '<a onclick="go()">x</a>\n'),
    ),
    Rule(
        "no page says by itself that text is safe",
        r"^src/.*\.(py|html)$",
        lines(r"(?<!['\"])(?<!\.help_text)\|safe\b|\bmark_safe\(|{% autoescape off"),
        ("src/xieshang/site/templates/x.html", "{{ words|safe }}\n"),
    ),
    Rule(
        "modules are named in the field's terms",
        CODE,
        bad_names,
        ("src/xieshang/people/utils.py", ""),
    ),
    Rule(
        "nothing happens behind a signal, nobody is the current user",
        CODE,
        lines(r"django\.dispatch|django\.db\.models\.signals|threading\.local|ContextVar"),
        ("src/xieshang/people/apps.py", "from django.dispatch import receiver\n"),
    ),
    Rule(
        "a test waits for a condition, not for time",
        r"^tests/.*\.py$",
        lines(r"\btime\.sleep\(|wait_for_timeout\("),
        ("tests/people/test_wait.py", f"{'time'}.sleep(1)\n"),
    ),
    Rule(
        "no file names the host of a package registry",
        ANY,
        lines(HOSTS),
        ("frontend/package-lock.json", f"https://registry.{'npm'}js.org/x\n"),
    ),
    Rule(
        "no file knows the machine it was written on",
        ANY,
        lines(MACHINE),
        ("README.md", f"see /{'work'}/main\n"),
    ),
    Rule(
        "nothing is left for later",
        r"\.(py|html|js|css|md|toml|sh)$|Makefile$|run$",
        lines(LATER),
        ("src/xieshang/people/later.py", f"# {'TO'}DO: write this\n"),
    ),
)


def tree() -> Iterator[tuple[str, str]]:
    """Every text of the project: its path in the house, and what it says."""
    folders = [HOUSE]
    while folders:
        for path in sorted(folders.pop().iterdir()):
            if path.name in LEFT_OUT or path.name.endswith(".egg-info"):
                continue
            if path.is_dir():
                folders.append(path)
            elif path.suffix in TEXTS and path.name != "LICENSE":
                yield path.relative_to(HOUSE).as_posix(), path.read_text("utf-8", "replace")


@pytest.fixture(scope="module")
def house():
    return list(tree())


def kept(rule: Rule, texts) -> list[str]:
    """What breaks the rule among the texts that it speaks of."""
    spoken_of = ((path, text) for path, text in texts if re.search(rule.files, path))
    return [fault for path, text in spoken_of for fault in rule.faults(path, text)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.words)
def test_the_house_keeps_its_rules(rule, house):
    assert kept(rule, house) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.words)
def test_a_planted_fault_is_found(rule):
    assert len(kept(rule, [rule.planted])) == 1


def test_the_whole_house_is_read(house):
    paths = {path for path, _text in house}
    assert {
        "Makefile",
        "README.md",
        "src/xieshang/people/migrations/0001_initial.py",
        "tests/test_house.py",
        "frontend/package-lock.json",
    } <= paths
