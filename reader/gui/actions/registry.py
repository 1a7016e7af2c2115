"""The one table of actions. Menus, the ``?`` sheet and the key line are made from it.

Keys are not here but in ``resources/keymap``, so that a person can change them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

Handlers = Mapping[str, Callable[[], object]]
"""What actions do, by their ids."""


class When(Enum):
    """Where an action has something to act on."""

    ALWAYS = "always"
    PAPER = "one paper"
    PAPERS = "papers"
    SEARCH = "a search"
    SMART_LIST = "a smart list"
    DIGEST = "a digest"


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    ``menu`` is where it stands, perhaps in a ``submenu`` of it. ``brief`` is its key line name.
    ``when`` says where it is offered; its keys act everywhere and say what is missing. ``counted``:
    a number typed before repeats it. ``checkable``: one of its submenu is on, the others are off.
    """

    id: str
    title: str
    icon: str
    menu: str
    brief: str = ""
    when: When = When.ALWAYS
    counted: bool = False
    submenu: str = ""
    checkable: bool = False


def _order(sort: str, title: str) -> Action:
    return Action(
        f"sort.{sort}", title, "arrow-down-wide-narrow", "View", submenu="Sort by", checkable=True
    )


def _theme(mode: str, title: str, icon: str) -> Action:
    return Action(f"view.theme-{mode}", title, icon, "View", submenu="Theme", checkable=True)


