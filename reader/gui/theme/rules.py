"""The rules of the style sheet, with ``$token`` where a theme puts a colour or a size.

A focus ring is 2 px of accent; what has one takes 1 px less padding, so that nothing moves.
"""

from __future__ import annotations

_SURFACES = """
QMainWindow, QDialog, QWizard, QMessageBox { background: $surface_list; }
QWidget { color: $text; }
QWidget:disabled { color: $text_disabled; }
#sidebarPane, #statusLine { background: $surface_side; }
#listPane { background: $surface_list; }
#paperPane, QScrollArea#paperPane > QWidget > QWidget { background: $surface_paper; }
#toolBar { background: $surface_paper; border: none; border-bottom: 1px solid $line; }
#statusLine { border: none; border-top: 1px solid $line; }
#statusLine QLabel { font-size: $px_text_small; color: $text_quiet; }
QScrollArea { border: none; background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="card"] {
    background: $surface_field; border: 1px solid $line_strong; border-radius: $radius;
}
QToolTip {
    background: $surface_float; color: $text; border: 1px solid $line_strong;
    padding: 4px 8px; font-size: $px_text_small;
}
"""

_LABELS = """
QLabel { background: transparent; }
QLabel[role="heading"] { font-size: $px_text_heading; font-weight: 600; }
QLabel[role="title"] {
    font-family: "$reading_family"; font-size: $px_text_paper; font-weight: 600;
}
QLabel[role="caption"] { font-size: $px_text_small; font-weight: 600; color: $text_quiet; }
QLabel[role="quiet"], QLabel[role="count"] { color: $text_quiet; }
QLabel[role="count"] { font-size: $px_text_small; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="link"] { color: $accent; }
QFrame[role="empty"] { border-top: 2px solid transparent; margin: 0 16px; }
QFrame[role="empty"]:focus { border-top: 2px solid $accent; }
QLabel[role="keycap"], #statusLine QLabel[role="keycap"] {
    background: $surface_field; color: $text_quiet; font-size: $px_text_chip; font-weight: 500;
    border: 1px solid $line_strong; border-bottom-width: 2px; border-radius: $radius_chip;
    padding: 0px 5px; min-height: $cap; max-height: $cap;
}
"""

_BUTTONS = """
QPushButton {
    background: $surface_field; color: $text; font-weight: 500;
    border: 1px solid $line_strong; border-radius: $radius;
    min-height: $line_button; padding: 6px 12px; outline: none;
}
QPushButton:hover { background: $hover_field; }
QPushButton:pressed, QPushButton:checked { background: $pressed_field; }
QPushButton:disabled { color: $text_disabled; border-color: $line; }
QPushButton[role="primary"], QPushButton:default {
    background: $accent; color: $text_on_accent; border-color: $accent;
}
QPushButton[role="primary"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[role="primary"]:pressed, QPushButton:default:pressed { background: $accent_pressed; }
QPushButton[role="primary"]:disabled, QPushButton:default:disabled {
    background: $surface_list; color: $text_disabled; border-color: $line;
}
QPushButton[role="link"] {
    background: transparent; border: none; border-bottom: 3px solid transparent; color: $accent;
    padding: 0; min-height: $line_link;
    text-align: left;
}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; }
QPushButton[role="quiet"]:hover { background: $hover_paper; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="soft"], QToolButton[role="soft"] {
    background: $accent_soft; color: $accent; border: 1px solid $accent_soft; font-weight: 500;
}
QPushButton[role="soft"]:hover, QToolButton[role="soft"]:hover { background: $soft_hover; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 11px; }
QPushButton[role="primary"]:focus, QPushButton:default:focus { border: 2px solid $text; }
QPushButton[role="link"]:focus {
    border: none; border-bottom: 3px solid $accent; padding: 0; background: $accent_soft;
    border-radius: 0;
}
QPushButton::menu-indicator { subcontrol-position: right center; right: 8px; }
QToolButton {
    background: transparent; color: $text; border: 1px solid transparent;
    border-radius: $radius; padding: 6px; min-width: 18px; min-height: 18px;
}
QToolButton:hover { background: $hover_paper; }
QToolButton:pressed, QToolButton:checked { background: $pressed_paper; }
QToolButton:disabled { color: $text_disabled; }
QToolButton:focus { border: 2px solid $accent; padding: 5px; }
QToolButton[role="soft"] { padding: 6px 28px 6px 10px; min-height: $line_button; }
QToolButton[role="soft"]:focus { border: 2px solid $accent; padding: 5px 27px 5px 9px; }
QToolButton::menu-indicator { image: none; width: 0px; }
QFrame[role="segments"] { background: $surface_side; border: none; border-radius: $radius; }
QToolButton[role="segment"] {
    color: $text_quiet; font-size: $px_text_small; font-weight: 500;
    padding: 1px 9px; margin: 2px; border-radius: $radius_chip;
}
QToolButton[role="segment"]:hover { color: $text; background: transparent; }
QToolButton[role="segment"]:checked {
    color: $text; background: $surface_field; border: 1px solid $line_strong;
}
QToolButton[role="segment"]:focus { border: 2px solid $accent; padding: 0px 8px; }
QToolButton[role="field"] {
    background: $surface_field; color: $text_quiet; border: 1px solid $line_strong;
    border-radius: $radius; padding: 5px 8px; min-height: $line_button; text-align: left;
}
QToolButton[role="field"]:hover { border-color: $text_quiet; color: $text; }
QToolButton[role="field"]:focus { border: 2px solid $accent; padding: 4px 7px; }
QCheckBox, QRadioButton {
    spacing: 8px; min-height: 20px; background: transparent;
    border: 2px solid transparent; border-radius: $radius; padding: 0px 2px; outline: none;
}
QCheckBox::indicator, QTableView::indicator, QListWidget::indicator, QRadioButton::indicator {
    width: 14px; height: 14px; background: $surface_field; border: 1px solid $text_quiet;
    border-radius: $radius_chip;
}
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTableView::indicator:checked, QRadioButton::indicator:checked,
QListWidget::indicator:checked, QCheckBox::indicator:indeterminate {
    background: $accent; border-color: $accent;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line_strong; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox {
    background: $surface_field; color: $text; border: 1px solid $line_strong;
    border-radius: $radius; padding: 5px 8px;
    selection-background-color: $accent; selection-color: $text_on_accent;
}
QPlainTextEdit#note { font-size: $px_text_title; }
QLineEdit, QSpinBox, QDateEdit, QComboBox { min-height: $line_field; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $text_quiet; }
QLineEdit[role="search"] { padding: 5px 4px; }
QLineEdit:hover, QComboBox:hover, QSpinBox:hover { border-color: $text_quiet; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus,
QComboBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit[role="search"]:focus { padding: 4px 3px; }
QLineEdit[state="error"], QPlainTextEdit[state="error"] { border-color: $danger; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $surface_list; }
QLineEdit QToolButton {
    background: transparent; border: none; padding: 0px; min-width: 16px; min-height: 16px;
}
QTextEdit[role="plain"], QTextEdit[role="plain"]:focus {
    background: transparent; border: none; padding: 0;
}
QTextBrowser, #paperPane QTextBrowser, #paperPane QTextBrowser:focus {
    background: transparent; border: none; padding: 0px;
}
#paperPane #notePreview { border: 1px solid transparent; padding: 5px 8px; }
#paperPane #notePreview:focus { border: 2px solid $accent; padding: 4px 7px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView {
    background: $surface_float; border: 1px solid $line_strong; padding: 4px; outline: none;
}
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0px 8px; }
"""

