"""Third-party report formats: a function of an installed package turns the JSON report into text."""

import json

from linter.plugins import FORMATS, PluginError, load_plugins, one_line
from linter.report import Report
from linter.reports import json_report


def write(report: Report, name: str) -> str:
    """Write the report with a plug-in. Raises :class:`PluginError`."""
    plugin = load_plugins([name], FORMATS)[name]
    data = json.loads("".join(json_report.write(report)))
    try:
        text = plugin.hook(data)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - third-party code
        raise PluginError(f"the format '{name}' of {plugin.package} failed: {one_line(error)}") from None
    if not isinstance(text, str):
        raise PluginError(f"the format '{name}' of {plugin.package} returned {type(text).__name__}, not text")
    return text
