"""What dev.py needs of the machine: running commands, system packages and a browser.

Standard library only, for Linux, macOS and Windows.
"""

from __future__ import annotations  # ต้องใช้ Python 3.11 ขึ้นไป · Python 3.11 or later is needed

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENV = {
    "DISABLE_MKDOCS_2_WARNING": "true",  # the banner of properdocs
    "NO_MKDOCS_2_WARNING": "true",  # the banner of mkdocs-material
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PYTHONUTF8": "1",  # Thai text on Windows
    "DEBIAN_FRONTEND": "noninteractive",
}
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
)
MAC_APPS = (
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_APPS = (
    "Chromium/Application/chrome.exe",
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
PACKAGE_MANAGERS = {
    "apt-get": ("install", "-y", "--no-install-recommends"),
    "dnf": ("install", "-y"),
    "apk": ("add",),
    "pacman": ("-S", "--noconfirm"),
}


def say(*lines: str) -> None:
    """Print lines at once, so that they come before what a command prints."""
    print(*lines, sep="\n", flush=True)


def stop(th: str, en: str) -> SystemExit:
    """Return the exception that ends the program with exit code 1 and a message in both languages."""
    return SystemExit(f"{th}\n{en}")


def run(label: str, *command: str, env: dict[str, str] | None = None, timeout: float | None = None) -> bool:
    """Run a command in the repository; say what it is, how it went and how long it took."""
    say(f"… {label}")
    start = time.monotonic()
    environment = {**os.environ, **ENV, **(env or {})}
    try:
        ok = subprocess.run(command, cwd=ROOT, env=environment, timeout=timeout).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        say(str(error))
        ok = False
    say(f"{'เสร็จ · ok' if ok else 'ไม่ผ่าน · FAILED'}: {label} ({time.monotonic() - start:.1f} s)")
    return ok


def install_package(package: str) -> bool:
    """Install a system package where no question need be asked: as root, with passwordless sudo, by brew."""
    if sys.platform == "darwin":
        brew = shutil.which("brew")
        return brew is not None and run(f"brew install {package}", brew, "install", "--cask", package)
    manager = next((name for name in PACKAGE_MANAGERS if shutil.which(name)), None)
    if manager is None:
        return False
    prefix: tuple[str, ...] = ()
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        if not shutil.which("sudo") or subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode:
            return False
        prefix = ("sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive")
    if manager == "apt-get":
        run("apt-get update", *prefix, "apt-get", "-q", "update", timeout=300)
    command = (*prefix, manager, *PACKAGE_MANAGERS[manager], package)
    return run(f"{manager} install {package}", *command, timeout=900)


def starts(path: str) -> bool:
    """Tell whether a browser really starts: Ubuntu's chromium-browser may be a mere notice."""
    if os.name == "nt":  # there --version opens a window
        return Path(path).is_file()
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def usual_places() -> list[str]:
    """List where browsers lie on macOS and Windows, which do not put them on PATH."""
    if sys.platform == "darwin":
        folders = (Path("/Applications"), Path.home() / "Applications")
        return [str(folder / app) for app in MAC_APPS for folder in folders]
    roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    return [str(Path(root, app)) for app in WINDOWS_APPS for root in roots if root]


BROWSER_FLAGS = [
    "--no-sandbox",  # as root there is none
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",  # drawn by the processor either way; saves a third of the time
]
"""How tests and benchmarks start the browser: asking nothing of the network but what a page asks."""


def find_browser() -> str | None:
    """Find a browser on this machine: CDE_CHROMIUM, then PATH, then the usual places."""
    named = os.environ.get("CDE_CHROMIUM")
    if named:
        found = shutil.which(named)
        if found and starts(found):
            return found
        raise stop(
            f"CDE_CHROMIUM ชี้ไปที่ {named} ซึ่งเปิดไม่ได้",
            f"CDE_CHROMIUM names {named}, which does not start.",
        )
    paths = [path for path in map(shutil.which, COMMANDS) if path]
    return next((path for path in (*paths, *usual_places()) if starts(path)), None)


def playwright_browser(python: str) -> str | None:
    """Find the Chromium that playwright downloaded, if it did."""
    code = "from playwright.sync_api import sync_playwright as start\n"
    code += "with start() as play: print(play.chromium.executable_path)"
    path = subprocess.run([python, "-c", code], capture_output=True, encoding="utf-8").stdout.strip()
    return path if path and starts(path) else None


def ensure_browser(python: str) -> str | None:
    """Find a browser or install one; None, after a plain word about it, where neither can be done."""
    found = find_browser() or playwright_browser(python)
    if not found and install_package("chromium"):
        found = find_browser()
    if not found:
        run("playwright install chromium", python, "-m", "playwright", "install", "chromium", timeout=900)
        found = playwright_browser(python)
    if found:
        say(f"เบราว์เซอร์ · browser: {found}")
    else:
        say(
            "ไม่พบ Chromium หรือ Chrome และติดตั้งให้ไม่ได้ – จะข้ามการทดสอบที่ใช้เบราว์เซอร์",
            "No Chromium or Chrome was found and none could be installed – browser tests will be skipped.",
        )
    return found
