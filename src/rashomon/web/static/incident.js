// One incident: its place on the map, and its toll as it was told.
"use strict";
(() => {
  const holder = document.getElementById("map");
  if (holder) {
    const map = RashomonMap.make(holder);
    const where = { lat: +holder.dataset.lat, lon: +holder.dataset.lon, precision: holder.dataset.precision };
    // Wide enough for a coast or a border to tell where it is.
    map.setView([where.lat, where.lon], 3, { animate: false });
    RashomonMap.visible(RashomonMap.mark(where, false), map).bindTooltip(RashomonMap.words(holder.dataset.label)).addTo(map);
  }

  const plot = document.getElementById("toll");
  if (!plot) return;
  const lines = JSON.parse(plot.dataset.lines);
  const moments = [...new Set(lines.flatMap((line) => line.figures.map((f) => Date.parse(f.published) / 1000)))].sort((a, b) => a - b);
  const most = Math.max(...lines.flatMap((line) => line.figures.map((f) => f.low)));
  if (moments.length < 2 || most === 0) return;
  const styles = getComputedStyle(document.documentElement);
  const colour = (name) => styles.getPropertyValue(name).trim();
  const inks = { killed: colour("--harm-ink"), injured: colour("--what-ink"), missing: colour("--who-ink") };
  const highest = (line, moment, which) => {
    const then = line.figures.filter((f) => Date.parse(f.published) / 1000 === moment).map(which).filter((x) => x !== null);
    return then.length ? Math.max(...then) : null;
  };
  const data = [moments, ...lines.map((line) => moments.map((moment) => highest(line, moment, (f) => f.low)))];
  const written = (moment) => new Date(moment * 1000).toISOString().slice(0, 16).replace("T", " ").replace(" 00:00", "");
  // Where only days are known, hours between them would be noise.
  const timed = lines.some((line) => line.figures.some((f) => f.published.length > 10));
  const incrs = timed ? undefined : [1, 2, 5, 10, 30, 90, 365, 1825].map((days) => days * 86400);
  const axis = { stroke: colour("--soft"), grid: { stroke: colour("--line"), width: 1 }, ticks: { stroke: colour("--line") } };
  const chart = new uPlot({
    width: plot.clientWidth - 16, height: 220, padding: [8, 60, 0, 0],
    scales: { y: { range: (_, low, high) => [0, Math.max(high * 1.15, 1)] } },
    tzDate: (moment) => uPlot.tzDate(new Date(moment * 1000), "Etc/UTC"),
    axes: [{ ...axis, space: 120, ...(incrs && { incrs }), values: (_, ticks) => ticks.map(written) }, { ...axis, size: 44 }],
    series: [{ label: "Published", value: (_, moment) => (moment === null ? "–" : written(moment)) }, ...lines.map((line) => ({ label: line.attribute.replace("_", " "), stroke: inks[line.attribute], width: 2, spanGaps: true, points: { show: true, size: 8 } }))],
  }, data, plot);
  addEventListener("resize", () => chart.setSize({ width: plot.clientWidth - 16, height: 220 }));
})();
