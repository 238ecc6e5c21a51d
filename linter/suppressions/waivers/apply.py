"""Apply waivers: which findings they cover, and which waivers are faulty."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from linter.report import RuleFact
from linter.rules.selection import is_now
from linter.suppressions.waivers import MEANS, Waiver
from linter.value import replace
from linter.violation import Suppression, Violation


def valid_waivers(waivers: Iterable[Waiver], rules: Mapping[str, RuleFact], today: str) -> dict[str, Waiver]:
    """The valid waivers by fingerprint: not expired, and for rules of the run that may be suppressed.

    ``rules`` maps current and old codes to rules; the returned waivers have current codes.
    """
    return {
        waiver.fingerprint: replace(waiver, code=rules[waiver.code].code)
        for waiver in waivers
        if waiver.code in rules and rules[waiver.code].suppressible and not waiver.expired(today)
    }


def waive(violations: Sequence[Violation], waivers: Mapping[str, Waiver]) -> tuple[Violation, ...]:
    """Suppress the violations that a waiver names."""
    return tuple(_waived(violation, _waiver_of(violation, waivers)) for violation in violations)


def _waiver_of(violation: Violation, waivers: Mapping[str, Waiver]) -> Waiver | None:
    return next((waivers[name] for name in violation.names if name in waivers), None)


def _waived(violation: Violation, waiver: Waiver | None) -> Violation:
    if waiver is None or violation.suppressed is not None or waiver.code != violation.code:
        return violation
    return replace(violation, suppressed=Suppression(MEANS, waiver.reason, waiver.by, waiver.until.isoformat()))


def faulty_waivers(
    waivers: Sequence[Waiver],
    found: Collection[str],
    checked: Collection[str],
    rules: Mapping[str, RuleFact],
    today: str,
) -> Iterator[tuple[int, str, str]]:
    """The index of each faulty waiver, the name of the rule that reports it, and a detail.

    ``found`` are the fingerprints of a run, ``checked`` the project paths of articles that were checked or no longer
    exist, ``rules`` the rules that ran, by current and old codes. Other waivers are skipped, as their use is unknown.
    """
    for number, waiver in enumerate(waivers):
        rule = rules.get(waiver.code)
        if waiver.path not in checked or rule is None:
            continue
        about = f"{waiver.code} in {waiver.path}"
        if waiver.code in rule.aliases:
            yield number, "suppression-of-renamed-rule", is_now(waiver.code, rule)
        if not rule.suppressible:
            yield number, "waiver-refused", f"{about} may not be suppressed"
        elif waiver.expired(today):
            yield number, "waiver-expired", f"{about}, by {waiver.by}, expired on {waiver.until.isoformat()}"
        elif waiver.fingerprint not in found:
            yield number, "waiver-unused", f"no such finding of {about}"
