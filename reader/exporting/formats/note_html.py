"""Notes as safe HTML: Markdown rendered, what is HTML in it shown as it was typed.

Links lead to the web only; a picture is shown when the library keeps it, else its words stand there
with its address, and nothing is fetched.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, MutableMapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from reader.exporting.escaping import verbatim, web_address
from reader.exporting.pictures import relinked

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token

Picture = tuple[str, bytes]
"""The media type of a picture, and its bytes."""

_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
_UNWANTED = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127))
# The headings of a note stand below that of the paper and the word "Note".
_LOWEST, _DEEPER = 6, 3


class NoteRenderer:
    """Renders notes. ``pictures`` are by their names in the notes, such as images/HASH.png."""

    def __init__(self, pictures: Mapping[str, Picture]) -> None:
        self._pictures = pictures
        self._markdown = self._made()

    def render(self, note: str) -> str:
        """A note as HTML. Touches nothing."""
        rendered: str = self._markdown.render(relinked(verbatim(note)).translate(_UNWANTED))
        return rendered

    def _made(self) -> MarkdownIt:
        # 0.05 s to import, and needed for nothing else here.
        from markdown_it import MarkdownIt

        def image(
            _renderer: RendererHTML,
            tokens: Sequence[Token],
            at: int,
            _options: Any,
            _env: MutableMapping[str, Any],
        ) -> str:
            return self._image(str(tokens[at].attrGet("src") or ""), tokens[at].content)

        markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 40})
        markdown.enable(["table", "strikethrough"])
        markdown.validateLink = self._may_lead  # type: ignore[method-assign]
        markdown.add_render_rule("image", image)
        markdown.add_render_rule("link_open", _link)
        markdown.add_render_rule("heading_open", _heading)
        markdown.add_render_rule("heading_close", _heading)
        return markdown

    def _may_lead(self, url: str) -> bool:
        return bool(web_address(url)) or url in self._pictures

    def _image(self, address: str, words: str) -> str:
        kind, data = self._pictures.get(address, ("", b""))
        if kind in _TYPES:
            inside = base64.b64encode(data).decode("ascii")
            return f'<img src="data:{kind};base64,{inside}" alt="{escape(words)}">'
        shown = f"[{escape(words)}]" if words else "[picture]"
        safe = web_address(address)
        return f'<a href="{escape(safe)}" rel="noreferrer">{shown}</a>' if safe else shown


def _link(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: Any,
    env: MutableMapping[str, Any],
) -> str:
    tokens[at].attrSet("rel", "noreferrer")
    return renderer.renderToken(tokens, at, options, env)


def _heading(
    renderer: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: Any,
    env: MutableMapping[str, Any],
) -> str:
    level = min(_LOWEST, int(tokens[at].tag[1]) + _DEEPER)
    tokens[at].tag = f"h{level}"
    return renderer.renderToken(tokens, at, options, env)
