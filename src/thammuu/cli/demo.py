"""`thammuu demo [FILE]`: a plan read, printed, and served as a live dossier on a simulated day."""

from __future__ import annotations

import argparse
import os
import time
import urllib.request
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

import django
from django.core.management import call_command

from thammuu.cli import serve, source, terminal
from thammuu_core.errors import Unavailable

if TYPE_CHECKING:
    from thammuu.apps.programme.demo import Demo
    from thammuu_core.plans.model import Reading

STARTS_WITHIN_SECONDS = 60
EVERY_ADDRESS = ("0.0.0.0", "::")  # noqa: S104  asked for by whoever says so


class ServerSilent(Unavailable):
    """The server did not answer its own first request."""

    code = "cli.server_silent"


def run(options: argparse.Namespace) -> int:
    """Set up its own database under var/demo, read the plan, print it, serve it; with `--once` answer one page and stop."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "thammuu.settings.dev"
    os.environ.setdefault("THAMMUU_HOME", str(Path("var") / "demo"))
    os.environ.setdefault("THAMMUU_DEBUG", "0")  # error pages as users of an installation see them
    os.environ.setdefault("THAMMUU_HOSTS", ",".join(_names(options.host)))
    with resources.as_file(resources.files("thammuu.cli") / "example" / "plan.docx") as example:
        file = options.file or str(example)
        data = source.content(file)
        reading = source.reading_of(data, file)
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        demo = _build(data, Path(file).name, reading)
    terminal.reading(reading)
    address = f"http://{_names(options.host)[0]}:{options.port}/"
    with serve.serving(options.host, options.port) as children:
        _first_page(address)
        _print_cast(demo, address)
        return 0 if options.once else serve.wait(children)


def _names(host: str) -> list[str]:
    """The names under which the demo is called, the first by itself; every name when it listens on every address."""
    if host in EVERY_ADDRESS:
        return ["127.0.0.1", "*"]
    return [f"[{host}]" if ":" in host else host, "localhost"]


def _build(data: bytes, name: str, reading: Reading) -> Demo:
    from thammuu.apps.programme.demo import build  # models exist only after django.setup()

    return build(data, name, reading)


def _first_page(address: str) -> None:
    """Wait until the server answers; a demo that prints an address nobody serves is worse than an error."""
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310  our own address
                if response.status == 200:
                    return
        except URLError:
            time.sleep(0.3)
    raise ServerSilent(f"Máy chủ không trả lời tại {address}. Có thể cổng đang bận: chạy lại với PORT=8001.")


def _print_cast(demo: Demo, address: str) -> None:
    terminal.title(f"Tham mưu đang chạy tại {address} — ngày giả định {terminal.day(demo.today)}")
    people = [(part.username, part.name, f"{part.title}, {part.unit or part.agency}") for part in demo.cast]
    terminal.columns(["Tài khoản", "Họ tên", "Chức danh, đơn vị"], people)
    terminal.console.print(f"Mật khẩu chung để dùng thử: {demo.password}")
    terminal.title("Xem ở đâu, bằng tài khoản nào")
    terminal.columns(["Tài khoản", "Trang", "Để thấy"], _tour(demo))
    terminal.console.print("Nhấn Ctrl+C để dừng.", style="dim")


def _tour(demo: Demo) -> list[tuple[str, str, str]]:
    """Where something is to be seen, and as whom; the path alone fits the width of a terminal."""
    from django.urls import reverse  # the addresses exist only after django.setup()

    dossier = reverse("dossiers:detail", args=[demo.dossier])
    work = reverse("work:mine")
    stops = [
        ("lan", work, "Việc của tôi: việc phải làm, việc chờ người khác"),
        ("lan", dossier, "Hồ sơ: biểu đồ, các bước"),
        ("lan", reverse("drafting:list", args=[demo.dossier]), "Dự thảo: các lần, lỗi thể thức, ký nháy"),
        ("hung", work, "Bước quá hạn được chuyển đến, dự thảo chờ ký nháy"),
        ("son", work, "Đề nghị phối hợp, kết luận họp"),
        ("binh", work, "Đề nghị gia hạn chờ quyết định"),
        ("binh", reverse("progress:list"), "Theo dõi tiến độ của cả cơ quan"),
    ]
    if demo.assignment:
        stops.insert(2, ("lan", reverse("programme:list"), "Nhiệm vụ, bút phê, dự thảo kế hoạch"))
    return stops
