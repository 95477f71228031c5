"""Which of the fonts at hand stand in for those a docx names.

The fonts of GB/T 9704-2012 are licensed, or absent on servers; they are used where they
are installed. Else any Chinese serif does, found on the system or in the given folders.
"""

import re
from functools import cache
from pathlib import Path

import typst
from django.utils.translation import gettext as _

SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "Songti SC")
SANS = ("Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei")
WANTED = {
    "仿宋": ("FangSong_GB2312", "FangSong", "STFangsong", "FZFangSong-Z02", *SERIF),
    "楷体": ("KaiTi_GB2312", "KaiTi", "STKaiti", "FZKai-Z03", *SERIF),
    "黑体": ("SimHei", "STHeiti", *SANS, *SERIF),
    "小标宋": ("FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S", *SERIF),
    "宋体": ("SimSun", "STSong", *SERIF),
}
DRAWN_BOLD = {"黑体": SANS + SERIF, "小标宋": SERIF}  # stand-ins look right only when bold
CHINESE = re.compile(r"\b(SC|CJK)\b|Song|Sim|Hei|Kai|Ming|WenQuanYi")


class NoChineseFont(LookupError):
    """No font at hand can print Chinese; say what to install, do not print boxes."""


def stand_ins(font: str, names: frozenset[str]) -> list[str]:
    """The families of `names` to try for a font named in a docx, best first."""
    named = [font] if font in names else []
    wanted = [name for name in WANTED[kind_of(font)] if name in names]
    others = sorted(name for name in names if CHINESE.search(name))
    return [*named, *(wanted or others[:1])]


@cache
def kind_of(font: str) -> str:
    """Which of the five kinds of type a font is, by its name; 仿宋 where none is said."""
    return next((kind for kind in WANTED if kind in font), "仿宋")


class Fonts:
    """The fonts of the system and of some folders, asked by their Chinese names."""

    def __init__(self, folders: tuple[Path, ...] = ()) -> None:
        present = [str(folder) for folder in folders if folder.is_dir()]
        self.found = typst.Fonts(include_system_fonts=True, font_paths=present)
        self.names = frozenset(self.found.families())
        if not any(CHINESE.search(name) for name in self.names):
            raise NoChineseFont(_("There is no Chinese font here to print with: run make setup"))

    def chosen(self, font: str) -> list[str]:
        return stand_ins(font, self.names)

    def families(self, font: str) -> str:
        """The families to try, as a Typst array."""
        return "(" + "".join(f'"{name}", ' for name in self.chosen(font)) + ")"

    def weight(self, font: str) -> str:
        """Bold where a lighter face stands in for one which is drawn heavy."""
        return "bold" if self.chosen(font)[0] in DRAWN_BOLD.get(kind_of(font), ()) else "regular"


@cache
def fonts_at(folders: tuple[Path, ...] = ()) -> Fonts:
    """Looking for fonts takes a while: once for each set of folders."""
    return Fonts(folders)
