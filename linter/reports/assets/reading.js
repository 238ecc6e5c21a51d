// Articles: set out when they are opened, findings and their places in the text joined either way, copying, printing.
const policy = window.trustedTypes?.createPolicy("medlint", { createHTML: (html) => html });

const reading = (() => {
  const sheets = all(".sheet");
  const single = Boolean($("#front")) && sheets.length > 0;
  const home = document.title;
  const articleOf = new Map((data?.findings || []).map(([article, , , , anchor]) => [anchor, article]));
  let current = single ? null : sheets[0] || null;

  // the article's text waits in a noscript element, which the browser keeps as text: thousands of them cost little
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

  // On a wide page the notes stand beside the text, each as near to its passage as the others let it. The pinned
  // stack of notes stays where it is wished; those above it give way upwards, those below downwards.
  const arrange = (sheet, pinned = null, wished = 0) => {
    const page = $(".reading", sheet);
    if (!page || page.offsetParent === null) return;
    page.classList.toggle("floating", matchMedia("(min-width: 60rem)").matches);
    if (!page.classList.contains("floating")) {
      page.style.minHeight = "";
      return;
    }
    const stacks = all(".margin", page).map((margin) => ({
      margin, top: margin === pinned ? wished : margin.parentElement.offsetTop, height: margin.offsetHeight + 8,
    }));
    let floor = 0;
    for (const stack of stacks) {
      if (stack.margin !== pinned) stack.top = Math.max(stack.top, floor);
      floor = stack.top + stack.height;
    }
    let roof = Infinity;
    for (const stack of stacks.toReversed()) {
      stack.top = Math.min(stack.top, roof - stack.height);
      roof = stack.top;
    }
    const lost = Math.min(0, roof);
    for (const stack of stacks) stack.margin.style.top = `${stack.top - lost}px`;
    page.style.minHeight = `${floor - lost}px`;
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
    arrange(sheet);
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
      const margin = note.closest(".margin");
      if (margin) arrange(note.closest(".sheet"), margin, margin.parentElement.offsetTop);
      $("summary", note).focus({ preventScroll: true });
    } else if (target.classList.contains("number")) {
      const owner = document.getElementById(target.getAttribute("href").slice(1));
      const margin = owner?.closest(".margin");
      if (owner) light(owner);
      if (margin) arrange(owner.closest(".sheet"), margin, margin.parentElement.offsetTop);
      target.focus({ preventScroll: true });
    }
    target.scrollIntoView({ block: "center" });
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
      // no clipboard for this page: the older way, with the text selected
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
      // findings on the same words take turns
      const numbers = mark.dataset.n.split(" ");
      const sheet = mark.closest(".sheet");
      const lit = $(".note.lit", sheet)?.dataset.n;
      const number = numbers[(numbers.indexOf(lit) + 1) % numbers.length];
      const note = $(`.note[data-n="${number}"]`, sheet);
      if (note) location.hash === `#${note.id}` ? reveal(note) : (location.hash = note.id);
    }
    // a link to the place where one is already changes no address, so nobody else would answer it
    const link = target.closest("a[href^='#finding-'], a[href^='#at-']");
    if (link && link.getAttribute("href") === location.hash) reveal(document.getElementById(location.hash.slice(1)));
  });
  document.addEventListener("focusin", (event) => {
    const note = event.target.closest?.(".note");
    if (note) light(note);
  });

  document.addEventListener("toggle", (event) => {
    const margin = event.target.closest(".margin");
    arrange(event.target.closest(".sheet") || document, margin, margin ? parseFloat(margin.style.top) || 0 : 0);
  }, true);
  addEventListener("resize", () => { if (current) arrange(current); });

  let closed = [];
  addEventListener("beforeprint", () => {
    if (single && !current) {
      for (const { index } of table.rows()) {
        setOut(sheets[index]);
        sheets[index].classList.add("printed");
      }
    }
    closed = all("details:not([open])");
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const sheet of all(".printed")) sheet.classList.remove("printed");
    for (const details of closed) details.open = false;
  });
  addEventListener("hashchange", route);
  for (const sheet of all(".sheet.shown")) {
    prepare(sheet);
    arrange(sheet);
  }
  route();

  return { current: () => current };
})();
