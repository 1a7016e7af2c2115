"""Texts that begin with a dash, such as ``- [ ] read on``, beside options that do so too."""

from __future__ import annotations

import re
from collections.abc import Sequence

import click

_TEXT = re.compile(
    r"""
    -+ [^-\w] .*        # a list item, an arrow, …: no option has such a name
    | ---+ .*           # a rule, front matter
    | -+ \d .*          # a number below zero
    | - [^-=\s]+ \s .*  # several words with one dash before them
    """,
    re.VERBOSE | re.DOTALL,
)


class LeadingDashCommand(click.Command):
    """A command of which an argument that can be no option, nor a typo of one, is a text."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        """Puts such texts after ``--``, where click takes nothing for an option."""
        taking_values = {
            name
            for option in self.get_params(context)
            if isinstance(option, click.Option) and not option.is_flag
            for name in option.opts
        }
        return super().parse_args(context, _texts_last(arguments, taking_values))


def _texts_last(arguments: Sequence[str], taking_values: set[str]) -> list[str]:
    """The same arguments, sorted: what click shall look at, ``--``, and the texts."""
    at = arguments.index("--") if "--" in arguments else len(arguments)
    others: list[str] = []
    texts: list[str] = []
    before = ""
    for argument in arguments[:at]:
        is_text = before not in taking_values and _TEXT.fullmatch(argument) is not None
        (texts if is_text else others).append(argument)
        before = argument
    if not texts or before in taking_values:
        # An option that lacks its value would take the "--"; click says that it is lacking.
        return [*others, *arguments[at:]]
    return [*others, "--", *texts, *arguments[at + 1 :]]
