"""Takes the markup out of titles and abstracts: HTML, JATS and MathML to Unicode.

Only elements that are known go, so that ``a<b and c>d`` stays whole.
"""

from __future__ import annotations

import html
import re

from reader.digests.text.tex import SUBSCRIPTS, SUPERSCRIPTS

_KNOWN = (
    "a|abbr|article-title|b|bdi|big|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|fn|font|"
    "h[1-6]|head|html|i|img|inf|inline-formula|italic|bold|label|li|math|mark|named-content|nlm|ol|"
    "p|pre|q|roman|s|sans-serif|sc|scp|sec|section|small|span|strike|strong|styled-content|sub|sup|"
    "table|tbody|td|tex-math|th|title|tr|tt|u|ul|underline|var|wbr|x|"
    "m(?:frac|i|n|o|row|s|space|style|sub|sup|subsup|sqrt|root|text|over|under|underover|padded|"
    "phantom|table|tr|td|fenced|multiscripts|error)|annotation(?:-xml)?|semantics"
)
_TAG = re.compile(rf"</?(?:[a-z]{{1,8}}:)?(?:{_KNOWN})(?:\s[^<>]{{0,2000}})?\s?/?>", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:[a-z]{1,8}:)?(?:p|div|sec|section|li|ul|ol|h[1-6]|blockquote|tr|table|pre|dd|dt)"
    r"(?:\s[^<>]{0,2000})?/?>|<br\s*/?>\s*<br\s*/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_UNSEEN = re.compile(
    r"<(script|style|(?:[a-z]{1,8}:)?annotation(?:-xml)?)\b[^<>]{0,2000}>.{0,200000}?</\1\s*>|"
    r"<!--.{0,200000}?-->|<!\[CDATA\[|\]\]>",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(r"<((?:jats:)?title)>\s*abstract:?\s*</\1>", re.IGNORECASE)
_SHIFTED = re.compile(
    r"<(?:[a-z]{1,8}:)?(sub|sup|inf)(?:\s[^<>]{0,200})?>\s*([^<>]{1,12}?)\s*</(?:[a-z]{1,8}:)?\1>",
    re.IGNORECASE,
)
_MATH_SHIFTED = re.compile(
    r"<(?:[a-z]{1,8}:)?m(sub|sup)(?:\s[^<>]{0,200})?>\s*"
    r"(?:<(?:[a-z]{1,8}:)?m\w+(?:\s[^<>]{0,200})?>)?([^<>]{0,40})(?:</[^<>]{1,40}>)?\s*"
    r"(?:<(?:[a-z]{1,8}:)?m\w+(?:\s[^<>]{0,200})?>)?([^<>]{0,12})(?:</[^<>]{1,40}>)?\s*"
    r"</(?:[a-z]{1,8}:)?m\1>",
    re.IGNORECASE,
)
_MATHS = re.compile(
    r"<((?:[a-z]{1,8}:)?math)\b[^<>]{0,2000}>(.{0,20000}?)</\1\s*>", re.IGNORECASE | re.DOTALL
)
_ANY_TAG = re.compile(r"<[^<>]{1,2000}>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});", re.IGNORECASE)
_CAN_SHIFT = {"sup": set("0123456789+-n"), "sub": set("0123456789+-")}


def without_markup(text: str) -> str:
    """Text as a browser shows it; blocks are parted by a blank line. Plain text stays as it is."""
    if "<" in text:
        text = _HEADING.sub("", _UNSEEN.sub("", text))
        text = _MATH_SHIFTED.sub(lambda found: found[2] + _shifted(found[1], found[3]), text)
        text = _SHIFTED.sub(lambda found: _shifted(found[1], found[2]), text)
        text = _MATHS.sub(lambda found: " ".join(_ANY_TAG.sub(" ", found[2]).split()), text)
        text = _BREAK.sub("\n", _BLOCK.sub("\n\n", text))
        text = _TAG.sub("", text)
    if "&" in text:
        text = _unescaped(text)
    return text


def _unescaped(text: str) -> str:
    """Entities as letters, also those escaped twice (``&amp;lt;``), as feeds have them."""
    for _ in range(2):
        plain = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
        if plain == text:
            break
        text = plain
    return text.replace("\u00a0", " ")


def _shifted(kind: str, inside: str) -> str:
    """Digits set high or low as Unicode has them; ``x^k`` where it has none, words as they are."""
    where = "sup" if kind.lower() == "sup" else "sub"
    plain = html.unescape(inside).replace("\u2212", "-")
    if set(plain) <= _CAN_SHIFT[where]:
        return plain.translate(SUPERSCRIPTS if where == "sup" else SUBSCRIPTS)
    if len(plain) == 1 and where == "sup" and plain.isalnum():
        return f"^{plain}"
    return inside
