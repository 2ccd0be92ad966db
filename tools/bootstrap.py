"""Make or refresh the environment: `bootstrap.py VENV LOCK`. Standard library only; nothing is installed beforehand.

venv, then uv from its own hashed lock, then LOCK by uv; where uv does not run, pip does the same, slower. The locks
are complete, so nothing is installed that they do not name, whatever a wheel says that it needs (excluded.in).
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Exit 0 when the environment holds exactly what the lock says and the project itself."""
    if sys.version_info < (3, 11):  # noqa: UP036  this file alone is run before the right Python is known
        sys.exit(
            f"Cần Python 3.11 trở lên (đang có {sys.version.split()[0]}). Chạy lại: make PYTHON=python3.12 …"
        )
    env, lock = Path(sys.argv[1]), Path(sys.argv[2])
    python = env / "bin" / "python"
    if not python.exists():
        create(env)
    pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    subprocess.check_call([*pip, "--require-hashes", "-r", str(ROOT / "requirements" / "tool.lock")])
    uv = [str(env / "bin" / "uv"), "pip", "install", "-q", "--python", str(python)]
    locked = ["--no-deps", "--require-hashes", "-r", str(lock)]
    fast = subprocess.call([*uv, *locked]) == 0
    if not fast:
        print("uv không chạy được trên máy này; cài bằng pip, chậm hơn.", file=sys.stderr)
        subprocess.check_call([*pip, *locked])
    own = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    return subprocess.call([*(uv if fast else pip), *own])


def create(env: Path) -> None:
    """A bare environment with pip in it; where Python came without ensurepip, say which package brings it."""
    try:
        venv.create(env, with_pip=True, symlinks=True, clear=env.exists())
    except (subprocess.CalledProcessError, ImportError):
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        sys.exit(
            "Python trên máy này thiếu ensurepip nên không tạo được môi trường.\n"
            f"Trên Debian/Ubuntu: sudo apt-get install python{version}-venv, rồi chạy lại."
        )


if __name__ == "__main__":
    sys.exit(main())
