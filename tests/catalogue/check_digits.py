"""The check digits of LOINC and SNOMED CT: they find a mistyped code, not a wrongly chosen one."""

from __future__ import annotations

from itertools import pairwise

_TURN = "1576283094"


def is_loinc(code: str) -> bool:
    """Mod 10 as in the LOINC Users' Guide: every second digit from the right is doubled, its digits added."""
    number, _, check = code.partition("-")
    if not (number.isdecimal() and check.isdecimal() and len(check) == 1):
        return False
    doubled = [sum(map(int, str(int(digit) * 2))) for digit in number[::-1][::2]]
    plain = [int(digit) for digit in number[::-1][1::2]]
    return -(sum(doubled) + sum(plain)) % 10 == int(check)


def is_snomed_concept(code: str) -> bool:
    """Verhoeff's dihedral check over the whole number; a concept of the core ends in 00x, of an extension in 10x."""
    if not (code.isdecimal() and 6 <= len(code) <= 18 and code[-3:-1] in {"00", "10"}):
        return False
    total = 0
    for position, digit in enumerate(reversed(code)):
        total = _product(total, _permuted(int(digit), position))
    return total == 0


def _product(a: int, b: int) -> int:
    """Multiply in the dihedral group of the pentagon: 0 to 4 are turns, 5 to 9 reflections."""
    if a < 5:
        return (a + b) % 5 if b < 5 else 5 + (a + b) % 5
    return 5 + (a - b) % 5 if b < 5 else (a - b) % 5


def _permuted(digit: int, position: int) -> int:
    for _ in range(position % 8):
        digit = int(_TURN[digit])
    return digit


def neighbours_swapped(code: str) -> set[str]:
    """Every code that differs by two neighbouring digits typed in the wrong order."""
    swapped = {code[:i] + b + a + code[i + 2 :] for i, (a, b) in enumerate(pairwise(code)) if "-" not in a + b}
    return swapped - {code}