_VIEWS = """
QAbstractItemView {
    background: $surface_list; color: $text; border: none; outline: none;
    alternate-background-color: $surface_list;
    selection-background-color: $accent_soft; selection-color: $text;
}
QListView::item, QTreeView::item { min-height: $row; border-radius: $radius; padding: 0px 8px; }
QListView::item:hover, QTreeView::item:hover { background: $hover_list; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $text; }
QListView::item:selected:!active, QTreeView::item:selected:!active {
    background: $selection_unfocused;
}
#noteHistory QListWidget::item:selected:focus, #historyDialog QListWidget::item:selected:focus,
#importNotes QListWidget::item:selected:focus, #mergeDialog QListWidget::item:selected:focus {
    background: $accent_soft; border: 2px solid $accent; padding: 0px 6px;
}
QTreeView::branch, QTreeView::branch:selected { background: transparent; }
#keysList {
    background: $surface_paper; border: 1px solid $line; border-radius: $radius; padding: 4px;
}
#keysList:focus { border: 1px solid $accent; }
#keysList::item { min-height: 0px; padding: 0px; }
#sidebar { background: $surface_side; font-weight: 500; }
#sidebar::item:hover { background: $hover_side; }
#sidebar::item:selected { background: $selection_unfocused; color: $text; }
#sidebar::item:selected:focus { background: $accent_soft; border: 2px solid $accent; }
QTableView {
    background: $surface_paper; border: 1px solid $line; border-radius: $radius;
    gridline-color: $line;
}
QTableView:focus { border: 1px solid $accent; }
QTableView::item { padding: 4px 8px; border: none; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:focus { border: 2px solid $accent; }
#paperList, #paperList:focus {
    background: $surface_list; border: none; selection-background-color: $surface_list;
}
#paperList::item, #paperList::item:selected { background: $surface_list; border: none; }
QTableView[role="chart"], QTableView[role="chart"]:focus {
    background: $surface_paper; border: none;
}
QTableView[role="chart"] QTableCornerButton::section { background: $surface_paper; }
QTableView[role="chart"]::item, QTableView[role="chart"]::item:focus {
    border: none; padding: 0px;
}
QHeaderView { background: $surface_list; border: none; }
QHeaderView::section {
    background: $surface_list; color: $text_quiet; font-size: $px_text_small; font-weight: 600;
    border: none; border-bottom: 1px solid $line_strong; padding: 6px 8px;
}
QHeaderView::section:vertical { font-weight: 400; border-bottom-color: $line; }
QTableCornerButton::section { background: $surface_list; border: none; }
QScrollBar { background: transparent; border: none; margin: 0px; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_WINDOWS = """
QDialogButtonBox { button-layout: 3; dialogbuttonbox-buttons-have-icons: 0; }
QMenuBar { background: $surface_side; border-bottom: 1px solid $line; padding: 2px 4px; }
QMenuBar::item { background: transparent; border-radius: $radius_chip; padding: 4px 8px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $pressed_side; }
QMenu {
    background: $surface_float; color: $text; border: 1px solid $line_strong;
    border-radius: $radius; padding: 4px;
}
QMenu::item { border-radius: $radius_chip; padding: 6px 24px 6px 8px; margin: 1px 0px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_disabled; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolBar { background: $surface_paper; border: none; spacing: 4px; padding: 0px; }
QStatusBar { background: $surface_side; color: $text_quiet; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar::tab {
    background: transparent; color: $text_quiet; padding: 8px 12px; font-weight: 500;
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QGroupBox { border: none; margin-top: 24px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0px; color: $text_quiet; }
QProgressBar {
    background: $line; border: none; border-radius: 2px; min-height: 4px; max-height: 4px;
    color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QFrame#toast {
    background: $text; border: none; border-radius: $radius;
}
QFrame#toast QLabel { color: $surface_list; }
QFrame#toast QPushButton {
    background: transparent; color: $surface_list; border-color: $toast_line;
}
QFrame#toast QPushButton:hover, QFrame#toast QPushButton:focus { border-color: $surface_list; }
QFrame#palette {
    background: $surface_float; border: 1px solid $line_strong; border-radius: $radius_palette;
}
QLineEdit#paletteField, QLineEdit#paletteField:focus {
    background: transparent; border: none; font-size: $px_text_palette; padding: 8px;
}
#paletteLine { background: $line; border: none; }
QListWidget#completions {
    background: $surface_float; border: 1px solid $line_strong; border-radius: $radius;
    padding: 4px;
}
#completions::item { min-height: 26px; }
#completions::item:hover { background: $hover_field; }
#completions::item:selected, #completions::item:selected:!active { background: $accent_soft; }
#paletteList { background: transparent; padding: 4px; }
#paletteList::item { min-height: 36px; }
#paletteList::item:selected, #paletteList::item:selected:!active { background: $accent_soft; }
QFrame#highlightBar, QFrame#quickNote, QScrollArea#paperPane QFrame#findBar {
    background: $surface_float; border: 1px solid $line_strong; border-radius: $radius;
}
"""

ALL_RULES = (_SURFACES, _LABELS, _BUTTONS, _FIELDS, _VIEWS, _WINDOWS)

# ``$glyphs`` is a folder of pictures; see style_sheet.write_glyphs.
GLYPH_RULES = """
QPushButton[role="primary"]:focus, QPushButton:default:focus {
    background: transparent; border-image: url("$glyphs/ring.svg") 7 7 7 7 stretch stretch;
    border-width: 7px; border-radius: 0px; padding: 0px 6px;
}
QToolButton[role="soft"]::menu-indicator {
    image: url("$glyphs/chevron-down-accent.svg"); width: 14px; height: 14px;
    subcontrol-position: right center; right: 8px;
}
QComboBox::down-arrow { image: url("$glyphs/chevron-down.svg"); width: 14px; height: 14px; }
QPushButton::menu-indicator { image: url("$glyphs/chevron-down.svg"); width: 14px; height: 14px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button {
    border: none; background: transparent; width: 20px;
}
QSpinBox::up-arrow, QDateEdit::up-arrow {
    image: url("$glyphs/chevron-up.svg"); width: 10px; height: 10px;
}
QSpinBox::down-arrow, QDateEdit::down-arrow {
    image: url("$glyphs/chevron-down.svg"); width: 10px; height: 10px;
}
QCheckBox::indicator:checked, QTableView::indicator:checked, QListWidget::indicator:checked {
    image: url("$glyphs/check.svg");
}
QCheckBox::indicator:indeterminate { image: url("$glyphs/minus.svg"); }
QRadioButton::indicator:checked { image: url("$glyphs/circle.svg"); }
QTreeView::branch:has-children:closed { image: url("$glyphs/chevron-right.svg"); }
QTreeView::branch:has-children:open { image: url("$glyphs/chevron-down.svg"); }
QMenu::indicator { width: 14px; height: 14px; left: 4px; margin-right: 8px; }
QMenu::indicator:checked { image: url("$glyphs/check-accent.svg"); }
QMenu::right-arrow { image: url("$glyphs/chevron-right.svg"); width: 12px; height: 12px; }
"""
