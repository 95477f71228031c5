"""What the sources say to people: every word marked for translation, and where it stands."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

# Which argument of a call is what.
ONE = {"one": 0}
CALLS: dict[str, dict[str, int]] = {
    "_": ONE,
    "gettext": ONE,
    "gettext_lazy": ONE,
    "gettext_noop": ONE,
    "ngettext": {"one": 0, "many": 1},
    "ngettext_lazy": {"one": 0, "many": 1},
    "pgettext": {"context": 0, "one": 1},
    "pgettext_lazy": {"context": 0, "one": 1},
    "npgettext": {"context": 0, "one": 1, "many": 2},
    "npgettext_lazy": {"context": 0, "one": 1, "many": 2},
}
# Django turns a template into calls between runs of X; the strings are Python's.
TEXT = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATE = re.compile(rf"\b(_|n?p?gettext)\(\s*{TEXT}(?:\s*,\s*{TEXT})?(?:\s*,\s*{TEXT})?")


@dataclass(frozen=True, slots=True)
class Word:
    one: str
    many: str | None = None
    context: str | None = None

    @property
    def same(self) -> tuple[str, str | None]:
        """What gettext tells two words apart by: not the plural."""
        return self.one, self.context


def words_of(sources: Path) -> dict[Word, str]:
    """Each word once, with the first place it stands at, in the order of files."""
    found: dict[tuple[str, str | None], tuple[Word, str]] = {}
    for path in sorted(sources.rglob("*")):
        if path.suffix in READERS and path.is_file():
            for word, line in READERS[path.suffix](path.read_text(encoding="utf-8")):
                where = f"{path.relative_to(sources).as_posix()}:{line}"
                found.setdefault(word.same, (word, where))
    return dict(found.values())


def in_python(source: str) -> Iterator[tuple[Word, int]]:
    tree = ast.parse(source)
    known = {name: name for name in CALLS} | dict(renamed(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            said = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            name = known.get(said, "")
            texts = list(texts_in(node.args))
            if name in CALLS and len(texts) >= len(CALLS[name]):
                yield word_from(name, texts), node.lineno


def renamed(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What a module calls Django's functions, where it gives them another name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            yield from ((each.asname, each.name) for each in node.names if each.asname)


def texts_in(arguments: list[ast.expr]) -> Iterator[str]:
    for argument in arguments:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value


def in_template(source: str) -> Iterator[tuple[Word, int]]:
    calls = templatize(source)
    for match in IN_TEMPLATE.finditer(calls):
        texts = [ast.literal_eval(text) for text in match.groups()[1:] if text]
        yield word_from(match.group(1), texts), calls.count("\n", 0, match.start()) + 1


def word_from(name: str, texts: list[str]) -> Word:
    return Word(**{part: texts[at] for part, at in CALLS[name].items()})


READERS = {".py": in_python, ".html": in_template, ".txt": in_template}
