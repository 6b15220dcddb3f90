// One function for each section of the page: the model in, elements out.
(() => {
  "use strict";
  const { h, icon, pill, clock, series, sparkline, strip, mark, WORDS } = window.Tagwatch;

  const find = (model, id) => model.watches.find((watch) => watch.id === id);
  const firing = (watch) => ["critical", "warning", "info"].includes(watch.mood);
  const facts = (list) => list.filter(Boolean).flatMap((fact, i) => (i ? [h("i", { class: "dot", "aria-hidden": "true" }, "·"), h("span", {}, fact)] : [h("span", {}, fact)]));
  const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;

  const tile = (count, label, mood) =>
    h("div", { class: `tile ${count ? mood : "none"}` }, h("dt", {}, icon(count ? mood : "no_data"), label), h("dd", {}, String(count)));

  /** Told here: what an earlier run told is not known. */
  const silence = (model) => model.telling ? "Nobody has been told anything since this began." : "No topic has published anything yet.";

  const verdict = (model) => {
    const { tally, lastMessage: last } = model;
    const allUp = tally.checksUp === tally.checks;
    return [
      h("div", { class: `answer ${model.verdict.mood}` },
        icon(model.verdict.mood),
        h("div", {}, h("h1", {}, model.verdict.headline), h("p", {}, model.verdict.sentence))),
      h("dl", { class: "tiles" },
        tile(tally.critical, "Critical", "critical"),
        tile(tally.warning, "Warning", "warning"),
        tile(tally.noData, "No data", "no_data"),
        tile(tally.ok, "OK", "ok"),
        h("div", { class: `tile ${tally.checks === 0 ? "none" : allUp ? "ok" : "critical"}` }, h("dt", {}, "Checks"), h("dd", {}, `${tally.checksUp} `, h("small", {}, `of ${tally.checks} up`))),
        h("div", { class: "tile plain" }, h("dt", {}, "Servers"), h("dd", {}, `${tally.serversRunning} `, h("small", {}, `of ${tally.servers} running`)))),
      model.unheard.map((channel) =>
        h("p", { class: "unheard" }, icon("warning"), h("span", {}, channel.words), " ", h("a", { href: "#messages" }, "Which?"))),
      h("p", { class: "last" },
        last === null
          ? silence(model)
          : [h("span", { class: "soft" }, `Last message, ${last.clock}${model.telling ? " to " : ""}`), model.telling ? h("b", {}, last.channel) : null, h("span", { class: "soft" }, ": "), h("a", { href: "#messages" }, last.preview)]),
    ];
  };

  const whose = (watch) => [
    h("dt", {}, "Owner"),
    h("dd", {}, watch.owner || h("span", { class: "soft" }, "nobody is named")),
  ];

  const decided = (watch) =>
    watch.decided.length === 0
      ? null
      : h("table", {},
          h("caption", {}, "The measurements that decided"),
          h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Time"), h("th", { scope: "col" }, "Value"), h("th", { scope: "col" }, "Beyond the limit"))),
          h("tbody", {}, watch.decided.map((point) =>
            h("tr", {}, h("td", {}, point.at), h("td", {}, point.value), h("td", {}, point.breaching ? "yes" : "no")))));

  const fineprint = (watch) => [
    decided(watch),
    h("dl", { class: "fine" },
      h("dt", {}, "Measured"), h("dd", {}, watch.signal),
      h("dt", {}, "CloudWatch says"), h("dd", {}, watch.reason || "nothing yet"),
      watch.levels.flatMap((level) => [
        h("dt", {}, WORDS[level.severity]),
        h("dd", {}, `${level.condition ? `${level.condition}: ` : ""}${level.state}${level.muted ? ", muted" : ""}`, h("br"), h("code", {}, level.name)),
      ])),
  ];

  const details = (key, summary, ...content) =>
    h("details", { "data-key": key }, h("summary", { "data-key": `${key}-summary` }, summary), content);

  const runbook = (watch) =>
    watch.runbook === ""
      ? null
      : h("a", { class: "button", href: watch.runbook, target: "_blank", rel: "noopener noreferrer", "data-key": `${watch.id}-runbook` }, "Open the runbook");

  const problem = (watch) =>
    h("article", { class: `card problem ${watch.mood}`, id: watch.id, "aria-labelledby": `${watch.id}-title` },
      h("div", { class: "facts" },
        h("p", { class: "pills" }, pill(watch.mood), watch.muted ? h("span", { class: "pill muted" }, icon("muted"), "Muted: nobody is told") : null),
        h("h3", { id: `${watch.id}-title` }, watch.title),
        watch.value === "" ? null : h("p", { class: "value" }, h("b", {}, watch.value), h("span", { class: "soft" }, watch.measured ? ` at ${watch.measured}` : " now")),
        h("p", {}, watch.condition === "" ? watch.sentence : `Alarm: ${watch.condition}.`),
        h("dl", { class: "who" },
          h("dt", {}, "Since"), h("dd", {}, watch.state.replace(/^.*? since /, "")),
          watch.subject === "" ? null : [h("dt", {}, "Where"), h("dd", {}, watch.subjectName, watch.subjectName === watch.subject && watch.address === "" ? null : h("span", { class: "soft id" }, watch.address || watch.subject))],
          whose(watch)),
        runbook(watch)),
      h("div", { class: "drawing" }, watch.chart ? series(watch) : h("p", { class: "soft" }, "There is no series to draw."),
        details(`${watch.id}-why`, "Why, exactly", fineprint(watch))));

  const reading = () =>
    h("p", { class: "reading" }, "In a chart, the curve is what was measured, dashed lines are limits, and large dots are the measurements that decided. The bar below is thick while the alarm is on.");

  const problems = (model) => {
    const wrong = model.watches.filter(firing);
    return wrong.length > 0
      ? [...wrong.map(problem), reading()]
      : h("p", { class: "card calm" }, icon(model.watches.length ? "ok" : "no_data"),
          model.watches.length
            ? `Nothing. ${plural(model.tally.alarms, "alarm keeps", "alarms keep")} watch over ${plural(model.tally.servers, "server", "servers")} and ${plural(model.tally.checks, "check", "checks")}.`
            : "No alarm exists yet, so nothing can be wrong.");
  };

  const ended = (watch) =>
    h("article", { class: "card ended", "aria-labelledby": `${watch.id}-ended` },
      h("div", { class: "line" }, icon("ok"), h("h3", { id: `${watch.id}-ended` }, watch.name), h("p", {}, watch.over.words)),
      watch.chart ? series(watch) : null,
      details(`${watch.id}-ended-why`, "Details", fineprint(watch)));

  const over = (model) => model.watches.filter((watch) => !firing(watch) && watch.over).map(ended);

  const row = (watch, tag) =>
    h("details", { class: "row", "data-key": `${watch.id}-row` },
      h("summary", { "data-key": `${watch.id}-row-summary` },
        h("span", { class: "state" }, icon(watch.mood), h("span", {}, WORDS[watch.mood]), watch.muted ? h("span", { class: "soft" }, " muted") : null),
        h("span", { class: "what" }, h("b", {}, watch.label), h("span", { class: "soft limit-words" }, watch.limits), tag ? h("span", { class: "by" }, `by tag ${tag}`) : null),
        h("span", { class: "curve-cell" }, watch.chart ? sparkline(watch) : null),
        h("span", { class: "now" }, watch.value || "–", watch.measured ? h("small", { class: "soft" }, watch.measured) : null)),
      h("div", { class: "unfolded" }, h("p", {}, `${watch.title}: ${watch.state}`), watch.chart ? series(watch) : null, fineprint(watch)));

  const HOUR = 3600;

  /** All strips share one span: what is known, from a quarter of an hour to one day. */
  const span = (model) => {
    const now = Math.floor(Date.parse(model.now) / 1000);
    const first = Math.min(now, ...model.checks.flatMap((check) => check.runs.slice(0, 1).map((run) => run.from)));
    return [now - Math.min(24 * HOUR, Math.max(HOUR / 4, now - first)), now];
  };

  const checks = (model) => {
    if (model.checks.length === 0) {
      return h("p", { class: "card empty" }, "No check has reported yet.");
    }
    const [from, to] = span(model);
    return [
      h("div", { class: "card rows" }, model.checks.map((check) =>
        h("article", { class: "check", "aria-label": check.name },
          h("div", { class: "head" }, icon(check.mood), h("h3", {}, check.name), h("span", { class: `word ${check.mood}` }, check.state), h("span", { class: "share" }, check.share)),
          strip(check, from, to),
          h("p", { class: "soft small" }, facts(check.facts)),
          check.watches.map((id) => find(model, id)).filter(Boolean).map((watch) => row(watch))))),
      h("p", { class: "legend soft small", "aria-hidden": "true" },
        h("span", {}, h("i", { class: "key up" }), "up"), h("span", {}, h("i", { class: "key down" }), "down"), h("span", {}, h("i", { class: "key unknown" }), "not probed")),
    ];
  };

  const tag = (entry) =>
    h("li", { class: `tag${entry.own ? " own" : ""}${entry.problem ? " wrong" : ""}` },
      h("span", { class: "key-text" }, entry.key), h("span", { class: "value-text" }, entry.value),
      entry.problem ? h("span", { class: "why" }, icon("warning"), entry.problem) : null);

  const server = (model) => (entry) => {
    const watches = entry.watches.map((ref) => ({ watch: find(model, ref.id), tag: ref.tag })).filter(({ watch }) => watch);
    const wrong = watches.filter(({ watch }) => firing(watch)).length;
    const open = wrong > 0 || model.servers.length <= 8;
    return h("details", { class: "card server", "data-key": `server-${entry.id}`, open },
      h("summary", { "data-key": `server-${entry.id}-summary` },
        icon(entry.mood), h("h3", {}, entry.name), h("span", { class: `word ${entry.state === "running" ? "" : "no_data"}` }, entry.state),
        h("span", { class: "soft count" }, watches.length === 0 ? "no alarms" : wrong ? plural(wrong, "problem", "problems") : `${plural(watches.length, "value", "values")} watched`)),
      h("p", { class: "soft small line-facts" }, facts([...entry.facts, entry.owner ? `owner ${entry.owner}` : ""])),
      entry.tags.length ? h("ul", { class: "tags", "aria-label": `Tags of ${entry.name}` }, entry.tags.map(tag)) : h("p", { class: "soft small" }, "no tags"),
      watches.map(({ watch, tag: by }) => row(watch, by)));
  };

  const servers = (model) => {
    const hidden = model.tally.servers - model.servers.length;
    return model.servers.length === 0
      ? h("p", { class: "card empty" }, "No server has been found yet.")
      : [...model.servers.map(server(model)), ...(hidden > 0 ? [h("p", { class: "soft" }, `${plural(hidden, "more server", "more servers")}, without problems.`)] : [])];
  };

  const others = (model) => {
    const shown = new Set([...model.servers.flatMap((entry) => entry.watches.map((ref) => ref.id)), ...model.checks.flatMap((check) => check.watches)]);
    const rest = model.watches.filter((watch) => !shown.has(watch.id));
    return rest.length ? [h("div", { class: "card rows" }, rest.map((watch) => row(watch)))] : [];
  };

  const AT_FIRST = 8;

  const message = (entry) => {
    const body = h("div", { class: "chat-body" });
    // Escaped by the server; see ChatHtml. The policy forbids scripts in it besides.
    body.innerHTML = entry.html;
    const time = h("time", { class: "soft", datetime: entry.at }, entry.clock);
    const fate = entry.givenUp ? "Given up" : "Not delivered";
    const missing = entry.undelivered === "" ? null : h("p", { class: "undelivered" }, icon(entry.givenUp ? "critical" : "warning"), h("span", {}, h("b", {}, fate), `: ${entry.undelivered}`));
    return h("article", { class: `post ${entry.type}${missing ? " missing" : ""}`, id: entry.id, "aria-label": `${missing ? `${fate}, to` : "To"} ${entry.channel}, ${entry.clock}` },
      h("p", { class: "to" }, h("b", {}, `#${entry.channel}`), h("span", { class: "soft" }, ` ${entry.service}`)),
      missing,
      entry.machine
        ? h("details", { class: "bubble machine", "data-key": entry.id }, h("summary", { "data-key": `${entry.id}-summary` }, `JSON at ${entry.clock}: ${entry.preview}`), body)
        : h("div", { class: "bubble" },
            h("span", { class: "avatar", "aria-hidden": "true" }, "T"),
            h("div", { class: "said" }, h("p", { class: "from" }, h("b", {}, "Tagwatch"), h("span", { class: "app" }, "app"), time), body)));
  };

  const messages = (model) => {
    document.querySelector("#messages .intro").textContent = model.telling
      ? "What people were told, as their chat shows it, and what could not be delivered. The newest is on top."
      : "What topics published, as Slack would show it. There are no channels here, so nobody is told.";
    if (model.messages.length === 0) {
      return h("p", { class: "card empty" }, silence(model));
    }
    const older = model.messages.slice(AT_FIRST);
    return [
      ...model.messages.slice(0, AT_FIRST).map(message),
      ...(older.length ? [h("details", { class: "older", "data-key": "older" }, h("summary", { "data-key": "older-summary" }, plural(older.length, "older message", "older messages")), older.map(message))] : []),
    ];
  };

  const event = (entry) =>
    h("li", {}, h("time", { class: "soft", datetime: entry.at }, entry.clock), icon(entry.to),
      h("div", {}, h("b", {}, entry.title), h("span", { class: "soft" }, ` ${WORDS[entry.from]} → `), h("span", { class: `word ${entry.to}` }, WORDS[entry.to]), entry.reason === "" ? null : h("p", { class: "soft small" }, entry.reason)));

  const history = (model) => {
    if (model.history.length === 0) {
      return h("p", { class: "card empty" }, "No alarm has changed its state yet.");
    }
    const older = model.history.slice(12);
    return h("div", { class: "card" },
      h("ol", { class: "events" }, model.history.slice(0, 12).map(event)),
      older.length ? h("details", { "data-key": "events" }, h("summary", { "data-key": "events-summary" }, plural(older.length, "older change", "older changes")), h("ol", { class: "events" }, older.map(event))) : null);
  };

  const KINDS = { event: "It happens", reaction: "Tagwatch reacts", message: "People are told" };

  const story = (model) => {
    if (!model.story) {
      return [];
    }
    document.querySelector("#story h2").textContent = model.story.title;
    return [
      h("p", { class: `outcome ${model.story.complete ? "ok" : "critical"}` }, icon(model.story.complete ? "ok" : "critical"), model.story.closing),
      h("ol", { class: "steps" }, model.story.steps.map((step, i) => {
        const item = h("li", { class: `${step.kind}${step.happened ? "" : " missed"}`, tabindex: "0", "data-key": `step-${i}` },
          h("span", { class: "label", title: `${clock(step.at)} UTC` }, step.label),
          h("div", {}, h("span", { class: "kind soft" }, step.happened ? KINDS[step.kind] : "Did not happen"), h("p", {}, step.text)));
        ["pointerenter", "focus"].forEach((name) => item.addEventListener(name, () => mark(step.at)));
        ["pointerleave", "blur"].forEach((name) => item.addEventListener(name, () => mark(null)));
        return item;
      })),
    ];
  };

  window.Tagwatch.sections = { verdict, story, problems, over, checks, servers, others, messages, history };
})();
