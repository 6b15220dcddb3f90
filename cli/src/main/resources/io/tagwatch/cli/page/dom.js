// Builds elements. Text only ever becomes text nodes; markup comes from this file and, for message
// previews, escaped from the server.
(() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

  /** h("p", {class: "soft"}, "text", child, null) */
  const h = (tag, attributes = {}, ...children) =>
    fill(document.createElement(tag), attributes, children);

  const s = (tag, attributes = {}, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);

  const fill = (element, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value === true) {
        element.setAttribute(name, "");
      } else if (value !== false && value !== null && value !== undefined) {
        element.setAttribute(name, value);
      }
    }
    element.append(...children.flat(Infinity).filter((child) => child !== null && child !== ""));
    return element;
  };

  // One shape for each mood, so that no meaning hangs on colour alone.
  const SHAPES = {
    critical: [["path", { d: "M7 1h6l6 6v6l-6 6H7l-6-6V7z", class: "face" }], ["path", { d: "M10 5.5v5.5M10 14v.5", class: "mark" }]],
    warning: [["path", { d: "M10 1.5 19.2 18H.8z", class: "face" }], ["path", { d: "M10 7.5v4.5M10 14.8v.4", class: "mark" }]],
    info: [["circle", { cx: 10, cy: 10, r: 9, class: "face" }], ["path", { d: "M10 9v5.5M10 5.6v.4", class: "mark" }]],
    no_data: [["circle", { cx: 10, cy: 10, r: 8, class: "outline" }], ["path", { d: "M6 10h.5M9.8 10h.4M13.5 10h.5", class: "dots" }]],
    ok: [["circle", { cx: 10, cy: 10, r: 9, class: "face" }], ["path", { d: "m5.8 10.3 2.9 2.9 5.5-6", class: "mark" }]],
    muted: [["circle", { cx: 10, cy: 10, r: 8, class: "outline" }], ["path", { d: "M8 7v6M12 7v6", class: "dots" }]],
  };

  const icon = (mood) =>
    s(
      "svg",
      { viewBox: "0 0 20 20", class: `icon ${mood}`, "aria-hidden": "true" },
      (SHAPES[mood] || SHAPES.info).map(([tag, attributes]) => s(tag, attributes)),
    );

  const WORDS = { critical: "Critical", warning: "Warning", info: "Notice", no_data: "No data", ok: "OK" };

  /** The mood as icon and word. */
  const pill = (mood, word = WORDS[mood]) =>
    h("span", { class: `pill ${mood}` }, icon(mood), word);

  const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(11, 16);

  const day = (seconds) => new Date(seconds * 1000).toISOString().slice(5, 10);

  /** A moment on an axis of that many seconds: its day as well, where the axis has several. */
  const stamp = (seconds, span) =>
    span <= 36 * 3600 ? clock(seconds) : seconds % 86400 === 0 ? day(seconds) : `${day(seconds)} ${clock(seconds)}`;

  /** Makes a button that changes the theme. */
  const themeButton = (button) => {
    const words = { system: "as the system", light: "light", dark: "dark" };
    const show = () => {
      const choice = window.TagwatchTheme.choice();
      button.textContent = { system: "◐", light: "☀", dark: "☾" }[choice];
      button.setAttribute("aria-label", `Theme: ${words[choice]}. Change it.`);
      button.title = `Theme: ${words[choice]}`;
    };
    window.TagwatchTheme.onChange(show);
    button.addEventListener("click", () => window.TagwatchTheme.next());
    show();
  };

  window.Tagwatch = { h, s, icon, pill, clock, stamp, themeButton, WORDS };
})();
