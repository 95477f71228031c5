"""Run a module under limits: `python -m …confined CPU_SECONDS MEMORY OUTPUT MODULE [ARGUMENT …]`.

The limits are set before the module is imported, and cannot be raised again.
"""

import resource
import runpy
import sys

OPEN_FILES = 64


def confine(cpu_seconds: int, memory_bytes: int, output_bytes: int) -> None:
    """Take the limits upon this process, for good."""
    hard = {
        resource.RLIMIT_CPU: cpu_seconds,
        resource.RLIMIT_AS: memory_bytes,
        resource.RLIMIT_FSIZE: output_bytes,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,
    }
    for limit, value in hard.items():
        resource.setrlimit(limit, (value, value))


def main() -> None:
    """Confine this process, then become the module."""
    cpu_seconds, memory_bytes, output_bytes = map(int, sys.argv[1:4])
    module = sys.argv[4]
    sys.argv = sys.argv[4:]
    confine(cpu_seconds, memory_bytes, output_bytes)
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
