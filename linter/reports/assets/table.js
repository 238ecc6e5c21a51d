// The front page's list of articles: filters, sorting, paging, and CSV export of the findings.
table = (() => {
  const PAGE = 50;
  const STATUS = { fails: "needs work", review: "to review", clean: "clean" };
  const ORDER = { fails: 2, review: 1, clean: 0 };
  const WAIVED = 1, NEW = 2;
  const form = $("#filters");
  const field = (name) => form.elements.namedItem(name);
  const names = ["search", "status", "severity", "family", "rule", "treatment"];
  const ruleOf = new Map(data.rules.map(([code], index) => [code, index]));

  // only the most frequent ones; the article's page has all of them
  const someOf = (all) => all.slice(0, 3).map((name) => name.split(" (")[0]).join(", ") + (all.length > 3 ? ` and ${all.length - 3} more` : "");
  const articles = data.articles.map(([title, path, link, words, grade, promoted, named, groups], index) => {
    const worst = Math.max(-1, ...groups.filter((group) => group[2] !== WAIVED).map((group) => group[1]));
    const status = worst >= data.failOn ? "fails" : worst >= 0 ? "review" : "clean";
    return {
      index, title, path, link, words, grade, promoted, named, groups, status,
      promotes: someOf(promoted.map((id) => data.treatments[id])),
      text: `${title}\n${path}`.toLowerCase(),
      counts: [0, 0, 0],
    };
  });
  let rows = articles;
  let first = 0;
  let saving = 0;
  let order = { by: "error", down: true };

  const options = (name, values) => {
    for (const [value, text] of values) field(name).append(element("option", { value }, text));
  };
  const families = [...new Set(data.rules.map((rule) => rule[2]))].sort();
  options("family", families.map((family) => [family, family]));
  options("rule", data.rules.map(([code, name]) => [code, `${code} ${name}`]));
  options("treatment", [...data.treatments].sort().map((name) => [name, name]));

  const chosen = () => Object.fromEntries(names.map((name) => [name, field(name).value]));

  // whether a finding (rule index, severity rank, state) matches the filters
  const wanted = (filters) => {
    const rule = filters.rule ? ruleOf.get(filters.rule) : -1;
    const severity = filters.severity === "" ? -1 : Number(filters.severity);
    return (ruleIndex, rank, state) =>
      (rule < 0 || ruleIndex === rule) &&
      (severity < 0 || rank === severity) &&
      (!filters.family || data.rules[ruleIndex][2] === filters.family) &&
      (filters.status === "waived" ? state === WAIVED : filters.status === "new" ? state === NEW : state !== WAIVED);
  };

  const select = (filters) => {
    const text = filters.search.trim().toLowerCase();
    const treatment = data.treatments.indexOf(filters.treatment);
    const narrow = filters.rule || filters.family || filters.severity !== "";
    const fits = wanted(filters);
    const emptyFits = !(narrow || filters.status === "waived" || filters.status === "new");
    return articles.filter((article) => {
      if (text && !article.text.includes(text)) return false;
      if (filters.treatment && !article.promoted.includes(treatment) && !article.named.includes(treatment)) return false;
      if (filters.status in ORDER && article.status !== filters.status) return false;
      const { counts, groups } = article;
      counts.fill(0);
      // plain loops for speed: this runs over all findings at every keystroke
      for (let at = 0; at < groups.length; at++) {
        const group = groups[at];
        if (fits(group[0], group[1], group[2])) counts[group[1]] += group[3];
      }
      return emptyFits || counts[0] + counts[1] + counts[2] > 0;
    });
  };

  const value = {
    title: (article) => article.title.toLowerCase(),
    status: (article) => ORDER[article.status],
    error: (article) => article.counts[2] * 1e8 + article.counts[1] * 1e4 + article.counts[0],
    warning: (article) => article.counts[1],
    info: (article) => article.counts[0],
    grade: (article) => (article.grade === null ? -1 : article.grade),
    words: (article) => article.words,
    promotes: (article) => article.promotes.toLowerCase(),
  };

  const sort = () => {
    const key = value[order.by];
    const sign = order.down ? -1 : 1;
    for (const article of rows) article.key = key(article);
    rows.sort((one, other) => (one.key < other.key ? -sign : one.key > other.key ? sign : one.index - other.index));
  };

  const figure = (label, number, weight) => {
    const cell = element("td", { class: `figure${number && weight ? ` ${weight}` : ""}`, "data-label": label });
    cell.append(String(number));
    return cell;
  };

  const row = (article) => {
    const link = element("a", { href: article.link, class: "open", dir: "auto" }, article.title);
    const name = element("th", { scope: "row" }, link, element("span", { class: "path" }, article.path));
    const status = element("td", { class: `status ${article.status}`, "data-label": "Status" }, STATUS[article.status]);
    const grade = article.grade === null ? "" : article.grade.toFixed(1);
    const promotes = element("td", { "data-label": "Promotes", class: article.promotes ? "" : "none" }, article.promotes);
    return element("tr", {}, name, status,
      figure("Errors", article.counts[2], "error"), figure("Warnings", article.counts[1], "warning"),
      figure("Info", article.counts[0], "info"), figure("Grade", grade), figure("Words", article.words), promotes);
  };

  const show = (length = PAGE) => {
    $("#articles tbody").replaceChildren(...rows.slice(first, first + length).map(row));
    const findings = rows.reduce((sum, { counts }) => sum + counts[0] + counts[1] + counts[2], 0);
    const count = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
    $("#shown").textContent = `${count(rows.length, "article")} of ${articles.length.toLocaleString("en")}, ${count(findings, "finding")}`;
    const pages = $("#pages");
    pages.hidden = rows.length <= PAGE;
    $("span", pages).textContent = `${first + 1}–${Math.min(first + PAGE, rows.length)} of ${rows.length.toLocaleString("en")}`;
    $("#earlier").disabled = first === 0;
    $("#later").disabled = first + PAGE >= rows.length;
    for (const button of all("#articles [data-sort]")) {
      const here = button.dataset.sort === order.by;
      if (here) button.closest("th").setAttribute("aria-sort", order.down ? "descending" : "ascending");
      else button.closest("th").removeAttribute("aria-sort");
    }
  };

  const update = () => {
    const filters = chosen();
    rows = select(filters);
    first = 0;
    sort();
    show();
    clearTimeout(saving);
    saving = setTimeout(() => memory.set("filters", { ...filters, order }), 200);
    form.classList.toggle("active", names.some((name) => filters[name] !== ""));
  };

  const restore = () => {
    const kept = memory.get("filters") || {};
    for (const name of names) {
      if (typeof kept[name] !== "string") continue;
      const input = field(name);
      if (input.options === undefined || [...input.options].some((option) => option.value === kept[name])) {
        input.value = kept[name];
      }
    }
    if (kept.order && kept.order.by in value) order = { by: kept.order.by, down: Boolean(kept.order.down) };
  };

  const choose = (name, chosenValue) => {
    form.reset();
    field(name).value = chosenValue;
    update();
    $("#articles-title").scrollIntoView();
    field(name).focus({ preventScroll: true });
  };

  const csv = () => {
    const filters = chosen();
    const fits = wanted(filters);
    const listed = new Set(rows.map((article) => article.index));
    const lines = data.findings
      .filter(([article, code, rank, state]) => listed.has(article) && (state === WAIVED && filters.status === "" || fits(ruleOf.get(code), rank, state)))
      .map((finding) => finding[5]);
    // the byte order mark makes spreadsheets read UTF-8
    const blob = new Blob(["\ufeff", data.csvHead, ...lines], { type: "text/csv;charset=utf-8" });
    const link = element("a", { href: URL.createObjectURL(blob), download: "findings.csv" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    announce(`${lines.length} findings downloaded`);
  };

  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(update));
  for (const button of all("#articles [data-sort]")) {
    button.addEventListener("click", () => {
      const by = button.dataset.sort;
      const textual = by === "title" || by === "promotes";
      order = { by, down: order.by === by ? !order.down : !textual };
      update();
    });
  }
  $("#earlier").addEventListener("click", () => { first = Math.max(0, first - PAGE); show(); });
  $("#later").addEventListener("click", () => { first += PAGE; show(); });
  for (const button of all("[data-family]")) button.addEventListener("click", () => choose("family", button.dataset.family));
  for (const button of all("[data-rule]")) button.addEventListener("click", () => choose("rule", button.dataset.rule));
  $("#csv")?.addEventListener("click", csv);
  addEventListener("beforeprint", () => { first = 0; show(rows.length); });
  addEventListener("afterprint", () => show());

  restore();
  form.hidden = $("#articles").hidden = false;
  update();
  return { rows: () => rows, search: () => field("search").focus() };
})();
