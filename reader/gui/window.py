"""The window: puts the panes side by side and connects them to the library's events."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ReaderError
from reader.gui.actions.menus import Actions
from reader.gui.actions.offering import Offering
from reader.gui.actions.overlay import Keymap
from reader.gui.actions.papers import PaperActions
from reader.gui.actions.registry import Handlers
from reader.gui.actions.smart_lists import SmartListActions
from reader.gui.counting import Counting
from reader.gui.desktop.libraries import Libraries
from reader.gui.desktop.notifying import Notifying
from reader.gui.events import Events
from reader.gui.exporting import Exporting
from reader.gui.exporting_as import ExportingAs
from reader.gui.going import Going
from reader.gui.imports.importing import Importing
from reader.gui.indexing import Indexing
from reader.gui.jobs import Jobs
from reader.gui.keeping import Keeping
from reader.gui.key_line.following import KeyLineFollowing
from reader.gui.later import LoadingLater
from reader.gui.leaving.leaving import Leaving
from reader.gui.list.pane import ListPane
from reader.gui.list.sorting import Sorting
from reader.gui.list.words import smart_list
from reader.gui.navigation import Navigation
from reader.gui.noting.noting import Noting
from reader.gui.noting.quick_note import QuickNote
from reader.gui.noting.templating import Templating
from reader.gui.palette.commands import Commands
from reader.gui.panes import Panes, splitter_in
from reader.gui.paper.editing import EditDialog
from reader.gui.paper.pane import PaperPane
from reader.gui.progress.progressing import Progressing
from reader.gui.session import Session
from reader.gui.settings.feature import SettingsFeature
from reader.gui.settings.preferences import Preferences
from reader.gui.settings.theme_menu import ThemeMenu
from reader.gui.sidebar.pane import Sidebar
from reader.gui.status_line import StatusLine
from reader.gui.theme import Theme
from reader.gui.toast import Toast
from reader.gui.vault.vault import Vault
from reader.gui.welcome import Welcome
from reader.library import Library
from reader.model import Changes, Counts, ImportResult, Kind, ListKind, PaperList

log = logging.getLogger(__name__)

_SMALLEST = QSize(900, 600)
_USUAL = QSize(1440, 900)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MainWindow(QMainWindow):
    """Shows one library. ``ready`` comes once the first list is on the screen."""

    ready = Signal()

    def __init__(self, library: Library, theme: Theme, preferences: Preferences) -> None:
        super().__init__()
        self.setWindowTitle("Reader")
        self.setMinimumSize(_SMALLEST)
        self.resize(_USUAL)
        self.setAcceptDrops(True)
        self._library = library
        self._theme = theme
        self._keymap = Keymap(preferences.settings.keymap)
        self._counted = False
        self.jobs = Jobs(self)
        self.navigation = Navigation(self)
        self.session = Session(library, self.navigation)
        found = self.session.restore_place()
        self.events = Events(library, self.jobs, self)
        self.settings = SettingsFeature(
            preferences,
            self._keymap,
            theme,
            library.folder,
            library.kept_folder,
            self.jobs,
            self,
        )
        self._build()
        # Asked for now, they are there when the rest of the window is.
        self.counting = Counting(library, self.jobs, self)
        self.counting.ask()
        self.list.reload(found)
        self._add_exchange()
        self._add_work_on_papers(preferences)
        self._add_ways(preferences)
        self._add_actions(preferences)
        self._connect()
        self.settings.begin()
        LoadingLater(self)

    def _add_exchange(self) -> None:
        """What brings papers in and notes out, and keeps the index."""
        library, jobs, note = self._library, self.jobs, self.paper.note
        self.importing = Importing(library, jobs, self)
        self.exporting = Exporting(library, jobs, self.navigation, note.save_all, self)
        self.exporting_as = ExportingAs(
            library, jobs, self.navigation, lambda: self.list.model.ids, note.save_all, self
        )
        self.keeping = Keeping(library, jobs, self)
        self.vault = Vault(library, jobs, self._theme, note.save_all, self)
        self.indexing = Indexing(library, jobs, self)

    def _add_work_on_papers(self, preferences: Preferences) -> None:
        """What is done to the papers that are chosen, and written about them."""
        library, jobs, theme = self._library, self.jobs, self._theme
        navigation, notes, view = self.navigation, self.paper.notes, self.list.view
        self.paper_actions = PaperActions(library, jobs, navigation, view, self)
        self.leaving = Leaving(
            library,
            jobs,
            navigation,
            theme,
            view,
            lambda url: self.paper_actions.open_url(url),
            self.paper.note.save_all,
            self,
        )
        self.noting = Noting(library, jobs, self.events, navigation, theme, notes, self)
        self.quick_note = QuickNote(library, jobs, navigation, view, self.panes, self)
        self.templating = Templating(
            library, jobs, navigation, theme, notes, preferences, lambda: self.going.write(), self
        )

    def _add_ways(self, preferences: Preferences) -> None:
        """What leads to other lists, pages and libraries."""
        library, jobs, navigation, theme = self._library, self.jobs, self.navigation, self._theme
        self.sorting = Sorting(navigation, self)
        self.smart_lists = SmartListActions(library, jobs, navigation, theme, self)
        self.commands = Commands(
            library, jobs, navigation, theme, self.list.model.seen_lately, self
        )
        self.notifying = Notifying(jobs, preferences, self)
        self.libraries = Libraries(library, preferences, jobs, self)
        self.progress = Progressing(library, jobs, navigation, theme, self.stack, self.sidebar)
        self.going = Going(navigation, self.panes, self.list, self.paper, self.progress, self)
        self.key_line_following = KeyLineFollowing(
            self.status_line.key_line,
            self._keymap,
            navigation,
            self.panes,
            self.paper,
            self.progress,
        )

    def _add_actions(self, preferences: Preferences) -> None:
        self.actions_ = Actions(self, self._theme, self._keymap, self._handlers())
        actions, menus = self.actions_.by_id, self.actions_.menus
        self.offering = Offering(menus, actions, self.navigation)
        self.theme_menu = ThemeMenu(self.actions_.submenus["Theme"], actions, preferences)
        self.libraries.add_to(menus["Library"], actions["window.quit"])
        self.commands.set_actions(actions, self._keymap)
        self.paper.set_actions(actions, self._keymap)
        self.sidebar.set_actions(actions)
        self.progress.set_actions(actions)
        self.sorting.set_actions(actions)
        self.list.heading.set_orders(self.actions_.submenus["Sort by"])

    @property
    def library(self) -> Library:
        """The library that is shown."""
        return self._library

    def busy(self) -> bool:
        """Whether anything is still being done for what the person did."""
        return self.jobs.busy()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that nothing else took presses the button with the focus, as Space does.

        Outside of dialogs Qt leaves that to the desktop, and only some have it so.
        """
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton) and event.key() in _ENTER:
            if not event.isAutoRepeat():
                focus.click()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text may be dropped anywhere; papers of ours are here already."""
        if event.source() is None and (event.mimeData().hasUrls() or event.mimeData().hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        if self.importing.mime(event.mimeData()):
            event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Saves what is being written and waits for it, then lets go of the library."""
        self.paper.note.save_all()
        self.quick_note.leave()
        self._close_dialogs()
        self.events.close()
        self.keeping.finish()
        self.jobs.close()
        try:
            self.session.save(self.saveGeometry(), *self.panes.kept(), self.sidebar.folded)
        except ReaderError as error:
            # Where the panes were is not worth a window that does not close.
            log.warning("the session is not kept: %s", error.what)
        event.accept()

    def _close_dialogs(self) -> None:
        """No dialog outlives the window; what was typed in one is kept, and can be undone."""
        for dialog in self.findChildren(QDialog):
            if isinstance(dialog, EditDialog):
                dialog.save_if_changed()
            else:
                dialog.reject()

    def _build(self) -> None:
        library, jobs, navigation, theme = self._library, self.jobs, self.navigation, self._theme
        # Each part is made in its place: to move it there, Qt would dress all that is in it again.
        centre = QWidget(self)
        self.stack = QStackedWidget(centre)
        splitter = splitter_in(self.stack)
        self.sidebar = Sidebar(navigation, theme, splitter)
        self.list = ListPane(library, jobs, navigation, theme, splitter)
        self.paper = PaperPane(library, jobs, navigation, theme, splitter)
        self.welcome = Welcome(self.stack)
        self.panes = Panes(splitter, self.sidebar, self.list, self.paper)
        self.stack.addWidget(splitter)
        self.stack.addWidget(self.welcome)
        self.status_line = StatusLine(theme, centre)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(centre)
        self.toast = Toast(self)
        geometry, widths, shown = self.session.window()
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        self.panes.restore(widths, shown)
        self.sidebar.fold(self.session.folded())

    def _connect(self) -> None:
        self.events.changed.connect(self._hear)
        self.list.writing = self._writing
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)
        self.jobs.failed.connect(self.toast.complain)
        self.actions_.typed_keys.watch(
            (
                self.list.view,
                self.list.empty,
                self.sidebar.view,
                self.paper.title,
                self.paper.abstract,
            )
        )
        self.actions_.acting.connect(self.navigation.act)
        self.actions_.typed_keys.counting.connect(self.status_line.show_count)
        self._keymap.changed.connect(self.actions_.bind)
        self._keymap.changed.connect(self.key_line_following.fill)
        self._keymap.changed.connect(self._name_keys)
        self._name_keys()
        self.settings.library_wanted.connect(self.libraries.ask)
        self.settings.move_wanted.connect(self.libraries.ask_move)
        self.settings.keep_wanted.connect(self.keeping.ask)
        self.settings.keep_not_wanted.connect(self.keeping.stop)
        self.keeping.kept.connect(self.settings.kept_changed)
        self._keymap.changed.connect(self.paper.several.show_keys)
        self.settings.complained.connect(self.toast.complain)
        self.settings.key_line_wanted.connect(self.status_line.key_line.set_wanted)
        self.jobs.started.connect(self.status_line.follow)
        self._connect_features()
        self._connect_panes()

    def _connect_features(self) -> None:
        """What parts of the window say and ask for."""
        self.importing.refused.connect(self.toast.complain)
        self.importing.imported.connect(self._imported)
        self.importing.said.connect(self.toast.say)
        self.exporting.exported.connect(self.toast.say)
        self.exporting_as.said.connect(self.toast.say)
        self.keeping.said.connect(self.toast.say)
        self.exporting.conflicted.connect(self.vault.tell)
        self.keeping.conflicted.connect(self.vault.tell)
        self.vault.said.connect(self.toast.say)
        self.vault.offered.connect(self.toast.offer)
        self.vault.undo_wanted.connect(self.paper_actions.undo)
        self.paper_actions.said.connect(self.toast.say)
        self.leaving.said.connect(self.toast.say)
        self.going.said.connect(self.toast.say)
        self.noting.said.connect(self.toast.say)
        self.quick_note.said.connect(self.toast.say)
        self.quick_note.added.connect(self.toast.offer_undo)
        self.quick_note.sent.connect(self.paper_actions.remember_quick_note)
        self.paper_actions.quick_note_wanted.connect(self.quick_note.send)
        self.templating.said.connect(self.toast.say)
        self.smart_lists.said.connect(self.toast.say)
        self.commands.place_wanted.connect(self.going.to)
        self.commands.paper_wanted.connect(self.going.to_paper)
        self.commands.query_wanted.connect(self.going.ask)
        self.going.opened.connect(self.commands.recent.remember_paper)
        self.counting.counted.connect(self._show_counts)
        self.navigation.papers_changed.connect(self.panes.follow)
        self.progress.left.connect(self.panes.focus_papers)
        self.progress.query_wanted.connect(self.going.ask)
        self.progress.said.connect(self.toast.say)
        self.welcome.paste_wanted.connect(self.importing.paste)
        self.welcome.open_wanted.connect(self.importing.open_dialog)
        self.welcome.sample_wanted.connect(self.importing.sample)

    def _connect_panes(self) -> None:
        """What is clicked in the panes."""
        self.list.index_wanted.connect(self.indexing.wake)
        self.toast.undo_wanted.connect(self.paper_actions.undo)
        self.toast.redo_wanted.connect(self.paper_actions.redo)
        self.paper.said.connect(self.toast.say)
        self.paper.note.saving.connect(self.status_line.set_saving)
        self.paper.link_clicked.connect(lambda url: self.paper_actions.open_url(url))
        self.paper.paper_clicked.connect(self.going.follow)
        self.paper.digest_clicked.connect(self.going.to_digest)
        self.paper.compare_wanted.connect(self._show_duplicates)
        self.sidebar.duplicates_wanted.connect(self._show_duplicates)
        self.paper.tags.added.connect(
            lambda names: self.paper_actions.add_tags(self.navigation.selected, names)
        )
        self.paper.tags.removed.connect(
            lambda names: self.paper_actions.remove_tags(self.navigation.selected, names)
        )

    def _handlers(self) -> Handlers:
        """What each action of the registry does: each part of the window knows its own."""
        parts = (
            self.going,
            self.list.view,
            self.panes,
            self.paper_actions,
            self.leaving,
            self.sorting,
            self.smart_lists,
            self.importing,
            self.exporting,
            self.exporting_as,
            self.keeping,
            self.vault,
            self.commands,
            self.settings,
            self.progress,
            self.libraries,
            self.paper.notes,
            self.noting,
            self.quick_note,
            self.templating,
        )
        own: dict[str, Callable[[], object]] = {
            "paper.browser": self._browse,
            "smart.save": self._save,
            "history.show": self._show_history,
            "go.duplicates": self._show_duplicates,
            "window.quit": self.close,
            "help.keys": self._show_keys,
            "go.highlights": self._show_highlights,
        }
        handlers = own
        for part in parts:
            handlers |= part.handlers()
        return handlers

    def _show_duplicates(self, paper_id: int | None = None) -> None:
        """The possible duplicates, those of a paper first."""
        from reader.gui.duplicates.dialog import DuplicatesDialog

        if not any(dialog.isVisible() for dialog in self.findChildren(DuplicatesDialog)):
            dialog = DuplicatesDialog(self._library, self.jobs, self.events, self._theme, self)
            dialog.show_pairs(paper_id)

    def _browse(self) -> None:
        self.list.history.remember(self.navigation.query)
        self.leaving.opening.pages()

    def _name_keys(self) -> None:
        self.list.show_keys(self._keymap)
        self.welcome.show_keys(self._keymap)
        self.progress.show_keys(self._keymap)

    def _save(self) -> None:
        """Saves the search as a list; in the note, what fingers mean by it who know editors."""
        if self.paper.note.hasFocus():
            self.paper.note.save()
        else:
            self.smart_lists.save()

    def _show_keys(self) -> None:
        from reader.gui.key_sheet import show_keys

        show_keys(self._keymap, self._theme, self)

    def _show_highlights(self) -> None:
        from reader.gui.highlights.dialog import HighlightsDialog

        dialog = HighlightsDialog(self._library, self.jobs, self.events, self._theme, self)
        dialog.wanted.connect(self.going.to_highlight)
        dialog.open()

    def _show_history(self) -> None:
        from reader.gui.history_dialog import HistoryDialog

        dialog = HistoryDialog(self._library, self.jobs, self.events, self._theme, self)
        dialog.said.connect(self.toast.say)
        dialog.open()

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.list.go_on()

    def _hear(self, changes: Changes) -> None:
        self.toast.hear(changes)
        self.list.hear(changes)
        if changes.kinds == {Kind.INDEX}:
            self.counting.ask_smart()
            return
        self.paper.hear(changes)
        self.progress.hear(changes)
        self.counting.hear(changes)
        self.indexing.wake()
        self.keeping.hear(changes)

    def _show_counts(self, counts: Counts) -> None:
        empty = not counts.lists.get(ListKind.ALL)
        was_empty = self.stack.currentWidget() is self.welcome
        if empty or not self.progress.shown:
            self.stack.setCurrentWidget(self.welcome if empty else self.panes.splitter)
        if empty and not was_empty:
            self.welcome.paste.setFocus()
        elif not empty and (was_empty or not self._counted):
            self.panes.focus_papers()
        self._counted = True
        if _is_gone(self.navigation.list, counts):
            self.navigation.list = PaperList(ListKind.INBOX)
            self.navigation.place_changed.emit()
        self.commands.set_counts(counts)
        self.sidebar.set_counts(counts)
        self.list.set_counts(counts)
        self.paper.set_known_tags(counts.tags)
        self.ready.emit()

    def _writing(self) -> bool:
        """Whether the person is writing in what is chosen."""
        return self.paper.writing() or self.quick_note.is_open

    def _imported(self, result: ImportResult) -> None:
        elsewhere = self.navigation.list.kind is not ListKind.INBOX
        # Nobody is taken away from what they write.
        if result.new and elsewhere and not self._writing():
            self.going.to(PaperList(ListKind.INBOX))


def _is_gone(place: PaperList, counts: Counts) -> bool:
    """Whether a list was deleted or taken back: here, by another program or before the start."""
    if place.kind is ListKind.SMART:
        return smart_list(place, counts) is None
    if place.kind is ListKind.DIGEST:
        return all(str(digest.id) != place.value for digest in counts.digests)
    return False
