"""Every resource of whole FHIR files against everything we know of: uv run python -m tests.exchange.fhir.whole FILE…

The tests look at a whole year and at each kind of resource in ten; this takes half a minute for ten years. FILE is what
``alongside export DIARY FILE --format fhir`` wrote. Asked are our own checks, HL7's JSON schema for R4 and the models
for R4B, these also about the Bundle as one. Ends with 1 where anything is refused.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from time import process_time
from typing import Any

from fhir.resources.R4B import get_fhir_model_class
from pydantic import ValidationError

from diary.exchange.fhir.checks import faults
from tests.exchange.fhir.made import resources
from tests.exchange.fhir.test_r4 import refusals

SHOWN = 5


def refused(bundle: dict[str, Any]) -> list[str]:
    """What anybody has against the Bundle or a resource in it."""
    found = [f"{fault.where}: {fault.kind}" for fault in faults(bundle)]
    for resource in resources(bundle):
        found += refusals(resource)
    found += refusals({**bundle, "entry": bundle["entry"][:1]})
    try:
        get_fhir_model_class("Bundle").model_validate(bundle)
    except ValidationError as fault:
        found.append(f"Bundle: {fault}")
    return found


def main(arguments: list[str]) -> int:
    all_found = []
    for name in arguments:
        began = process_time()
        bundle = json.loads(Path(name).read_text("utf-8"))
        found = refused(bundle)
        kinds = Counter(one["resourceType"] for one in resources(bundle))
        told = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
        lines = [f"{Path(name).name}: {kinds.total()} resources ({told})"]
        lines += [f"    {len(found)} refused; {process_time() - began:.0f} s", *(f"    {one}" for one in found[:SHOWN])]
        sys.stdout.write("\n".join(lines) + "\n")
        all_found += found
    return 1 if all_found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
