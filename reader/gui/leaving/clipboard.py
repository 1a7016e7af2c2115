"""What other programs are handed: the same words in each form that they may understand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData, QUrl

from reader.exporting.citing import Citation

HTML = "text/html"
MARKDOWN = "text/markdown"


def mime_of(words: Citation, *, source: bool = False, urls: Sequence[str] = ()) -> QMimeData:
    """The words as plain text, HTML and Markdown; ``source`` gives the Markdown as text as well.

    ``urls`` are for programs that want addresses, such as browsers.
    """
    data = QMimeData()
    data.setText(words.markdown if source else words.text)
    for kind, text in ((HTML, words.html), (MARKDOWN, words.markdown)):
        data.setData(kind, QByteArray(text.encode("utf-8")))
    if urls:
        data.setUrls([QUrl(url) for url in urls])
    return data
