"""What a browser shows after htmx has swapped a fragment in; the law is that it equals the page freshly loaded."""

from __future__ import annotations

from bs4 import BeautifulSoup


def patched(page: str, *, target: str, fragment: str) -> str:
    """`page` once `fragment` has taken the place of `target`, and out-of-band parts their own."""
    soup = BeautifulSoup(page, "html.parser")
    arrived = BeautifulSoup(fragment, "html.parser")
    for part in arrived.select("[hx-swap-oob]"):
        del part["hx-swap-oob"]
        _only(soup, f"#{part['id']}").replace_with(part.extract())
    _only(soup, target).replace_with(*[part for part in arrived.contents if str(part).strip()])
    return plain(str(soup))


def plain(page: str) -> str:
    """A page without what differs on every load: nonces, CSRF tokens, idempotency keys, seconds of the session."""
    soup = BeautifulSoup(page, "html.parser")
    for script in soup.select("[nonce]"):
        del script["nonce"]
    for warning in soup.select("[data-tm-session-seconds]"):
        del warning["data-tm-session-seconds"]
    for field in soup.select("input[name=csrfmiddlewaretoken], input[name=key]"):
        del field["value"]
    return "\n".join(line.strip() for line in soup.prettify().splitlines() if line.strip())


def without(page: str, selector: str) -> str:
    """A page without one part of it: fields that a person filled in, which the server did not draw."""
    soup = BeautifulSoup(page, "html.parser")
    for part in soup.select(selector):
        part.decompose()
    return str(soup)


def _only(soup: BeautifulSoup, selector: str) -> object:
    found = soup.select(selector)
    assert len(found) == 1, f"{selector} is {len(found)} times on the page"
    return found[0]
