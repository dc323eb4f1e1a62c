#!/usr/bin/env python3
"""Every task of this project · งานทุกอย่างของโครงการนี้

    python dev.py TASK [more arguments]

    site    สร้างเว็บไซต์ลงใน site/               build the site into site/ (mkdocs build)
    serve   ดูเว็บไซต์ขณะแก้ไข                    preview on 127.0.0.1:8000 while you edit (mkdocs serve)
    test    ตรวจทุกอย่างและทดสอบด้วยเบราว์เซอร์   all that check does, then pytest with a browser
    check   ตรวจโค้ดและเนื้อหา                    ruff, mypy and cde check
    fmt     จัดรูปแบบโค้ด                         let ruff tidy the code
    lock    ล็อกรุ่นไลบรารีใหม่                   write requirements.lock (needs uv; --upgrade: newer versions)
    clean   ลบสิ่งที่สร้างขึ้น                    remove what was built (--all: .venv too)

It needs Python 3.11 or later and nothing else: it makes .venv from requirements.lock by itself.
"""

# An older Python shows the next line or, from 3.7, main()'s message.
from __future__ import annotations  # ต้องใช้ Python 3.11 ขึ้นไป · Python 3.11 or later is needed

import hashlib
import importlib.util
import os
import shutil
import signal
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from dev_machine import ROOT, ensure_browser, install_package, run, say, stop

VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
SITE = ROOT / "site"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "made-by-dev.txt"
PYTHON = str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
CODE = ("cde", "hooks", "tests", "benchmarks", "dev.py", "dev_machine.py", "tools")


def remove(path: Path) -> None:
    """Remove a file or folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def stamp() -> str:
    """Return what .venv has to be made from: the lock, this Python and this folder."""
    digest = hashlib.sha256(LOCK.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    return f"requirements.lock {digest}\npython {sys.version_info[0]}.{sys.version_info[1]}\nat {VENV}\n"


def fresh() -> bool:
    """Tell whether .venv was finished from the present lock: the stamp is written last of all."""
    return STAMP.is_file() and STAMP.read_text("utf-8") == stamp() and Path(PYTHON).exists()


def make_venv() -> bool:
    """Fill a new .venv with exactly the lock's packages and this project; False if a step fails."""
    if importlib.util.find_spec("ensurepip") is None:  # Debian and Ubuntu ship it in a package of its own
        package = f"python3.{sys.version_info[1]}-venv"
        if not install_package(package):
            say(f"ติดตั้งแพ็กเกจนี้ก่อน · install this package first: sudo apt-get install {package}")
            return False
    python = getattr(sys, "_base_executable", None) or sys.executable  # not that of a .venv being replaced
    pip = (PYTHON, "-m", "pip", "install", "-qq", "--no-input")  # -qq: errors only
    libraries = (*pip, "--require-hashes", "-r", str(LOCK))
    project = (*pip, "--no-deps", "--no-build-isolation", "-e", ".")
    return (
        run("สร้าง .venv · making .venv", python, "-m", "venv", str(VENV))
        and run("ติดตั้งไลบรารี (ราวหนึ่งนาที) · installing the libraries (about a minute)", *libraries)
        and run("ติดตั้งโครงการนี้ · installing this project", *project)
    )


def ensure_venv() -> None:
    """Make .venv unless it is up to date. If that fails, a former .venv comes back as it was."""
    if fresh():
        return
    former, made = CACHE / "venv-former", False
    CACHE.mkdir(exist_ok=True)
    remove(former)
    if VENV.exists():
        VENV.rename(former)
    try:
        made = make_venv()
        if made:
            STAMP.write_text(stamp(), "utf-8")
    finally:  # on Ctrl+C too
        if not made:
            remove(VENV)
            if former.exists():
                former.rename(VENV)
    if not made:
        raise stop(
            "สร้าง .venv ไม่สำเร็จ – ดูข้อความด้านบน ต่ออินเทอร์เน็ต แล้วลองอีกครั้ง",
            "Could not make .venv – see above, check the internet connection and try again.",
        )
    remove(former)


def swap(new: Path, live: Path, former: Path) -> None:
    """Put new in the place of live; if that fails, live comes back."""
    remove(former)
    if live.exists():
        live.rename(former)
    try:
        new.rename(live)
    except OSError:
        if former.exists():
            former.rename(live)
        raise
    remove(former)


def site(more: list[str]) -> bool:
    """Build beside site/ and swap only when the build succeeded."""
    new = CACHE / "site-next"
    CACHE.mkdir(exist_ok=True)
    remove(new)
    mkdocs = (PYTHON, "-m", "mkdocs", "build", "--strict", "-d", str(new), *more)
    if not run("สร้างเว็บไซต์ · building the site", *mkdocs) or not new.is_dir():
        say("สร้างเว็บไซต์ไม่สำเร็จ – site/ ยังเป็นของเดิม", "The build failed – site/ is as it was.")
        return False
    swap(new, SITE, CACHE / "site-former")
    say(f"เว็บไซต์อยู่ที่ · the site is in {SITE}")
    say("เปิดดู · preview: make serve | python -m http.server --bind 127.0.0.1 -d site")
    return True


