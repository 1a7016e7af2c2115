r"""TeX to Unicode by a small table of our own: accents, Greek, common signs.

General TeX readers take ``50% of ...`` for a comment and cost milliseconds an abstract. This one
only replaces what it knows; an unknown macro, a per cent sign, a lone dollar stay as they are, and
text without ``\``, ``{``, ``$``, ``~`` or double back-quotes comes back unchanged.
"""

from __future__ import annotations

import re
import unicodedata

_COMBINING = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}

_LETTERS = {
    "aa": "å",
    "AA": "Å",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ss": "ß",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "th": "þ",
}

_GREEK = (
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι "
    "kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ "
    "upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω "
    "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
)

_MATHS = (
    "times × cdot · pm ± mp ∓ div ÷ sim ∼ simeq ≃ approx ≈ equiv ≡ neq ≠ ne ≠ leq ≤ le ≤ geq ≥ "
    "ge ≥ ll ≪ gg ≫ lesssim ≲ gtrsim ≳ propto ∝ infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ "
    "in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ forall ∀ exists ∃ emptyset ∅ to → rightarrow → "
    "leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ mapsto ↦ uparrow ↑ downarrow ↓ "
    "ell ℓ hbar ℏ dagger † ddagger ‡ circ ∘ degree ° bullet • star ⋆ ast ∗ oplus ⊕ otimes ⊗ "
    "odot ⊙ perp ⊥ parallel ∥ angle ∠ langle ⟨ rangle ⟩ ldots … dots … cdots ⋯ copyright © "
    "textregistered ® texttrademark ™ textdegree ° pounds £ S § P ¶ textendash – textemdash — "
    "textasciitilde ~ textbackslash \\ textbraceleft { textbraceright } textasciicircum ^ "
    "textbar | textless < textgreater > textmu µ"
)


def _pairs(table: str) -> dict[str, str]:
    """Reads a table written as ``name sign name sign``."""
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_SIGNS = _pairs(_GREEK) | _pairs(_MATHS)

SUPERSCRIPTS = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
SUBSCRIPTS = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")

_WRAPPERS = (
    "emph|textit|textbf|texttt|textsc|textsf|textrm|textup|textsl|textnormal|text|underline|mbox|"
    "mathrm|mathbf|mathit|mathsf|mathtt|mathcal|mathbb|mathfrak|boldsymbol|bm|operatorname|ensuremath"
)

_SIGNS_OF_TEX = ("\\", "{", "$", "~", "``")
_WRAPPER = re.compile(rf"\\(?:{_WRAPPERS})\s*\{{([^{{}}]*)\}}")
_SWITCH = re.compile(r"\{\\(?:em|it|bf|tt|sc|sf|rm|sl)(?![A-Za-z])\s*([^{}]*)\}")
_SIGN_ACCENT = re.compile(
    r"\\([`'^~=.\"])\s*(?:\{\s*(\\[ij]|[^\W\d_])\s*\}|(\\[ij])(?![A-Za-z])|([^\W\d_]))"
)
_LETTER_ACCENT = re.compile(r"\\([uvHdckbr])(?:\s*\{\s*(\\[ij]|[^\W\d_])\s*\}|\s+([^\W\d_]))")
_MATHS_ACCENTS = {
    "bar": "\u0304",
    "overline": "\u0304",
    "hat": "\u0302",
    "widehat": "\u0302",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "vec": "\u20d7",
    "dot": "\u0307",
    "ddot": "\u0308",
}
_MATHS_ACCENT = re.compile(
    rf"\\({'|'.join(_MATHS_ACCENTS)})(?:\s*\{{\s*([^\W_])\s*\}}|\s+([^\W_])(?![\w]))"
)
_SCRIPT = re.compile(r"\\text(super|sub)script\s*\{([^{}]{0,40})\}")
_NAMED = re.compile(r"\\([A-Za-z]+)(\{\})?")
_BRACED_SIGN = re.compile(r"\{([^\x00-\x7f]+)\}")
_ESCAPED = re.compile(r"\\([%&#_$])")
_QUOTES = re.compile(r"``((?:(?!``|'').){1,400}?)''", re.DOTALL)
_URL = re.compile(r"(?:https?://|www\.)\S+")
_TIE = re.compile(r"(?<=[A-Za-z.,)\]])~(?=[\w\\(\[$])")
_FORMULA = re.compile(r"(?<![\\$])\$(?![\s$])([^$\n]{1,120}?)(?<![\s\\])\$(?![\d$])")
_POWER = re.compile(r"([\^_])(?:\{([0-9+\-n]{1,6})\}|([0-9n])(?![0-9A-Za-z]))")
_FORMULA_LEFTOVER = re.compile(r"[\\{}^_]")

