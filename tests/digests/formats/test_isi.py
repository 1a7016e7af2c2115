from __future__ import annotations

from tests.digests.formats.facts import facts, of_corpus, of_text

SHELF = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Tide, A
   Reef, B
AF Tide, Ada
   Reef, Bruno
TI Anemones in
   the bay
SO JOURNAL OF SLOW ANIMALS
AB They attend.
DI 10.5555/anemones
PY 2024
ER

PT C
AU Span, C
TI Bridges
SO CROSSINGS
PD MAY
PY 2023
PT J
AU Cloud, D
TI Clouds
PM 100003
ER

EF
"""


def test_every_record_with_or_without_its_end() -> None:
    digest = of_text(SHELF, "savedrecs.txt")
    assert digest.format == "isi"
    assert [facts(entry) for entry in digest.entries] == [
        (
            "Anemones in the bay",
            ("Ada Tide", "Bruno Reef"),
            2024,
            "JOURNAL OF SLOW ANIMALS",
            ("doi:10.5555/anemones",),
        ),
        ("Bridges", ("C Span",), 2023, "CROSSINGS", ()),
        ("Clouds", ("D Cloud",), None, "", ("PMID:100003",)),
    ]
    assert digest.entries[0].abstract == "They attend."


def test_a_real_export() -> None:
    first, second = of_corpus("isi/jabref__IsiImporterTestWOS.isi").entries
    assert facts(first)[:4] == (
        "Optical and photoelectric spectroscopy of photorefractive Sn2P2S6 crystals",
        ("RV Gamernyk", "YP Gnatenko", "PM Bukivskij", "PA Skubenko", "VY Slivka"),
        2006,
        "JOURNAL OF PHYSICS-CONDENSED MATTER",
    )
    assert second.title.startswith("Optical waveguides in Sn2P2S6")
