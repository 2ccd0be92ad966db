"""What the confirming of a reading needs in templates."""

from __future__ import annotations

from uuid import uuid4

from django import template

register = template.Library()


@register.simple_tag
def fresh_key() -> str:
    """The idempotency key of a form that has nothing but buttons."""
    return str(uuid4())


@register.filter
def block_id(about: str) -> str:
    """Where on the page the value stands that a doubt is about: "steps/s3" is in "buoc-s3"."""
    return "dau-van-ban" if about.startswith("header") else f"buoc-{about.split('/')[1]}"
