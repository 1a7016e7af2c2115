"""Papis."""

from __future__ import annotations

from tests.digests.formats.facts import ADDED, ANEMONES, BRIDGES, facts, links, of_text


def test_papis() -> None:
    text = """author: Tide, Ada and Reef, Bruno
author_list: [{family: Tide, given: Ada}, {family: Reef, given: Bruno}]
title: Anemones
journal: Slow Animals
year: 2024
doi: 10.5555/anemones
abstract: They attend.
tags: tides sea
papis_id: 1
time-added: 2024-03-01-08:00:00
---
author: Span, Chloe
title: Bridges
year: '2023'
tags: [a, b c]
url: https://arxiv.org/abs/2301.00002
---
ref: cloud22
"""
    digest = of_text(text, "info.yaml")
    assert digest.format == "papis"
    assert [facts(entry) for entry in digest.entries] == [
        ANEMONES,
        BRIDGES,
        ("cloud22", (), None, "", ()),
    ]
    first, second, _ = digest.entries
    assert (first.marks.tags, second.marks.tags) == (("tides", "sea"), ("a", "b c"))
    assert first.marks.added_at == ADDED
    assert links(second)["page"] == "https://arxiv.org/abs/2301.00002"
