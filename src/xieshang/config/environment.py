"""What an operator may set, in one table. The reference page of settings is printed from it."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable: its name, what stands when it is not set, what it means."""

    name: str
    default: str
    meaning: str

    def read(self) -> str:
        return os.environ.get(self.name, self.default)


DATA = Setting("XIESHANG_DATA", "var", "Folder for the database, received files and reports")
DATABASE = Setting(
    "DATABASE_URL",
    "",
    "sqlite:///path or postgres://user:password@host:port/name; empty: SQLite in XIESHANG_DATA",
)
SECRET = Setting("SECRET_KEY", "", "Signs sessions; empty: made once and kept in XIESHANG_DATA")
HOSTS = Setting(
    "XIESHANG_HOSTS", "127.0.0.1,localhost,[::1]", "Host names that are answered, with commas"
)
ADDRESS = Setting(
    "XIESHANG_ADDRESS", "", "Public address, printed in reports; empty: http://127.0.0.1 and port"
)
DEBUG = Setting("XIESHANG_DEBUG", "", "1 shows error details; never in production")
HTTPS = Setting("XIESHANG_HTTPS", "", "1 when people reach the site by https: secure cookies")
PORT = Setting("XIESHANG_PORT", "8000", "Port of `xieshang serve`")
LANGUAGE = Setting(
    "XIESHANG_LANGUAGE", "", "zh-hans or en for the command line; empty: en in an English locale"
)
MAIL = Setting(
    "XIESHANG_MAIL",
    "",
    "Server for e-mail: mailtos://user:password@host:465?from=office@example.org&mode=ssl;"
    " empty: no e-mail is sent, and pages say so",
)
BOTS = Setting(
    "XIESHANG_BOTS",
    "wecom,dingtalk,feishu",
    "Bots that people may have notices sent to, with commas; empty: none",
)
BODY = Setting("XIESHANG_BODY", "", "Name in the page header; empty: the name of the top committee")
SPONSOR = Setting("XIESHANG_SPONSOR", "", "主办单位 in the footer")
CONTRACTOR = Setting("XIESHANG_CONTRACTOR", "", "承办单位 in the footer")
CONTACT = Setting("XIESHANG_CONTACT", "", "联系方式 in the footer")
ICP = Setting("XIESHANG_ICP", "", "ICP 备案号 in the footer")
POLICE = Setting("XIESHANG_POLICE", "", "公网安备 number in the footer")
SITE_CODE = Setting("XIESHANG_SITE_CODE", "", "政府网站标识码 in the footer")

SETTINGS = (
    DATA, DATABASE, SECRET, HOSTS, ADDRESS, DEBUG, HTTPS, PORT, LANGUAGE, MAIL, BOTS, BODY,
    SPONSOR, CONTRACTOR, CONTACT, ICP, POLICE, SITE_CODE,
)  # fmt: skip


class BadSetting(ValueError):
    """A setting that cannot be used, with the reason."""


def data_folder() -> Path:
    """The folder of everything that is kept, as an absolute path."""
    return Path(DATA.read()).resolve()


# The server plans a statement that comes again once, not each time.
PREPARED: Mapping[str, object] = {"server_side_binding": True, "prepare_threshold": 5}


def database(url: str, data: Path) -> dict:
    """What Django needs to know of the database at `url`; raises BadSetting."""
    parts = urlsplit(url or f"sqlite:///{data / 'xieshang.sqlite3'}")
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path[1:]) or ":memory:")
    if parts.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path[1:]),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
            "OPTIONS": {**PREPARED, **dict(parse_qsl(parts.query, keep_blank_values=True))},
        }
    raise BadSetting(f"DATABASE_URL must begin with sqlite:/// or postgres://, not {parts.scheme}:")


def sqlite(path: str) -> dict:
    """SQLite as a server wants it: readers never wait, writers queue, commits reach the disk."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            " PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536; PRAGMA mmap_size=1073741824;",
        },
    }
