"""`xieshang serve`: the web server, and beside it a worker and the clock."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

import click
from django.utils import translation
from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from xieshang.config.environment import PORT

from .static import gather
from .terminal import Refused, say

THREADS = 2  # for each process, of which there is one a core: one computes while one waits


@click.command(
    help=_("Serve the site, with a worker and the clock beside it; stop with Ctrl-C."),
)
@click.option("--address", default="127.0.0.1", show_default=True, help=_("Address to listen on"))
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=PORT.read,
    show_default="XIESHANG_PORT",
    help=_("Port to listen on"),
)
@click.option("--workers", type=click.IntRange(1, 64), help=_("Web processes; else one a core"))
@click.option("--no-worker", is_flag=True, help=_("Without the worker and the clock"))
def serve(address, port, workers, no_worker) -> None:
    """The site on one machine."""
    must_be_free(address, port)
    if gather():
        say(_("Style sheets, scripts and pictures gathered."))
    say(_("Xieshang answers at %(place)s") % {"place": f"http://{address}:{port}/"})
    beside = [] if no_worker else [Beside("worker"), Beside("clock"), Beside("maps")]
    server = Granian(
        "xieshang.config.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers or min(os.cpu_count() or 1, 8),
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
    try:
        server.serve()
    finally:
        for each in beside:
            each.stop()


def must_be_free(address: str, port: int) -> None:
    """Raises Refused, with the way out, when another program listens there."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as fault:
            raise Refused("\n".join(taken(port, fault))) from fault


def taken(port: int, fault: OSError) -> Iterator[str]:
    """In both languages: whoever starts a service may read either."""
    for language in ("zh-hans", "en"):
        with translation.override(language):
            yield (
                _("Port %(port)s cannot be used (%(why)s). Choose another: %(so)s")
                % {"port": port, "why": fault.strerror, "so": f"XIESHANG_PORT={port + 1}"}
            )


class Beside:
    """A command as a process that is started again when it ends, until it is stopped."""

    def __init__(self, command: str):
        self.command = (sys.executable, "-m", "xieshang.cli.main", command)
        self.stopping = threading.Event()
        self.process = subprocess.Popen(self.command)
        threading.Thread(target=self.watch, daemon=True).start()

    def watch(self) -> None:
        while not self.stopping.is_set():
            self.process.wait()
            if not self.stopping.wait(timeout=1):
                self.process = subprocess.Popen(self.command)

    def stop(self) -> None:
        """End the process; it finishes what it is at."""
        self.stopping.set()
        self.process.terminate()
        self.process.wait()
