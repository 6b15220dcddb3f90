// Shows the model: once from the report itself, or again and again from the running cloud.
(() => {
  "use strict";
  const { sections, forget, themeButton } = window.Tagwatch;
  const EVERY = 2000;
  const ALONE = ["verdict"]; // Written whole, without a body inside.
  const MAY_HIDE = ["story", "over", "others"];
  const $ = (id) => document.getElementById(id);
  const shown = new Map();

  /** What a section depends on; the clock alone changes nothing. */
  const substance = (model) => JSON.stringify({ ...model, now: null, clock: null });

  const update = (name, model) => {
    const section = $(name);
    const content = [sections[name](model)].flat(Infinity);
    const body = ALONE.includes(name) ? section : section.querySelector(".body");
    const open = new Map([...body.querySelectorAll("details[data-key]")].map((element) => [element.dataset.key, element.open]));
    const focused = body.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const scrolled = body.scrollTop;
    forget(body);
    body.replaceChildren(...content);
    body.querySelectorAll("details[data-key]").forEach((element) => {
      if (open.has(element.dataset.key)) {
        element.open = open.get(element.dataset.key);
      }
    });
    body.scrollTop = scrolled;
    if (focused) {
      body.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    }
    if (MAY_HIDE.includes(name)) {
      section.hidden = content.length === 0;
    }
  };

  /** Points travel as lists. */
  const unpacked = (model) => {
    model.watches.filter((watch) => watch.chart).forEach(({ chart }) => {
      chart.points = chart.points.map(([t, v, beyond, decided]) => ({ t, v, beyond, decided }));
    });
    return model;
  };

  const show = (model) => {
    document.body.classList.toggle("told", Boolean(model.story));
    $("clock").textContent = model.clock + (model.clockSet ? " (clock set by hand)" : "");
    if ($("said").textContent !== model.verdict.headline) {
      $("said").textContent = model.verdict.headline;
    }
    document.title = `${model.story ? model.story.title : model.verdict.headline} · Tagwatch`;
    const now = substance(model);
    if (shown.get("all") === now) {
      return;
    }
    shown.set("all", now);
    Object.keys(sections).forEach((name) => update(name, model));
    document.body.dataset.ready = "true";
  };

  const live = (word, text) => {
    if ($("live").textContent !== text) {
      $("live").className = word;
      $("live").textContent = text;
    }
  };

  const poll = async () => {
    const begun = Date.now();
    if (!document.hidden) {
      try {
        const reply = await fetch("/_local/view", { cache: "no-store" });
        if (!reply.ok) {
          throw new Error(`status ${reply.status}`);
        }
        show(unpacked(await reply.json()));
        live("on", "live");
      } catch {
        live("off", "no connection; trying again");
      }
    }
    // A cloud with thousands of alarms is asked less often: never more than a tenth of the time.
    setTimeout(poll, Math.max(EVERY, 9 * (Date.now() - begun)));
  };

  themeButton($("theme"));

  const embedded = $("view");
  if (embedded) {
    $("kind").textContent = "report";
    show(unpacked(JSON.parse(embedded.textContent)));
  } else {
    $("kind").textContent = "embedded cloud";
    poll();
  }
})();