def serve(more: list[str]) -> bool:
    """Preview while editing; --livereload is said outright, as mkdocs 1.6.1 loses it with click 8.3."""
    mkdocs = (PYTHON, "-m", "mkdocs", "serve", "-a", "127.0.0.1:8000", "--livereload", *more)
    try:
        return run("เปิดดู (หยุดด้วย Ctrl+C) · preview (stop it with Ctrl+C)", *mkdocs)
    except KeyboardInterrupt:
        return True


def check(more: list[str]) -> bool:
    """Run every check, whatever the others said."""
    steps = {
        "ruff check": ("ruff", "check", *CODE),
        "ruff format --check": ("ruff", "format", "--check", *CODE),
        "mypy": ("mypy", *CODE),
        "cde check": ("cde", "check", "--quiet"),
    }
    failed = [label for label, command in steps.items() if not run(label, PYTHON, "-m", *command)]
    if failed:
        say(f"ไม่ผ่าน · failed: {', '.join(failed)}")
    return not failed


def count_skipped(report: Path) -> int:
    """Count the skipped tests in pytest's JUnit report; an expected failure is not one."""
    if not report.is_file():
        return 0
    return sum(skip.get("type") != "pytest.xfail" for skip in ET.parse(report).iter("skipped"))


def test(more: list[str]) -> bool:
    """Run the checks and the tests. In CI a missing browser or a skipped test is a failure."""
    browser = ensure_browser(PYTHON)
    checked = check([])
    report = CACHE / "junit.xml"
    remove(report)
    workers = ("-n", "2", "--dist", "loadfile")
    pytest = (PYTHON, "-m", "pytest", "-q", "-rs", *workers, f"--junit-xml={report}", *more)
    tested = run("pytest", *pytest, env={"CDE_CHROMIUM": browser} if browser else None)
    skipped = count_skipped(report)
    if skipped:
        say(f"ข้ามการทดสอบ {skipped} รายการ · tests skipped: {skipped}")
    if os.environ.get("CI", "").lower() not in ("", "0", "false") and (skipped or not browser):
        say("ใน CI การข้ามถือว่าไม่ผ่าน · in CI, skipping is a failure")
        return False
    return checked and tested


def fmt(more: list[str]) -> bool:
    """Let ruff mend and format the code."""
    fixed = run("ruff check --fix", PYTHON, "-m", "ruff", "check", "--fix", *CODE)
    return run("ruff format", PYTHON, "-m", "ruff", "format", *CODE) and fixed


def lock(more: list[str]) -> bool:
    """Write one requirements.lock for every system and every Python from 3.11."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(PYTHON).parent))
    if not uv:
        raise stop("ติดตั้ง uv ก่อน: pip install uv", "Install uv first: pip install uv")
    options = ("--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "-q")
    header = ("--custom-compile-command", "python dev.py lock")
    sources = ("--group", "pyproject.toml:dev", "pyproject.toml", "-o", LOCK.name)
    if not run("uv pip compile", uv, "pip", "compile", *options, *header, *sources, *more):
        return False
    text = LOCK.read_text("utf-8")
    if "://" in text or str(ROOT) in text:
        raise stop(
            "requirements.lock มีชื่อเซิร์ฟเวอร์หรือที่อยู่ไฟล์ของเครื่องนี้อยู่ – อย่าใช้",
            "requirements.lock names a server or a path of this machine – do not use it.",
        )
    return True


def clean(more: list[str]) -> bool:
    """Remove what was built; with --all the environment too."""
    names = ["site", ".cache", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", "build"]
    names += ["__pycache__"] + [".venv"] * ("--all" in more)
    caches = [cache for name in CODE for cache in (ROOT / name).rglob("__pycache__")]
    for path in (*(ROOT / name for name in names), *caches):
        remove(path)
    say("ลบแล้ว · removed: " + ", ".join(names))
    return True


def old(version: tuple[int, ...]) -> bool:
    """Tell whether a Python is too old for this project."""
    return version < (3, 11)


def main(arguments: list[str]) -> int:
    """Run one task and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if old(sys.version_info[:2]):
        here = sys.version.split()[0]
        raise stop(
            f"ต้องใช้ Python 3.11 ขึ้นไป แต่ตัวนี้คือ {here} – ถ้ามีรุ่นใหม่อยู่: make PYTHON=python3.12",
            f"Python 3.11 or later is needed; this is {here}. If you have one: make PYTHON=python3.12",
        )
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was begun is ended and tidied
    tasks = {f.__name__: f for f in (site, serve, test, check, fmt, lock, clean)}
    name, more = (arguments[0], arguments[1:]) if arguments else ("", [])
    if name not in tasks:
        say(__doc__ or "")
        return 0 if name in ("-h", "--help", "help") else 2
    try:
        if name not in ("lock", "clean"):
            ensure_venv()
        return 0 if tasks[name](more) else 1
    except OSError as error:
        raise stop(
            f"ใช้ไฟล์หรือโฟลเดอร์ไม่ได้ (มีโปรแกรมอื่นเปิดอยู่หรือไม่): {error}",
            f"A file or folder could not be used (does another program have it open?): {error}",
        ) from error
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
