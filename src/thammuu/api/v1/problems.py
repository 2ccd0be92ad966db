"""Refusals as JSON: the stable code for programs, the sentence for the people behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError
from ninja.errors import ValidationError as NotUnderstood

from thammuu.answers import status_of
from thammuu.apps.organisations.refusals import StaleEdit
from thammuu_core.errors import Told

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class Problem(Schema):
    """What went wrong and what to do."""

    code: str
    message: str
    yours: str | None = None
    """Of a stale edit: what you asked for."""
    current: str | None = None
    """Of a stale edit: what stands now."""


def tell_on(api: NinjaAPI) -> None:
    """Answer every failure of the interface in this shape."""

    def answer(request: HttpRequest, status: int, problem: Problem) -> HttpResponse:
        return api.create_response(request, problem.dict(exclude_none=True), status=status)

    @api.exception_handler(Told)
    def told(request: HttpRequest, refusal: Told) -> HttpResponse:
        stale = isinstance(refusal, StaleEdit)
        return answer(
            request,
            status_of(refusal),
            Problem(
                code=refusal.code,
                message=str(refusal.message),
                yours=refusal.yours if stale else None,
                current=refusal.current if stale else None,
            ),
        )

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        words = "Thiếu mã truy cập cá nhân, hoặc mã đã hết hạn hay bị thu hồi. Tạo mã mới ở trang Tài khoản của tôi."
        return answer(request, 401, Problem(code="api.not_signed_in", message=words))

    @api.exception_handler(NotUnderstood)
    def not_understood(request: HttpRequest, error: NotUnderstood) -> HttpResponse:
        places = "; ".join(f"{'.'.join(map(str, found['loc']))}: {found['msg']}" for found in error.errors)
        return answer(
            request, 422, Problem(code="api.not_understood", message=f"Yêu cầu chưa đúng dạng. {places}")
        )

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        return answer(request, error.status_code, Problem(code="api.refused", message=error.message))

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return answer(request, 404, Problem(code="api.no_such_address", message="Không có địa chỉ này."))
