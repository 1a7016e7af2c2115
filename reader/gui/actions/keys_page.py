"""Writes ``docs/keys.md`` from the registry and the keymaps: ``make keys-doc``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping

from reader.gui.actions.fixed_keys import FIXED_KEYS
from reader.gui.actions.key_text import key_text
from reader.gui.actions.keymap import Binding
from reader.gui.actions.overlay import base_map
from reader.gui.actions.registry import ACTIONS, MENUS
from reader.gui.actions.titles import full_title
from reader.settings.settings import KEYMAPS

_HEAD = """\
# Keys

Every action, its name for `keymap.toml`, and its keys in the three maps that come with reader;
below, the keys that mean the same in every map. (Made by `make keys-doc` from the tables of actions
and of fixed keys and from `resources/keymap`; a test holds it to them.)

Choose the map in the settings (`Ctrl+,`), and change single keys there by pressing new ones. What
you change is kept in `keymap.toml` beside `settings.toml`, in the platform's folder for
configuration (`~/.config/reader` on Linux) or the one that `READER_CONFIG` names. You can write it
yourself; only what differs from the map need be there:

```toml
[papers]
"paper.skip" = ["Shift+X", "E"]   # two keys
"go.starred" = ["G, F"]           # g, then f
"paper.browser" = []              # none

[window]
"palette.open" = ["F1", ":"]
```

Keys under `[papers]` act in the list and the paper, and never while you write. Those under
`[window]` act while you write, too, unless they are letters, signs, or keys that move about in a
text. Both keys that are called Enter are one. What is unknown or clashes is passed over and said,
with its line, when the window opens and in the settings; the rest of the file is used.
"""
_FIXED_HEAD = """
## Keys of places

These mean the same in every map, in the places that are named.
"""
_TITLES = {"default": "default", "vim": "Vim", "emacs": "Emacs"}


def keys_page() -> str:
    """The page."""
    maps = [base_map(name) for name in KEYMAPS]
    parts = [_HEAD]
    for menu in MENUS:
        parts.append(f"\n## {menu}\n")
        parts.append(f"| | name | {' | '.join(_TITLES[name] for name in KEYMAPS)} |")
        parts.append("|---|---" + "|---" * len(maps) + "|")
        for action in ACTIONS:
            if action.menu == menu:
                cells = [_keys(bindings, action.id) for bindings in maps]
                cells[1:] = ["" if cell == cells[0] else cell or "none" for cell in cells[1:]]
                parts.append(f"| {full_title(action)} | `{action.id}` | {' | '.join(cells)} |")
    parts.append(_FIXED_HEAD)
    for place, fixed in FIXED_KEYS.items():
        parts.append(f"\n### {place}\n\n| | |\n|---|---|")
        parts += [f"| {one.title} | {_written(one.keys)} |" for one in fixed]
    return "\n".join(parts) + "\n"


def _keys(bindings: Mapping[str, Binding], action: str) -> str:
    return _written(bindings[action].keys)


def _written(names: Iterable[str]) -> str:
    """Keys as code; a backquote or a bar in code needs care in Markdown."""
    written = [key_text(keys).replace("|", "\\|") for keys in names]
    return " ".join(f"`` {keys} ``" if "`" in keys else f"`{keys}`" for keys in written)


if __name__ == "__main__":
    sys.stdout.write(keys_page())
