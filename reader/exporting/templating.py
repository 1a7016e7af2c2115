"""Fills the templates of a person and our own. A template can neither run nor reach anything."""

from __future__ import annotations

from functools import cache, lru_cache
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reader.exporting.escaping import inline

_FILE = "<template>"
"""What Jinja2 calls a template that came as a text."""


class Verbatim(str):
    """Text that a template writes as it is. Any other value is escaped on its way out."""

    __slots__ = ()


class TemplateFaultError(ValueError):
    """A template is at fault: the reason as its text, and the line, 0 when nobody knows it."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.line = line


def fill(template: str, **values: Any) -> str:
    """The template with the values. Raises TemplateFaultError."""
    try:
        return _compiled(template).render(values)
    except TemplateSyntaxError as error:
        raise TemplateFaultError(error.message or "", error.lineno) from error
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        MemoryError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        # A template is a program of the person: what it raises is not a bug of ours.
        raise TemplateFaultError(str(error), _line_of(error.__traceback__)) from error


def _line_of(traceback: TracebackType | None) -> int:
    """Where in the template it happened: Jinja2 has put its own lines into the traceback."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


@lru_cache(maxsize=8)
def _compiled(template: str) -> Template:
    return _environment().from_string(template)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        finalize=_written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
    )
    environment.filters["verbatim"] = Verbatim
    return environment


def _written(value: Any) -> str:
    """A value as it goes into the document: escaped, so that no template can forget to."""
    if isinstance(value, Verbatim):
        return str(value)
    return "" if value is None else inline(str(value))
