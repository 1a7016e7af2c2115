"""XML and HTML as trees (lxml), without entities, without network, forgiving of damage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reader.digests.limits import DEEPEST
from reader.errors import DigestError
from reader.words import number, say

Element = Any
"""An ``lxml.etree._Element``; lxml brings no types."""

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_DOCTYPE = re.compile(
    r"<!DOCTYPE[^\[>]{0,1000}(?:\[.{0,200000}?\]\s*)?>", re.DOTALL | re.IGNORECASE
)
_BARE = re.compile(r"&(?!#?\w{1,31};)")
_NAME = re.compile(r"[^\W\d][\w.-]{0,200}")
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*?(/?)>")
_UNCLOSED = "area base br col dd dt embed hr img input li link meta option p param td th tr"
"""Elements that HTML does not need to close, which therefore do not count as nesting."""
_UNCLOSED_NAMES = frozenset(_UNCLOSED.split())


def xml_tree(text: str) -> Element:
    """The root element; names are without namespaces. Raises DigestError when there is none.

    What is not well-formed is repaired or left out. A document type goes before parsing, and with
    it every entity it declares.
    """
    # Imported here because it takes 0.03 s, which only XML should cost.
    from lxml import etree

    check_depth(text)
    text = _BARE.sub("&amp;", without_doctype(text))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise DigestError(say("This is no XML that could be read."), where=f"{error}.") from error
    if root is None:
        raise DigestError(say("This is no XML that could be read."))
    for element in root.iter(etree.Element):
        name = element.tag.rpartition("}")[2]
        if name != element.tag and _NAME.fullmatch(name):
            element.tag = name
    return root


def without_doctype(text: str) -> str:
    """XML without its declaration and document type, and so without entities of its own."""
    return _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1)


def html_tree(text: str) -> Element:
    """The root element of a page or of a piece of one. Raises DigestError when there is none."""
    from lxml import etree, html

    check_depth(text)
    # As bytes: a declared encoding in the midst of a text makes lxml refuse it.
    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise DigestError(say("This page is empty.")) from error


def check_depth(text: str) -> None:
    """Raises DigestError for markup nested deeper than anybody writes."""
    depth = 0
    for tag in _TAG.finditer(text):
        if tag[3] or tag[2].lower() in _UNCLOSED_NAMES:
            continue
        depth += -1 if tag[1] else 1
        if depth > DEEPEST:
            raise DigestError(
                say("This is nested more than {} elements deep.").format(DEEPEST),
                where=say("The element is <{}> at letter {}.").format(
                    tag[2][:40], number(tag.start())
                ),
                advice=say("Such a file is damaged or hostile; it is not read."),
            )


def text_at(element: Element, path: str) -> str:
    """The text of the first element at a path of names, markup inside it left out; may be empty."""
    found = element.find(path)
    return inner_text(found) if found is not None else ""


def texts_at(element: Element, path: str) -> Iterator[str]:
    """The texts, not empty, of all elements at a path."""
    for found in element.iterfind(path):
        text = inner_text(found)
        if text:
            yield text


def inner_text(element: Element) -> str:
    """All text inside an element on one line."""
    return " ".join("".join(element.itertext()).split())


def inner_markup(element: Element) -> str:
    """What is inside an element, with its markup, for text/markup.py to make readable."""
    from lxml import etree

    inside = [element.text or ""]
    inside += [etree.tostring(child, encoding="unicode") for child in element]
    return "".join(inside)


def raw(element: Element) -> str:
    """An element as text again, for showing where an entry came from."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode", with_tail=False))
