"""Where files are kept: a directory of the installation, or an S3-compatible bucket by `THAMMUU_FILES`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit


def files(environment: Mapping[str, str], home: Path) -> Path | str:
    """The value of THAMMUU_FILES: a directory, or `s3://bucket/prefix?endpoint=https://…` as it stands."""
    place = environment.get("THAMMUU_FILES", "")
    if not place:
        return home / "files"
    parts = urlsplit(place)
    if parts.scheme == "s3" and parts.netloc:
        if find_spec("storages") is None:
            raise ValueError("THAMMUU_FILES=s3://… cần phần cài thêm: chạy pip install 'thammuu[s3]'.")
        return place
    if parts.scheme:
        raise ValueError(
            f"THAMMUU_FILES phải là một thư mục hoặc s3://kho/thư-mục?endpoint=https://máy, đang là {place}"
        )
    return Path(place).resolve()