_DEEPEST = 6
"""How many wrappers inside one another are taken off; more is not seen in titles or abstracts."""


def readable(text: str) -> str:
    """The text with the TeX it is sure about replaced by Unicode, the rest as it was."""
    if not any(sign in text for sign in _SIGNS_OF_TEX):
        return text
    text = _FORMULA.sub(_formula, text)
    text = _without_ties(text)
    text = _commands(text)
    text = _QUOTES.sub("“\\1”", text)
    return _ESCAPED.sub(r"\1", text)


def _commands(text: str) -> str:
    """Accents, names of signs and wrappers such as ``\\emph{...}``."""
    if "\\" not in text:
        return text
    text = _SIGN_ACCENT.sub(_accented, text)
    text = _LETTER_ACCENT.sub(_accented, text)
    text = _MATHS_ACCENT.sub(_with_mark, text)
    text = _SCRIPT.sub(_script, text.replace("\\-", ""))
    text = _NAMED.sub(_named, text)
    text = _BRACED_SIGN.sub(r"\1", text)
    for _ in range(_DEEPEST):
        unwrapped = _SWITCH.sub(r"\1", _WRAPPER.sub(r"\1", text))
        if unwrapped == text:
            break
        text = unwrapped
    return text


def _accented(found: re.Match[str]) -> str:
    accent, *letters = found.groups()
    letter = next(letter for letter in letters if letter).lstrip("\\")
    return unicodedata.normalize("NFC", letter + _COMBINING[accent])


def _with_mark(found: re.Match[str]) -> str:
    mark = _MATHS_ACCENTS[found[1]]
    return unicodedata.normalize("NFC", (found[2] or found[3]) + mark)


def _script(found: re.Match[str]) -> str:
    """Digits set high or low; letters, which Unicode mostly lacks, as they are."""
    table = SUPERSCRIPTS if found[1] == "super" else SUBSCRIPTS
    plain = found[2].strip()
    return plain.translate(table) if not plain.strip("0123456789+-") else plain


def _named(found: re.Match[str]) -> str:
    name = found[1]
    if name in _SIGNS:
        return _SIGNS[name]
    if name in _LETTERS:
        return _LETTERS[name]
    return found[0]


def _formula(found: re.Match[str]) -> str:
    """A formula without its dollars when nothing of it needs TeX any more, else as it was."""
    inside = _POWER.sub(_power, _commands(found[1]))
    if _FORMULA_LEFTOVER.search(inside):
        return found[0]
    is_formula = inside != found[1] or len(inside) <= 2 or "=" in inside
    return inside if is_formula else found[0]


def _power(found: re.Match[str]) -> str:
    inside = found[2] or found[3]
    if found[1] == "^":
        return inside.translate(SUPERSCRIPTS)
    return found[0] if "n" in inside else inside.translate(SUBSCRIPTS)


def _without_ties(text: str) -> str:
    """``Fig.~3`` with a blank; the ``~`` of an address or of ``50~60`` stays."""
    if "~" not in text:
        return text
    addresses = [found.span() for found in _URL.finditer(text)]

    def blank(found: re.Match[str]) -> str:
        at = found.start()
        return "~" if any(start <= at < end for start, end in addresses) else " "

    return _TIE.sub(blank, text)
