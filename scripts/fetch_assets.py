"""Fetches the fonts and icons in ``resources/`` again from their published packages.

Run it from a checkout with the ``dev`` extra and npm: ``python scripts/fetch_assets.py``. Every
package is pinned by version and sha512, so a second run writes the same bytes. Packages offer a
font as one small file for each script; they are merged, because Qt looks for a missing letter
in another *family*, never in a second file of the same one.
"""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


@dataclass(frozen=True)
class Package:
    """A published package, pinned."""

    name: str
    version: str
    sha512: str


@dataclass(frozen=True)
class Family:
    """One font family to be made of a package.

    ``name`` is what Qt will call it. Where it differs from the published name, the licence
    reserves that name for unmodified versions, and a merged font is a modified one.
    """

    package: Package
    stem: str
    published: str
    name: str
    styles: tuple[tuple[int, str], ...]
    scripts: tuple[str, ...]


INTER = Family(
    Package(
        "@fontsource/inter",
        "5.3.0",
        "RofMylZmjlJEfELXeNHFWBRcSs75rGU/6bV2S2jfnvv/3rPXPGe0LgUJTklcHZ9lM4OZmAVFhcJPnACfb91A3g==",
    ),
    stem="inter",
    published="Inter",
    name="Inter",
    styles=((400, "normal"), (500, "normal"), (600, "normal"), (700, "normal")),
    scripts=(
        "latin",
        "latin-ext",
        "greek",
        "greek-ext",
        "cyrillic",
        "cyrillic-ext",
        "vietnamese",
    ),
)
SERIF = Family(
    Package(
        "@fontsource/source-serif-4",
        "5.3.1",
        "cWcTCXjYYrgF9A67fThVir1VSc0lPEYmwQ6jA4pPt01s2MSCi/maINUcZoCzaqnU8fyUReDO97eGcBUkHgOeug==",
    ),
    stem="source-serif-4",
    published="Source Serif 4",
    name="Reader Serif",
    styles=((400, "normal"), (600, "normal"), (400, "italic")),
    scripts=("latin", "latin-ext", "greek", "cyrillic", "cyrillic-ext", "vietnamese"),
)
LUCIDE = Package(
    "lucide-static",
    "1.62.0",
    "WBZA/m2PvkFpMGHDtsBck5P2A9G4ehLlYu4GwwICcmEm1BvYVgj00lCDxKRWLlbMlOibLaiwdQ88G5pHkSWgwA==",
)
ICONS = """
    accessibility archive arrow-down arrow-down-wide-narrow arrow-left arrow-right arrow-up
    at-sign bold book-open book-open-check bookmark calendar-days chart-column
    chart-no-axes-column check chevron-down chevron-left chevron-right chevron-up circle
    circle-check circle-check-big circle-dot circle-help circle-slash circle-x clipboard-paste
    clock code command contrast copy download ellipsis external-link eye file-down file-text
    folder-open funnel git-merge globe hash highlighter history inbox info italic keyboard
    languages layers library link list list-plus lock mail-open maximize-2 minus monitor moon
    moon-star newspaper notebook-pen panel-left panel-right pencil plus quote redo-2 rotate-cw
    save search settings skip-forward sliders-horizontal square-check star sun tag trash-2
    triangle-alert undo-2 upload users x
"""


def unpack(package: Package, folder: Path) -> Path:
    """Download a package into ``folder``, check its hash, and return where its files lie."""
    folder.mkdir(parents=True)
    subprocess.run(
        ["npm", "pack", "--silent", f"{package.name}@{package.version}"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    (archive,) = folder.glob("*.tgz")
    content = archive.read_bytes()
    found = base64.b64encode(hashlib.sha512(content).digest()).decode()
    if found != package.sha512:
        raise SystemExit(
            f"{package.name} {package.version}: sha512 is {found}, not the pinned {package.sha512}"
        )
    with tarfile.open(fileobj=io.BytesIO(content)) as tar:
        tar.extractall(folder, filter="data")
    return folder / "package"


def merged(family: Family, files: Path, weight: int, style: str, scratch: Path) -> TTFont:
    """One font of all scripts of ``family`` in a weight and style."""
    parts = []
    for script in family.scripts:
        name = f"{family.stem}-{script}-{weight}-{style}"
        font = TTFont(files / f"{name}.woff2", recalcTimestamp=False)
        font.flavor = None
        part = scratch / f"{name}.ttf"
        font.save(part)
        parts.append(str(part))
    font = Merger().merge(parts)
    font.recalcTimestamp = False
    # The parts carry the day they were cut; the merger takes today.
    font["head"].created = font["head"].modified = TTFont(parts[0])["head"].modified
    return font


def rename(font: TTFont, old: str, new: str) -> None:
    """Call a font by another family name in everything but its copyright line."""
    for record in font["name"].names:
        if record.nameID == 0:
            continue
        text = str(record).replace(old, new).replace(old.replace(" ", ""), new.replace(" ", ""))
        record.string = text


def licence_heads(fonts: dict[str, TTFont]) -> str:
    """Who holds the rights in each font, in the words of the fonts themselves."""
    heads = [f"{name}: {font['name'].getDebugName(0)}" for name, font in fonts.items()]
    return "\n".join(heads) + "\n"


def write_fonts(target: Path, scratch: Path) -> None:
    """Write every style of both families and their licence."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    heads: dict[str, TTFont] = {}
    licence = ""
    for family in (INTER, SERIF):
        package = unpack(family.package, scratch / family.stem)
        _, _, licence = (package / "LICENSE").read_text(encoding="utf-8").partition("\n\n")
        for weight, style in family.styles:
            font = merged(family, package / "files", weight, style, scratch)
            rename(font, family.published, family.name)
            slant = "-italic" if style == "italic" else ""
            font.save(target / f"{family.name.lower().replace(' ', '-')}-{weight}{slant}.ttf")
            label = family.name
            if family.name != family.published:
                label = f"{family.name} (made of {family.published} by joining its scripts)"
            heads.setdefault(label, font)
    (target / "OFL.txt").write_text(licence_heads(heads) + "\n" + licence, encoding="utf-8")


def write_icons(target: Path, scratch: Path) -> None:
    """Write the icons we use and their licence; our own drawings in the folder stay."""
    target.mkdir(parents=True, exist_ok=True)
    package = unpack(LUCIDE, scratch / "lucide")
    for name in ICONS.split():
        shutil.copyfile(package / "icons" / f"{name}.svg", target / f"{name}.svg")
    shutil.copyfile(package / "LICENSE", target / "LICENSE-lucide.txt")


def main() -> None:
    """Fetch everything."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        write_fonts(RESOURCES / "fonts", scratch)
        write_icons(RESOURCES / "icons", scratch)


if __name__ == "__main__":
    main()
