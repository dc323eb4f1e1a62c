"""What is wrong with the input, in both languages: where, what, and how to mend it."""

from __future__ import annotations

import sys

from dev_machine import stop


def fault(where: object, th: str, en: str) -> SystemExit:
    """The exception that ends the benchmark with a message in both languages."""
    return stop(f"{where}: {th}", f"{where}: {en}")


def warn(where: object, th: str, en: str) -> None:
    """Say something on standard error and go on."""
    print(f"{where}: {th} · {en}", file=sys.stderr, flush=True)


def progress(text: str) -> None:
    """Tell on standard error what is being done: a run takes minutes."""
    print(f"… {text}", file=sys.stderr, flush=True)
