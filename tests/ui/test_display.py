"""What a person is told when there can be no window."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from diary.domain.errors import DiaryError
from diary.ui.display import ANY_WINDOW, X11_WINDOW, ThisMachine, check_display
from diary.words.problems import sentence

WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/run/user/1000"}


@dataclass
class FakeMachine:
    """A computer on which some screens answer and some libraries are missing."""

    answers: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)

    def has(self, library: str) -> bool:
        self.asked.append(library)
        return library not in self.missing

    def x11_answers(self, display: str) -> bool:
        return display in self.answers

    def wayland_answers(self, socket: Path) -> bool:
        return str(socket) in self.answers


def problem(environ: dict[str, str], machine: FakeMachine | None = None, platform: str = "linux") -> DiaryError | None:
    try:
        check_display(environ, platform, machine or FakeMachine())
    except DiaryError as error:
        return error
    return None


def slug(environ: dict[str, str], machine: FakeMachine | None = None, platform: str = "linux") -> str:
    error = problem(environ, machine, platform)
    return error.slug if error else ""


def test_no_screen_is_said() -> None:
    assert slug({}) == "no_display"


def test_an_empty_display_is_no_screen() -> None:
    assert slug({"DISPLAY": "", "WAYLAND_DISPLAY": ""}) == "no_display"


def test_a_screen_that_does_not_answer_is_named() -> None:
    error = problem({"DISPLAY": ":99"})
    assert error is not None
    assert error.slug == "display_dead"
    assert ":99" in sentence(error)


def test_a_screen_that_answers_is_enough() -> None:
    assert slug({"DISPLAY": ":1"}, FakeMachine(answers=(":1",))) == ""


def test_x11_serves_where_wayland_is_dead() -> None:
    assert slug({"DISPLAY": ":1", **WAYLAND}, FakeMachine(answers=(":1",))) == ""


def test_wayland_needs_nothing_of_x11() -> None:
    machine = FakeMachine(answers=("/run/user/1000/wayland-0",), missing=tuple(X11_WINDOW))
    assert slug(WAYLAND, machine) == ""


def test_a_whole_path_names_a_wayland_socket_too() -> None:
    environ = {"WAYLAND_DISPLAY": "/run/elsewhere", "XDG_RUNTIME_DIR": "/run/user/1000"}
    assert slug(environ, FakeMachine(answers=("/run/elsewhere",))) == ""


def test_a_platform_asked_for_is_the_one_looked_at() -> None:
    machine = FakeMachine(answers=("/run/user/1000/wayland-0",))
    assert slug({**WAYLAND, "DISPLAY": ":9", "QT_QPA_PLATFORM": "xcb"}, machine) == "display_dead"
    assert slug({"DISPLAY": ":9", "QT_QPA_PLATFORM": "wayland"}, FakeMachine(answers=(":9",))) == "no_display"


@pytest.mark.parametrize("chosen", ["offscreen", "minimal", "vnc:size=800x600", "offscreen;xcb"])
def test_a_platform_without_a_screen_needs_no_screen(chosen: str) -> None:
    machine = FakeMachine(missing=tuple(X11_WINDOW))
    assert slug({"QT_QPA_PLATFORM": chosen}, machine) == ""
    assert set(machine.asked) == set(ANY_WINDOW)


def test_every_missing_library_is_in_one_command() -> None:
    machine = FakeMachine(answers=(":1",), missing=("libEGL.so.1", "libxcb-cursor.so.0"))
    error = problem({"DISPLAY": ":1"}, machine)
    assert error is not None
    assert error.slug == "system_library_missing"
    assert "apt-get install -y libegl1 libxcb-cursor0" in sentence(error)
    assert "libEGL.so.1" in sentence(error)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_bring_their_screen(platform: str) -> None:
    assert slug({}, FakeMachine(missing=tuple(ANY_WINDOW)), platform) == ""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux's own libraries")
def test_this_machine_is_asked_for_real(tmp_path: Path) -> None:
    machine = ThisMachine()
    assert not machine.has("libalongside-has-no-such.so.1")
    assert not machine.wayland_answers(tmp_path / "wayland-0")
    assert not machine.x11_answers(":64999") or not machine.has("libxcb.so.1")
