"""The catalogue of words: .po in, .mo out, and what it lacks.

    python -m xieshang.site.words          compile; fail where a word has no translation
    python -m xieshang.site.words --add    first append to the catalogue what the sources say

Written here because the gettext tools are not on every machine that must set Xieshang up.
"""

import re
import struct
import sys
from ast import literal_eval
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .msgids import Word, words_of

SOURCE = Path(__file__).resolve().parent.parent
CATALOGUE = SOURCE / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
MAGIC = 0x950412DE
PLACE = re.compile(r"%\((\w+)\)[sd]|%[sd]|{(\w*)}")


class BrokenCatalogue(ValueError):
    """A line of the .po which cannot be read."""


@dataclass(slots=True)
class Said:
    """One entry of a catalogue: the word, and how it is said; several ways for a plural."""

    word: Word = field(default_factory=lambda: Word("", None, None))
    ways: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self) -> str:
        context, one, many = self.word.context, self.word.one, self.word.many
        plural = f"{one}\0{many}" if many is not None else one
        return f"{context}\4{plural}" if context is not None else plural


def read(po: Path) -> list[Said]:
    """Every entry of the catalogue; raises BrokenCatalogue on a line it cannot read."""
    return [entry(block) for block in blocks(po) if any(line[0] != "#" for _, line in block)]


def blocks(po: Path) -> Iterator[list[tuple[int, str]]]:
    """Runs of lines between empty lines, each line with its number."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(po.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def entry(block: list[tuple[int, str]]) -> Said:
    parts: dict[str, str] = {}
    name, fuzzy = "", False
    for number, line in block:
        if line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        if not line.startswith('"'):
            name, _, line = line.partition(" ")
        if not name.startswith("msg") or not line.strip().startswith('"'):
            raise BrokenCatalogue(f"line {number}: {line}")
        parts[name] = parts.get(name, "") + literal_eval(line.strip())
    ways = [text for part, text in parts.items() if part.startswith("msgstr")]
    word = Word(parts["msgid"], parts.get("msgid_plural"), parts.get("msgctxt"))
    return Said(word, ways, fuzzy)


def mo(entries: list[Said]) -> bytes:
    """The catalogue as gettext reads it: sorted keys, then texts, each with length and place."""
    pairs = sorted(
        (said.key.encode(), "\0".join(said.ways).encode())
        for said in entries
        if all(said.ways) and not said.fuzzy
    )
    keys = b"".join(key + b"\0" for key, _ in pairs)
    start = 7 * 4 + 16 * len(pairs)
    at_key, at_text = start, start + len(keys)
    table_of_keys, table_of_texts = [], []
    for key, text in pairs:
        table_of_keys += [len(key), at_key]
        table_of_texts += [len(text), at_text]
        at_key += len(key) + 1
        at_text += len(text) + 1
    head = struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, start)
    tables = struct.pack(f"<{4 * len(pairs)}I", *table_of_keys, *table_of_texts)
    return head + tables + keys + b"".join(text + b"\0" for _, text in pairs)


def compile_words(po: Path = CATALOGUE) -> Path:
    """Write the .mo beside the .po, if it is older, and say where."""
    out = po.with_suffix(".mo")
    if not out.exists() or out.stat().st_mtime < po.stat().st_mtime:
        out.write_bytes(mo(read(po)))
    return out


def gaps(po: Path = CATALOGUE, sources: Path = SOURCE) -> list[str]:
    """What the sources say and the catalogue does not, or says with other places to fill in."""
    known = {said.word.same: said for said in read(po) if all(said.ways) and not said.fuzzy}
    found = [
        f"{place}: {word.one!r}"
        for word, place in words_of(sources).items()
        if word.same not in known
    ]
    twisted = [
        f"{po.name}: {said.word.one!r} and {way!r} differ in what they fill in"
        for said in known.values()
        if said.word.one
        for way in said.ways
        if places(way) != places(said.word.many or said.word.one)
    ]
    return found + twisted


def places(text: str) -> set[str]:
    """What a text leaves to be filled in."""
    return {match.group(0) for match in PLACE.finditer(text)}


def add(po: Path = CATALOGUE, sources: Path = SOURCE) -> int:
    """Append every word of the sources the catalogue has not yet met, still without its Chinese."""
    known = {said.word.same for said in read(po)}
    new = [(word, at) for word, at in words_of(sources).items() if word.same not in known]
    with po.open("a", encoding="utf-8") as out:
        for word, place in new:
            out.write(f"\n#: {place}\n{empty_entry(word)}")
    return len(new)


def empty_entry(word: Word) -> str:
    lines = [f"msgctxt {quoted(word.context)}"] if word.context is not None else []
    lines.append(f"msgid {quoted(word.one)}")
    if word.many is None:
        return "\n".join([*lines, 'msgstr ""', ""])
    return "\n".join([*lines, f"msgid_plural {quoted(word.many)}", 'msgstr[0] ""', ""])


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def main(arguments: list[str]) -> int:
    if "--add" in arguments:
        sys.stdout.write(f"{add()} new\n")
    compile_words()
    lacking = gaps()
    sys.stdout.writelines(f"{gap}\n" for gap in lacking)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
