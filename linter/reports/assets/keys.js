// Single-key shortcuts, which a reader can switch off.
(() => {
  const help = $("#help");
  const on = $("#keys-on");
  on.checked = memory.get("keys") !== false;
  on.addEventListener("change", () => memory.set("keys", on.checked));
  $("#help-button").hidden = false;
  $("#help-button").addEventListener("click", () => help.showModal());

  const step = (stops, by) => {
    const seen = stops.filter((stop) => stop.offsetParent !== null);
    if (!seen.length) return;
    const at = seen.findIndex((stop) => stop === document.activeElement || stop.parentElement.contains(document.activeElement));
    const next = seen[Math.min(seen.length - 1, Math.max(0, at < 0 ? (by > 0 ? 0 : seen.length - 1) : at + by))];
    next.focus({ preventScroll: true });
    const note = next.closest(".note");
    if (note) reading.bring(note);
    else next.scrollIntoView({ block: "center" });
  };

  const follow = (selector) => {
    const link = $(selector, reading.current() || document);
    if (link) link.click();
  };

  const actions = {
    j: () => step(reading.current() ? all(".note > summary", reading.current()) : all("#articles a.open"), 1),
    k: () => step(reading.current() ? all(".note > summary", reading.current()) : all("#articles a.open"), -1),
    t: () => document.activeElement.closest(".note")?.querySelector(".place")?.click(),
    n: () => reading.current() && follow(".crumbs .after"),
    p: () => reading.current() && follow(".crumbs .before"),
    u: () => reading.current() && follow(".crumbs .up"),
    "/": () => {
      // the list can be searched only once it is shown again
      if (table && reading.current()) addEventListener("hashchange", table.search, { once: true });
      else if (table) table.search();
      if (reading.current()) follow(".crumbs .up");
    },
    "?": () => help.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || typing || help.open) return;
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
})();
