"""The pictures in docs/screens are those of the scenes, and the README shows such as there are."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.scenes import SCENES

_ROOT = Path(__file__).resolve().parent.parent
_SCREENS = _ROOT / "docs" / "screens"


def test_each_scene_has_its_two_pictures_and_no_other_is_left() -> None:
    wanted = {f"{scene[0]}-{mode}.png" for scene in SCENES for mode in ("light", "dark")}
    assert {file.name for file in _SCREENS.iterdir()} == wanted | {"triage.png"}


def test_the_pictures_of_the_readme_are_there() -> None:
    named = re.findall(r"\]\((docs/screens/[^)]+)\)", (_ROOT / "README.md").read_text())
    assert len(named) >= 5
    assert [name for name in named if not (_ROOT / name).exists()] == []
