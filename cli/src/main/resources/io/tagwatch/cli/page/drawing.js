// Draws series, small series and strips.
(() => {
  "use strict";
  const { h, s, clock, stamp } = window.Tagwatch;
  const charts = new Map();
  let moment = null;

  /** A colour of page.css as the browser resolves it now. */
  const color = (name) => {
    const probe = h("i", { hidden: true });
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    const resolved = getComputedStyle(probe).color;
    probe.remove();
    return resolved;
  };

  const palette = () =>
    Object.fromEntries(
      ["text", "soft", "line", "card", "critical", "warning", "info", "ok", "no_data",
        "critical-tint", "warning-tint", "info-tint"].map((name) => [name, color(name)]),
    );

  // Missing periods are gaps: a line through them would claim what nobody measured.
  const withGaps = (chart) => {
    const points = [];
    chart.points.forEach((point, i) => {
      const before = chart.points[i - 1];
      if (before && point.t - before.t > chart.period * 1.5) {
        points.push({ x: before.t + chart.period, y: null });
      }
      points.push({ x: point.t, y: point.v, point });
    });
    return points;
  };

  /** A measurement without neighbours makes no line: it needs a dot of its own. */
  const alone = (points, i) => {
    const known = (point) => point && point.y !== null;
    return known(points[i]) && !known(points[i - 1]) && !known(points[i + 1]);
  };

  const STEPS = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];

  const timeTicks = (from, to, most) => {
    const step = STEPS.find((size) => (to - from) / size <= most) || 604800;
    const ticks = [];
    for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
      ticks.push({ value: t });
    }
    return ticks;
  };

  const isSwitch = (watch) => watch.alarm === "check-down";

  // The bad side of a limit is tinted; its line and words are drawn over the curve.
  const limits = {
    id: "limits",
    beforeDatasetsDraw({ ctx, chartArea: area, scales }, _, { watch, colors }) {
      if (isSwitch(watch)) {
        return;
      }
      watch.chart.limits.forEach((limit) => {
        const edge = Math.min(area.bottom, Math.max(area.top, scales.y.getPixelForValue(limit.v)));
        const [top, bottom] = limit.below ? [edge, area.bottom] : [area.top, edge];
        ctx.save();
        ctx.fillStyle = colors[`${limit.severity}-tint`];
        ctx.globalAlpha = 0.6;
        const [left, right] = stretch(limit, area, scales);
        ctx.fillRect(left, top, right - left, bottom - top);
        ctx.restore();
      });
    },
    afterDatasetsDraw({ ctx, chartArea: area, scales }, _, { watch, colors }) {
      if (isSwitch(watch)) {
        return;
      }
      const inside = watch.chart.limits
        .map((limit) => {
          const [left, right] = stretch(limit, area, scales);
          return { ...limit, left, right, y: scales.y.getPixelForValue(limit.v) };
        })
        .filter(({ y }) => y >= area.top && y <= area.bottom);
      ctx.save();
      ctx.lineWidth = 1.25;
      inside.forEach((limit) => {
        ctx.strokeStyle = colors[limit.severity];
        ctx.setLineDash(limit.severity === "critical" ? [6, 4] : [2, 3]);
        ctx.beginPath();
        ctx.moveTo(limit.left, limit.y);
        ctx.lineTo(limit.right, limit.y);
        ctx.stroke();
      });
      ctx.restore();
      label(ctx, area, inside, colors);
    },
  };

  /** Where a limit that was another before begins and ends. */
  const stretch = (limit, area, scales) => [
    Math.max(area.left, scales.x.getPixelForValue(limit.from)),
    Math.min(area.right, scales.x.getPixelForValue(limit.to)),
  ];

  /** Names each limit above or below its line, left or right: wherever nothing stands yet. The one of now comes first. */
  const label = (ctx, area, inside, colors) => {
    const taken = [];
    ctx.save();
    ctx.font = `600 11px ${Chart.defaults.font.family}`;
    ctx.textBaseline = "top";
    ctx.lineWidth = 4;
    ctx.lineJoin = "round";
    ctx.strokeStyle = colors.card;
    [...inside].sort((one, other) => other.now - one.now).forEach((limit) => {
      const words = `${limit.severity} ${limit.label}`;
      const width = ctx.measureText(words).width;
      const free = ([left, top]) =>
        top >= area.top - 4 && top + 12 <= area.bottom && left >= area.left && left + width <= area.right &&
        taken.every((other) => Math.abs(other.top - top) >= 12 || left > other.left + other.width || left + width < other.left);
      const [left, right] = [limit.left + 6, limit.right - width - 6];
      const [above, under] = [limit.y - 14, limit.y + 3];
      // A line of the past is short: its words stand where the curve that broke it does not run.
      const places = limit.now
        ? [[left, above], [left, under], [right, above], [right, under]]
        : [[left, limit.below ? above : under], [right, limit.below ? above : under]];
      const place = taken.some((other) => other.words === words) ? null : places.find(free);
      if (place) {
        taken.push({ left: place[0], top: place[1], width, words });
        ctx.fillStyle = colors[limit.severity];
        ctx.strokeText(words, ...place);
        ctx.fillText(words, ...place);
      }
    });
    ctx.restore();
  };

  // Under the axis: how the alarm was. A problem is a thick bar, OK a thin one, no data dots.
  const bands = {
    id: "bands",
    afterDraw(drawn, _, { watch, colors }) {
      const { ctx, chartArea: area, scales } = drawn;
      const y = drawn.height - 6;
      ctx.save();
      ctx.fillStyle = colors.soft;
      ctx.font = `11px ${Chart.defaults.font.family}`;
      ctx.textAlign = "right";
      ctx.textBaseline = "middle";
      ctx.fillText("alarm", area.left - 8, y);
      watch.chart.bands.forEach((band) => {
        const from = Math.max(area.left, scales.x.getPixelForValue(band.from));
        const to = Math.min(area.right, scales.x.getPixelForValue(band.to));
        if (to <= from) {
          return;
        }
        ctx.strokeStyle = colors[band.mood];
        ctx.lineWidth = band.mood === "ok" ? 2 : band.mood === "no_data" ? 2 : 7;
        ctx.setLineDash(band.mood === "no_data" ? [2, 4] : []);
        ctx.beginPath();
        ctx.moveTo(from, y);
        ctx.lineTo(Math.max(to, from + 2), y);
        ctx.stroke();
      });
      if (moment !== null && moment >= watch.chart.from && moment <= watch.chart.to) {
        const x = scales.x.getPixelForValue(moment);
        ctx.strokeStyle = colors.text;
        ctx.lineWidth = 1.5;
        ctx.setLineDash([]);
        ctx.beginPath();
        ctx.moveTo(x, area.top);
        ctx.lineTo(x, drawn.height);
        ctx.stroke();
      }
      ctx.restore();
    },
  };

  const valueScale = (watch, colors) => {
    const { unit, limits: lines, points } = watch.chart;
    const top = Math.max(...lines.map((line) => line.v), ...points.map((point) => point.v));
    const lowest = Math.min(0, ...points.map((point) => point.v));
    const whole = points.every((point) => Number.isInteger(point.v));
    const shared = { afterFit: (axis) => (axis.width = Math.max(axis.width, 56)), grid: { color: colors.line, drawTicks: false }, border: { display: false } };
    if (isSwitch(watch)) {
      return {
        ...shared,
        min: -0.15,
        max: 1.25,
        afterBuildTicks: (axis) => (axis.ticks = [{ value: 0 }, { value: 1 }]),
        ticks: { color: colors.soft, padding: 8, callback: (value) => (value ? "up" : "down") },
      };
    }
    return {
      ...shared,
      min: lowest,
      suggestedMax: unit === "%" ? (top > 50 ? 100 : top * 1.25) : top * 1.15 || 1,
      ticks: {
        color: colors.soft,
        padding: 8,
        maxTicksLimit: 5,
        precision: whole ? 0 : undefined,
        callback: (value) => (unit ? `${value} ${unit}` : value),
      },
    };
  };

  const options = (watch, colors) => ({
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    normalized: true,
    parsing: false,
    layout: { padding: { bottom: 12, top: 4, right: 6 } },
    interaction: { mode: "nearest", axis: "x", intersect: false },
    scales: {
      x: {
        type: "linear",
        min: watch.chart.from,
        max: watch.chart.to,
        grid: { display: false },
        border: { color: colors.line },
        afterBuildTicks: (axis) =>
          (axis.ticks = timeTicks(axis.min, axis.max, Math.max(2, Math.floor(axis.width / 70)))),
        ticks: { color: colors.soft, maxRotation: 0, callback: (value) => stamp(value, watch.chart.to - watch.chart.from) },
      },
      y: valueScale(watch, colors),
    },
    plugins: {
      legend: { display: false },
      tooltip: {
        displayColors: false,
        callbacks: {
          title: ([item]) => `${stamp(item.parsed.x, watch.chart.to - watch.chart.from)} UTC`,
          label: (item) => {
            const { point } = item.raw;
            const words = isSwitch(watch)
              ? point.v < 1 ? "down" : "up"
              : `${Math.round(point.v * 100) / 100} ${watch.chart.unit}`;
            return words + (beyond(point) ? `, ${point.beyond}` : "") + (point.decided ? ", decided" : "");
          },
        },
      },
      limits: { watch, colors },
      bands: { watch, colors },
    },
  });

  const beyond = (point) => point && point.beyond !== "ok";

  const dataset = (watch, colors) => {
    const tone = (point) => (beyond(point) ? colors[point.beyond] : colors.text);
    const chosen = (context) => context.raw && context.raw.point && context.raw.point.decided;
    return {
      data: withGaps(watch.chart),
      stepped: isSwitch(watch) ? "after" : false,
      borderWidth: 2,
      borderColor: colors.text,
      segment: { borderColor: (context) => tone(context.p1.raw.point) },
      pointRadius: (context) => (chosen(context) ? 4.5 : alone(context.dataset.data, context.dataIndex) ? 3 : 0),
      pointHoverRadius: 5,
      pointBorderWidth: 1.5,
      pointBorderColor: colors.card,
      pointBackgroundColor: (context) => tone(context.raw && context.raw.point),
      spanGaps: false,
      clip: false,
    };
  };

  const summary = (watch) => {
    const { points, limits: lines, from, to } = watch.chart;
    return (
      `${watch.name} from ${stamp(from, to - from)} to ${stamp(to, to - from)} UTC: ` +
      `${points.length} measurements, ${points.filter(beyond).length} beyond a limit, ${watch.measured ? `the last one ${watch.value} at ${watch.measured}` : `now ${watch.value}`}. ` +
      lines.map((line) => `${line.severity} ${line.label}${line.now ? "" : ` from ${stamp(line.from, to - from)} to ${stamp(line.to, to - from)}`}`).join(", ")
    );
  };

  /** The series over its limits; drawn when it first comes into sight. */
  const series = (watch) => {
    const canvas = h("canvas", { role: "img", "aria-label": summary(watch) });
    const frame = h("div", { class: isSwitch(watch) ? "chart flat" : "chart" }, canvas);
    const draw = () => {
      const colors = palette();
      charts.set(
        canvas,
        new Chart(canvas, {
          type: "line",
          data: { datasets: [dataset(watch, colors)] },
          options: options(watch, colors),
          plugins: [limits, bands],
        }),
      );
    };
    new IntersectionObserver((entries, observer) => {
      if (entries.some((entry) => entry.isIntersecting) && canvas.isConnected) {
        observer.disconnect();
        draw();
      }
    }, { rootMargin: "400px" }).observe(frame);
    frame.redraw = () => {
      if (charts.has(canvas)) {
        charts.get(canvas).destroy();
        draw();
      }
    };
    return frame;
  };

  /** Frees the charts of elements that are about to go. */
  const forget = (container) =>
    container.querySelectorAll("canvas").forEach((canvas) => {
      charts.get(canvas)?.destroy();
      charts.delete(canvas);
    });

  const redraw = () => document.querySelectorAll(".chart").forEach((frame) => frame.redraw());

  /** Marks one moment in all charts; null takes the mark away. */
  const mark = (seconds) => {
    moment = seconds;
    charts.forEach((chart) => chart.draw());
  };

  /** A series the height of a line of text. */
  const sparkline = (watch) => {
    const { chart } = watch;
    const [width, height] = [120, 26];
    const values = [...chart.points.map((point) => point.v), ...chart.limits.map((limit) => limit.v)];
    const [low, high] = [Math.min(0, ...values), Math.max(...values) * 1.05 || 1];
    const x = (t) => ((t - chart.from) / (chart.to - chart.from || 1)) * (width - 4) + 2;
    const y = (v) => height - 2 - ((v - low) / (high - low || 1)) * (height - 4);
    let path = "";
    withGaps(chart).forEach((point, i, all) => {
      if (point.y !== null) {
        const starts = i === 0 || all[i - 1].y === null;
        path += `${starts ? "M" : "L"}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}${alone(all, i) ? "h.01" : ""}`;
      }
    });
    const last = chart.points[chart.points.length - 1];
    return s(
      "svg",
      { class: "sparkline", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      chart.limits.map((limit) =>
        s("path", { class: `limit ${limit.severity}`, d: `M${limit.from <= chart.from ? 0 : x(limit.from).toFixed(1)} ${y(limit.v).toFixed(1)}H${limit.to >= chart.to ? width : x(limit.to).toFixed(1)}` }),
      ),
      s("path", { class: "curve", d: path }),
      s("path", { class: `last ${watch.mood}`, d: `M${x(last.t).toFixed(1)} ${y(last.v).toFixed(1)}h.01` }),
    );
  };

  const VERDICTS = { up: "up", down: "down", unknown: "not probed" };

  /** Minutes up and down with a mark at round times. Down is taller and hatched. */
  const strip = (check, from, to) => {
    const share = (t) => ((t - from) / (to - from)) * 100;
    const bar = s(
      "svg",
      { class: "strip", role: "img", "aria-label": spoken(check) },
      check.runs.filter((run) => run.to > from).map((run) => {
        const left = share(Math.max(from, run.from));
        const down = run.verdict === "down";
        const [y, height] = { up: [9, 12], down: [0, 30], unknown: [13, 4] }[run.verdict];
        return s(
          "rect",
          {
            class: run.verdict,
            x: `${left}%`,
            width: `${Math.max(down ? 0.6 : 0, share(run.to) - left)}%`,
            y,
            height,
            fill: down ? "url(#hatch)" : null,
          },
          s("title", {}, `${VERDICTS[run.verdict]} ${clock(run.from)} to ${clock(run.to)} UTC`),
        );
      }),
    );
    const labels = h("div", { class: "hours", "aria-hidden": "true" },
      timeTicks(from, to, 8).filter(({ value }) => share(value) > 6 && share(value) < 94).map(({ value }) => {
        const label = h("span", {}, clock(value));
        label.style.left = `${share(value)}%`;
        return label;
      }));
    return h("div", { class: "strip-frame" }, bar, labels);
  };

  const spoken = (check) =>
    check.runs.map((run) => `${VERDICTS[run.verdict]} ${clock(run.from)} to ${clock(run.to)}`).join(", ");

  const style = getComputedStyle(document.documentElement);
  Chart.defaults.font.family = style.getPropertyValue("--font").trim() || "sans-serif";
  Chart.defaults.font.size = 11;
  window.TagwatchTheme.onChange(() => requestAnimationFrame(redraw));

  Object.assign(window.Tagwatch, { series, sparkline, strip, forget, mark });
})();
