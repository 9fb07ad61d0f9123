"""A page of the web as far as it leads to papers: its title, its headings, its links."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml import html as lxml_html

from ingest.characters import clean, decode, one_line
from ingest.web import addresses

_MOST_LINKS = 20_000
_LONGEST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the address in one spelling, and its words on one line (those of its tooltip where it has none)."""

    address: str
    text: str


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a page at an address says at its top and where it leads; ``headings`` begin with its title."""

    address: str
    headings: tuple[str, ...]
    links: tuple[Link, ...]


def read_web_page(data: bytes, address: str) -> WebPage:
    """The page in the bytes of HTML, also of bad HTML; links that can be asked, each address once, in their order."""
    source = clean(decode(data)[0])
    parser = lxml_html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = lxml_html.document_fromstring(source.encode(), parser=parser)
    except (etree.ParserError, ValueError):
        return WebPage(address, (), ())
    base = next((element.get("href") for element in root.iter("base") if element.get("href")), None)
    start = (addresses.linked(address, base) if base else None) or address
    headings = [text for tag in ("title", "h1", "h2") for e in root.iter(tag) if (text := _words(e))]
    links: dict[str, Link] = {}
    for number, element in enumerate(root.iter("a", "area")):
        if number >= _MOST_LINKS:
            break
        target = element.get("href")
        found = addresses.linked(start, target) if target and not target.startswith("#") else None
        if found is not None:
            words = _words(element) or one_line(element.get("title") or element.get("alt") or "")
            links.setdefault(found, Link(found, words[:_LONGEST_TEXT]))
    return WebPage(address, tuple(headings), tuple(links.values()))


def _words(element: lxml_html.HtmlElement) -> str:
    return one_line("".join(str(text) for text in element.itertext()))[:_LONGEST_TEXT]
