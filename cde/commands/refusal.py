"""A command that cannot do what was asked, said in Thai and English with the cure."""

from __future__ import annotations


class Refusal(Exception):
    """What is wrong and what to do. `status` is 2 after wrong use and 1 after faults of the content or a "no"."""

    def __init__(self, th: str, en: str, status: int = 2) -> None:
        super().__init__(f"{th}\n{en}")
        self.status = status
