"""``python -m reader`` and the command ``reader``: puts the doors together."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

# What is imported stays for ever: to look for garbage among it takes a tenth of a start.
gc.disable()
from reader.cli import run  # noqa: E402

gc.enable()


class Desktop:
    """The window, loaded only when somebody wants it: Qt takes longer than most commands."""

    def open(self, folder: Path, files: Sequence[Path]) -> int:
        """Shows the window until the person closes it; returns the exit status."""
        gc.disable()  # as above; the window looks for garbage when it stands
        from reader.app import open_window

        return open_window(folder, files)

    def screenshot(self, folder: Path, picture: Path) -> None:
        """Saves a picture of the window on a library, without a screen."""
        from reader.app import save_screenshot

        save_screenshot(folder, picture)


def main() -> None:
    """Runs the command line and exits."""
    run(Desktop())


if __name__ == "__main__":
    main()