ACTIONS = (
    Action("import.open", "Import files…", "folder-open", "Library"),
    Action("import.paste", "Import what is copied", "clipboard-paste", "Library"),
    Action("digest.take-back", "Take the digest back", "rotate-cw", "Library", when=When.DIGEST),
    Action("go.duplicates", "Possible duplicates…", "git-merge", "Library"),
    Action("smart.save", "Save the search as a list…", "save", "Library", when=When.SEARCH),
    Action("smart.rename", "Rename the smart list…", "pencil", "Library", when=When.SMART_LIST),
    Action("smart.delete", "Delete the smart list", "trash-2", "Library", when=When.SMART_LIST),
    Action("export.markdown", "Export notes to Markdown…", "file-down", "Library"),
    Action("export.as", "Export as…", "file-down", "Library"),
    Action("export.keep", "Keep the notes exported…", "folder-open", "Library"),
    Action("export.keep-not", "Keep them exported no longer", "circle-slash", "Library"),
    Action("notes.import", "Import notes…", "upload", "Library"),
    Action("export.merge", "Decide conflicts of the export…", "git-merge", "Library"),
    Action("paper.print", "Print…", "file-text", "Library", when=When.PAPERS),
    Action("paper.save-pdf", "Save as PDF…", "download", "Library", when=When.PAPERS),
    Action("progress.picture", "Save reading progress as a picture…", "download", "Library"),
    Action("library.open", "Open another library…", "library", "Library"),
    Action("library.new", "New library…", "plus", "Library"),
    Action("library.move", "Move this library…", "external-link", "Library"),
    Action("window.quit", "Quit", "x", "Library"),
    Action("paper.next", "Next paper", "arrow-down", "Paper", "Move", counted=True),
    Action("paper.previous", "Previous paper", "arrow-up", "Paper", counted=True),
    Action("paper.open", "Open the paper", "panel-right", "Paper", when=When.PAPER),
    Action(
        "paper.toggle-read",
        "Mark read or unread",
        "circle-check",
        "Paper",
        "Read",
        when=When.PAPERS,
    ),
    Action("paper.toggle-star", "Star or unstar", "star", "Paper", "Star", when=When.PAPERS),
    Action("paper.queue", "Queue to read later", "bookmark", "Paper", "Queue", when=When.PAPERS),
    Action("paper.begin", "Begin reading", "book-open", "Paper", when=When.PAPERS),
    Action("paper.skip", "Skip", "circle-slash", "Paper", "Skip", when=When.PAPERS),
    Action("paper.tags", "Edit tags", "tag", "Paper", "Tag", when=When.PAPERS),
    Action("paper.note", "Edit the note", "notebook-pen", "Paper", "Note", when=When.PAPER),
    Action("note.quick", "Add a line to the note", "plus", "Paper", when=When.PAPERS),
    Action("paper.highlight", "Highlight a passage", "highlighter", "Paper", when=When.PAPER),
    Action("note.preview", "Write or preview the note", "eye", "Paper", when=When.PAPER),
    Action("note.bold", "Bold in the note", "bold", "Paper", when=When.PAPER),
    Action("note.italic", "Italic in the note", "italic", "Paper", when=When.PAPER),
    Action("note.tick", "Tick in the note", "square-check", "Paper", when=When.PAPER),
    Action("note.find", "Find in the note", "search", "Paper", when=When.PAPER),
    Action("note.template", "New note from a template…", "notebook-pen", "Paper", when=When.PAPER),
    Action("note.history", "Versions of the note…", "history", "Paper", when=When.PAPER),
    Action("paper.edit", "Correct title, authors…", "pencil", "Paper", when=When.PAPER),
    Action("paper.delete", "Delete", "trash-2", "Paper", when=When.PAPERS),
    Action("paper.browser", "Open in the browser", "external-link", "Paper", when=When.PAPERS),
    Action("paper.pdf", "Open the PDF", "file-text", "Paper", when=When.PAPERS),
    Action("paper.similar", "Similar papers", "layers", "Paper", when=When.PAPER),
    Action("select.next", "Select the next paper too", "list-plus", "Paper", counted=True),
    Action("select.all", "Select all papers", "list", "Paper"),
    Action("paper.read-on", "Read on, then the next paper", "book-open", "Paper"),
    Action("paper.read-back", "Read back, then the paper before", "book-open", "Paper"),
    Action("action.repeat", "Do the last again", "rotate-cw", "Paper", when=When.PAPERS),
    Action("history.undo", "Undo", "undo-2", "Edit", "Undo"),
    Action("history.redo", "Redo", "redo-2", "Edit"),
    Action("history.show", "History…", "history", "Edit"),
    Action("paper.copy-citation", "Copy citation", "quote", "Edit", when=When.PAPERS),
    Action("paper.copy-markdown", "Copy as Markdown", "copy", "Edit", when=When.PAPERS),
    Action("cite.apa", "Copy citation in APA", "quote", "Edit", when=When.PAPERS),
    Action("cite.chicago", "Copy citation in Chicago", "quote", "Edit", when=When.PAPERS),
    Action("cite.ieee", "Copy citation in IEEE", "quote", "Edit", when=When.PAPERS),
    Action("palette.open", "Commands…", "command", "Go"),
    Action("settings.open", "Settings…", "settings", "Edit"),
    Action("go.search", "Search", "search", "Go", "Search"),
    Action("match.next", "Next match in the paper", "arrow-down", "Go", when=When.SEARCH),
    Action("match.previous", "Previous match in the paper", "arrow-up", "Go", when=When.SEARCH),
    Action("go.back", "Back", "arrow-left", "Go"),
    Action("go.back-paper", "Back to the paper before the link", "arrow-left", "Go"),
    Action("go.inbox", "Inbox", "inbox", "Go"),
    Action("go.queued", "To read", "bookmark", "Go"),
    Action("go.reading", "Reading", "book-open", "Go"),
    Action("go.starred", "Starred", "star", "Go"),
    Action("go.annotated", "Annotated", "notebook-pen", "Go"),
    Action("go.todo", "To do", "square-check", "Go"),
    Action("go.read", "Read", "circle-check", "Go"),
    Action("go.skipped", "Skipped", "circle-slash", "Go"),
    Action("go.all", "All papers", "library", "Go"),
    Action("go.highlights", "All highlights…", "highlighter", "Go"),
    Action("go.progress", "Reading progress", "chart-column", "Go"),
    Action("list.first", "First paper of the list", "arrow-up", "Go"),
    Action("list.last", "Last paper of the list", "arrow-down", "Go"),
    Action("list.page-down", "A page down the list", "chevron-down", "Go", counted=True),
    Action("list.page-up", "A page up the list", "chevron-up", "Go", counted=True),
    Action("view.sidebar", "Sidebar", "panel-left", "View"),
    Action("view.paper", "Paper", "panel-right", "View"),
    Action("view.focus", "The paper alone", "maximize-2", "View"),
    _order("relevance", "Relevance"),
    _order("added", "Date added"),
    _order("digest", "Digest order"),
    _order("year", "Year"),
    _order("title", "Title"),
    _order("likeness", "What you may like"),
    Action("view.zoom-in", "Larger text", "plus", "View"),
    Action("view.zoom-out", "Smaller text", "minus", "View"),
    Action("view.zoom-reset", "Usual size of text", "search", "View"),
    _theme("system", "As the system", "monitor"),
    _theme("light", "Light", "sun"),
    _theme("dark", "Dark", "moon"),
    _theme("high-contrast", "High contrast", "contrast"),
    Action("help.keys", "All keys", "keyboard", "Help", "All keys"),
)
MENUS = ("Library", "Edit", "Paper", "Go", "View", "Help")
