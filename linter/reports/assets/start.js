// Shared by all pages: elements, storage that may be denied, and announcements for screen readers.
const $ = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

const data = $("#data") ? JSON.parse($("#data").textContent) : null;
let table = null;

const memory = (() => {
  const key = "medlint.report";
  let kept = {};
  try {
    kept = JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    // storage is denied or invalid: the page works without it
  }
  return {
    get: (name) => kept[name],
    set: (name, value) => {
      kept[name] = value;
      try {
        localStorage.setItem(key, JSON.stringify(kept));
      } catch {
        // as above
      }
    },
  };
})();

const announce = (text) => {
  $("#announce").textContent = text;
};

const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};
