"""A session that ends while a page is open does not draw the sign-in page inside it."""

from __future__ import annotations

from django.test import Client

from support.cast import Cast


def test_a_fragment_asked_for_after_the_session_ended_leads_the_whole_page_to_the_door(
    client: Client, cast: Cast
) -> None:
    response = client.get("/theo-doi/?words=a", headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response.content == b""
    assert response.headers["HX-Redirect"].startswith("/tai-khoan/dang-nhap/?next=/theo-doi/")


def test_a_page_asked_for_whole_is_redirected_as_ever(client: Client, cast: Cast) -> None:
    assert client.get("/theo-doi/").status_code == 302
