// Articles: rendered when opened; navigation between findings and text, copying, printing.
const policy = window.trustedTypes?.createPolicy("medlint", { createHTML: (html) => html });

const reading = (() => {
  const sheets = all(".sheet");
  const single = Boolean($("#front")) && sheets.length > 0;
  const home = document.title;
  const articleOf = new Map((data?.findings || []).map(([article, , , , anchor]) => [anchor, article]));
  let current = single ? null : sheets[0] || null;

  // an unopened article is in a noscript element, which the browser keeps as text, so thousands of them cost little
  const setOut = (sheet) => {
    const kept = $("noscript", sheet);
    if (!kept) return;
    const html = kept.textContent;
    sheet.innerHTML = policy ? policy.createHTML(html) : html;
    prepare(sheet);
  };

  const prepare = (sheet) => {
    for (const tools of all(".tools", sheet)) tools.hidden = false;
  };

  // On a wide page the notes are in a separate column that stays in view beside the text; on a narrow page and on
  // paper, each is below its passage.
  const wide = matchMedia("(min-width: 60rem)");
  const place = (sheet, beside = wide.matches) => {
    const page = $(".reading", sheet);
    const column = page && $(".beside", page);
    if (!page || Boolean(column) === beside) return;
    if (column) {
      for (const margin of all(".margin", column)) margin.home.append(margin);
      column.remove();
    } else {
      const margins = all(".margin", page);
      if (!margins.length) return;
      for (const margin of margins) margin.home = margin.parentElement;
      page.append(element("div", { class: "beside", role: "region", "aria-label": "Findings", tabindex: "0" }, ...margins));
    }
    page.classList.toggle("parted", beside);
  };

  // the column follows the text, except just after a finding was opened or clicked
  let quiet = 0;
  const follow = () => {
    const column = current && $(".beside", current);
    if (!column || performance.now() < quiet) return;
    const here = all(".margin", column).find((margin) => margin.home.getBoundingClientRect().bottom > innerHeight / 5);
    if (!here) return;
    const level = Math.max(here.home.getBoundingClientRect().top, column.getBoundingClientRect().top, 0);
    column.scrollTop += here.getBoundingClientRect().top - level - 8;
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }, { passive: true });

  // scroll the column of notes until a note is visible
  const bring = (note) => {
    const column = note.closest(".beside");
    quiet = performance.now() + 300;
    if (!column) {
      // for a note taller than the window, show its head
      note.scrollIntoView({ block: note.offsetHeight < innerHeight ? "center" : "start" });
      return;
    }
    const box = column.getBoundingClientRect();
    const top = Math.max(box.top, 0);
    const room = Math.min(box.bottom, innerHeight) - top - note.offsetHeight;
    column.scrollTop += note.getBoundingClientRect().top - top - Math.max(8, room / 3);
  };

  const bringText = (note) => {
    const spot = note.closest(".beside") && document.getElementById(note.id.replace("finding-", "at-"));
    if (!spot) return;
    const { top, bottom } = spot.getBoundingClientRect();
    quiet = performance.now() + 300;
    if (top < 0 || bottom > innerHeight) spot.scrollIntoView({ block: "center" });
  };

  const show = (sheet) => {
    for (const other of all(".sheet.shown")) other.classList.remove("shown");
    $("#front").hidden = sheet !== null;
    current = sheet;
    if (!sheet) {
      document.title = home;
      return;
    }
    setOut(sheet);
    sheet.classList.add("shown");
    place(sheet);
    document.title = `${$("h1", sheet).textContent} - ${home}`;
  };

  const light = (note) => {
    for (const lit of all(".lit")) lit.classList.remove("lit");
    note.classList.add("lit");
    const sheet = note.closest(".sheet");
    for (const mark of all(`[data-n~="${note.dataset.n}"], [data-clue~="${note.dataset.n}"]`, sheet)) mark.classList.add("lit");
  };

  const reveal = (target) => {
    const note = target.closest(".note");
    if (note) {
      note.open = true;
      light(note);
      $("summary", note).focus({ preventScroll: true });
      bringText(note);
      bring(note);
      return;
    }
    const owner = target.classList.contains("number") && document.getElementById(target.getAttribute("href").slice(1));
    if (owner) light(owner);
    quiet = performance.now() + 300;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    if (owner && owner.closest(".beside")) bring(owner);
  };

  const route = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const anchor = name.replace(/^(finding|at)-/, "");
    if (single) {
      const index = anchor !== name && articleOf.has(anchor) ? articleOf.get(anchor) : Number(/^article-(\d+)$/.exec(name)?.[1]) - 1;
      const sheet = sheets[index] || null;
      if (sheet !== current) {
        const left = current;
        show(sheet);
        if (sheet) $("h1", sheet).focus({ preventScroll: true });
        scrollTo(0, 0);
        if (!sheet && left) $(`#articles a[href="#${left.id}"]`)?.focus();
      }
    }
    const target = anchor === name ? null : document.getElementById(name);
    if (target) reveal(target);
  };

  const copy = async (button) => {
    const text = button.previousElementSibling.textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // no clipboard access: fall back to copying the selected text
      getSelection().selectAllChildren(button.previousElementSibling);
      document.execCommand("copy");
    }
    button.textContent = "Copied";
    announce("Copied");
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  };

  const unfold = (button) => {
    const notes = all(".note", button.closest("article"));
    const open = notes.some((note) => !note.open);
    for (const note of notes) note.open = open;
    button.textContent = open ? "Close all findings" : "Open all findings";
  };

  document.addEventListener("click", (event) => {
    const target = event.target;
    const button = target.closest("button");
    if (button?.classList.contains("copy")) copy(button);
    else if (button?.classList.contains("unfold")) unfold(button);
    const mark = target.closest("mark");
    if (mark && !target.closest("a")) {
      // repeated clicks cycle through findings on the same words
      const numbers = mark.dataset.n.split(" ");
      const sheet = mark.closest(".sheet");
      const lit = $(".note.lit", sheet)?.dataset.n;
      const number = numbers[(numbers.indexOf(lit) + 1) % numbers.length];
      const note = $(`.note[data-n="${number}"]`, sheet);
      if (note) location.hash === `#${note.id}` ? reveal(note) : (location.hash = note.id);
    }
    const note = target.closest(".note > summary")?.parentElement;
    if (note) bringText(note);
    // a link to the current address fires no hashchange event, so handle it here
    const link = target.closest("a[href^='#finding-'], a[href^='#at-']");
    if (link && link.getAttribute("href") === location.hash) reveal(document.getElementById(location.hash.slice(1)));
  });
  // if the column moved under the pointer, the click would be lost
  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest(".beside")) quiet = performance.now() + 300;
  });
  document.addEventListener("focusin", (event) => {
    const note = event.target.closest?.(".note");
    if (note) light(note);
  });

  wide.addEventListener("change", () => { for (const sheet of sheets) place(sheet); });

  let closed = [];
  addEventListener("beforeprint", () => {
    if (single && !current) {
      for (const { index } of table.rows()) {
        setOut(sheets[index]);
        sheets[index].classList.add("printed");
      }
    }
    for (const sheet of sheets) place(sheet, false);
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const sheet of all(".printed")) sheet.classList.remove("printed");
    for (const details of closed) details.open = false;
    for (const sheet of sheets) place(sheet);
  });
  addEventListener("hashchange", route);
  for (const sheet of all(".sheet.shown")) {
    prepare(sheet);
    place(sheet);
  }
  route();

  return { current: () => current, bring: (note) => { bringText(note); bring(note); } };
})();
