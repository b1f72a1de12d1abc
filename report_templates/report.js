"use strict";
document.documentElement.classList.add("scripted");
document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".filters");
  const rows = [...document.querySelectorAll(".row")];
  const practices = [...document.querySelectorAll(".practice")];
  const status = form.querySelector(".shown");
  const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));

  const chosen = (name) => new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));

  const filter = () => {
    const verdicts = chosen("verdict");
    const asks = chosen("ask");
    const failing = form.elements.fails.checked;
    const words = form.elements.words.value.toLowerCase().split(/\s+/);
    for (const row of rows) {
      const { verdict, ask, fails } = row.dataset;
      const wanted = verdicts.has(verdict) || !form.querySelector(`[name=verdict][value=${verdict}]`);
      const found = words.every((word) => texts.get(row).includes(word));
      row.hidden = !(wanted && asks.has(ask) && (!failing || fails === "yes") && found);
    }
    for (const practice of practices) {
      practice.hidden = !practice.querySelector(".row:not([hidden])");
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = shown === rows.length ? `All ${shown} items are shown.` : `${shown} of ${rows.length} items are shown.`;
  };

  const fold = (open) => {
    for (const row of rows) {
      row.open = open;
    }
  };

  // An address inside a row that a filter hides would lead nowhere.
  const follow = () => {
    const target = document.getElementById(location.hash.slice(1));
    const row = target?.closest(".row");
    if (target?.closest("[hidden]")) {
      form.reset();
      filter();
    }
    if (row) {
      row.open = true;
      target.scrollIntoView();
    }
  };

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = rows.filter((row) => !row.open);
    fold(true);
  });
  addEventListener("afterprint", () => {
    for (const row of folded) {
      row.open = false;
    }
  });

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.elements.unfold.addEventListener("click", () => fold(true));
  form.elements.fold.addEventListener("click", () => fold(false));
  addEventListener("hashchange", follow);
  filter();
  follow();
});
