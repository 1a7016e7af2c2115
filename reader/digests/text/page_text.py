"""A web page as the text that a person would copy of it, with its links as Markdown has them."""

from __future__ import annotations

from collections.abc import Iterator

from reader.digests.structured.xml_tree import Element, html_tree

_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "footer", "form",
     "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
     "section", "table", "tr", "ul", "figure", "figcaption", "br")
)  # fmt: skip
_UNSEEN = frozenset(("script", "style", "head", "template", "noscript", "svg", "select", "button"))


def page_text(page: str) -> str:
    """The text of a page, a blank line between blocks, and ``[text](address)`` for its links.

    Raises DigestError for what is no page.
    """
    pieces = list(_pieces(html_tree(page)))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def links_of(page: str) -> Iterator[tuple[str, str]]:
    """The text and address of each link of a page."""
    for link in html_tree(page).iter("a"):
        address = (link.get("href") or "").strip()
        if address:
            yield " ".join("".join(link.itertext()).split()), address


def _pieces(element: Element) -> Iterator[str]:
    """The text of an element in pieces; a stack, for pages may be nested deeply."""
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        one, done = stack.pop()
        is_element = isinstance(one.tag, str)
        seen = is_element and one.tag not in _UNSEEN
        if done:
            yield _end(one)
            yield one.tail or ""
            continue
        if not seen:
            yield one.tail or "" if one is not element else ""
            continue
        yield _beginning(one) + (one.text or "").replace("\n", " ")
        stack.append((one, True))
        stack.extend((child, False) for child in reversed(one))


def _address(element: Element) -> str:
    address = (element.get("href") or "").strip() if element.tag == "a" else ""
    return address if address and not set(address) & set("() \n") else ""


def _beginning(element: Element) -> str:
    if element.tag in _BLOCKS:
        return "\n"
    return "[" if _address(element) else ""


def _end(element: Element) -> str:
    if element.tag in _BLOCKS:
        return "\n"
    address = _address(element)
    return f"]({address})" if address else ""
