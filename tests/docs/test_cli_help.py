"""Every command has a help page with examples, and the examples can be typed."""

from __future__ import annotations

import shlex
from importlib import import_module

import pytest

from rashomon.cli.app import build_app, main
from rashomon.cli.commands import COMMANDS, Command

EXAMPLES = [(c, line) for c in COMMANDS for line in c.examples]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_every_command_has_a_help_page_with_examples(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    """What it does, its examples, and a word on every option."""
    assert main([command.name, "--help"]) == 0
    page = capsys.readouterr().out
    assert f"Usage: rashomon {command.name}" in page
    assert command.examples
    for line in command.examples:
        assert line in page


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_the_table_of_commands_and_the_functions_agree(command: Command) -> None:
    """The sentence in the overview is the first line of the function's docstring."""
    module, function = command.function.split(":")
    documented = getattr(import_module(module), function).__doc__
    assert documented.splitlines()[0] == command.about


@pytest.mark.parametrize(("command", "line"), EXAMPLES, ids=[e[1] for e in EXAMPLES])
def test_every_example_parses(command: Command, line: str) -> None:
    """Typed as it stands, it reaches the command with all its options understood."""
    program, *tokens = shlex.split(line)
    assert program == "rashomon"
    found, _, unused = build_app().parse_args(
        tokens, exit_on_error=False, print_error=False
    )
    assert found.__name__ == command.function.split(":")[1]
    assert not unused


def test_the_overview_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """`rashomon --help` is where one starts."""
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    for command in COMMANDS:
        assert f" {command.name} " in page
    assert "Exit status: 0 all good, 1 some input failed" in page


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_every_option_is_explained(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    """No option stands on the page without a word on what it does."""
    app = build_app()[command.name]
    for argument in app.assemble_argument_collection().filter_by(parse=True):
        grouped = argument.parameter.name == ("*",)
        assert grouped or argument.parameter.help, argument.name
