// Shows a replay: the answer, a table of what was tried, and the series.
(() => {
  "use strict";
  const { h, series, themeButton } = window.Tagwatch;
  const $ = (id) => document.getElementById(id);
  const model = JSON.parse($("view").textContent);

  /** Points travel as lists. */
  const unpacked = (drawing) => {
    drawing.chart.points = drawing.chart.points.map(([t, v, beyond, decided]) => ({ t, v, beyond, decided }));
    return drawing;
  };

  const cells = (tag, row) => h("tr", {}, row.map((cell) => h(tag, tag === "th" ? { scope: "col" } : {}, cell)));

  const table = ([heads, ...rows]) =>
    h("div", { class: "card" }, h("table", {}, h("thead", {}, cells("th", heads)), h("tbody", {}, rows.map((row) => cells("td", row)))));

  const drawing = (entry) =>
    h("article", { class: "card ended" },
      h("div", { class: "line" }, h("h3", {}, entry.name), h("p", {}, entry.sentence)),
      entry.chart ? series(unpacked(entry)) : h("p", { class: "soft" }, "There is no series to draw."));

  document.title = `${model.title} · Tagwatch`;
  $("verdict").replaceChildren(
    h("div", { class: "answer ok" }, h("div", {}, h("h1", {}, model.headline), model.facts.map((fact) => h("p", {}, fact)))));
  $("trials").querySelector(".body").replaceChildren(table(model.rows));
  $("series").querySelector(".body").replaceChildren(...model.drawings.map(drawing));
  themeButton($("theme"));
  document.body.dataset.ready = "true";
})();
