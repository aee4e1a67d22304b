// A published site has no server to ask: this filters its catalogue in the browser.
"use strict";
const RashomonSite = (() => {
  const MOST = 500, PERIODS = 60, WIDTH = 1000, HEIGHT = 100;
  const MARKS = { single: "○", agreed: "●", contested: "≠" };
  let rows = null;

  async function catalogue(address) {
    if (!rows) rows = await (await fetch(address)).json();
    return rows;
  }

  const around = (longitude) => (longitude >= -180 && longitude <= 180 ? longitude : ((((longitude + 180) % 360) + 360) % 360) - 180);

  function inside(box, row) {
    const [west, south, east, north] = box.split(",").map(Number);
    if (row.lat === null || row.lat < south || row.lat > north) return false;
    if (east - west >= 360) return true;
    const [left, right] = [around(west), around(east)];
    return left <= right ? row.lon >= left && row.lon <= right : row.lon >= left || row.lon <= right;
  }

  const holds = (names, asked) => names.some((name) => name.includes(asked.toLowerCase()));
  const most = (row) => row.killed_high ?? row.killed, least = (row) => row.killed_low ?? row.killed;

  // Each filter of the form: whether a row is kept. The server's do the same.
  const KEEPS = {
    q: (row, asked) => asked.toLowerCase().trim().split(/\s+/).every((word) => row.words.includes(word)),
    type: (row, asked) => row.type === asked,
    status: (row, asked) => row.agreement === asked,
    since: (row, asked) => row.last_day !== null && row.last_day >= asked,
    until: (row, asked) => row.first_day !== null && row.first_day <= asked,
    dated: (row, asked) => asked === "any" || (row.first_day !== null) === (asked === "yes"),
    placed: (row, asked) => asked === "any" || (row.lat !== null) === (asked === "yes"),
    place: (row, asked) => holds(row.places, asked),
    actor: (row, asked) => holds(row.actors, asked),
    killed_from: (row, asked) => most(row) !== null && most(row) >= +asked,
    killed_to: (row, asked) => least(row) !== null && least(row) <= +asked,
    sources: (row, asked) => row.independent_sources >= +asked,
    box: (row, asked) => inside(asked, row),
  };
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const newest = (a, b) => compare(b.first_day || "", a.first_day || "") || compare(b.id, a.id);
  const ORDERS = {
    newest,
    oldest: (a, b) => compare(a.first_day || "9", b.first_day || "9") || compare(a.id, b.id),
    toll: (a, b) => (b.killed ?? -1) - (a.killed ?? -1) || newest(a, b),
    sources: (a, b) => b.independent_sources - a.independent_sources || newest(a, b),
    changed: (a, b) => compare(b.changed, a.changed) || compare(b.id, a.id),
  };

  async function filter(address, values) {
    const all = await catalogue(address);
    const asked = Object.entries(KEEPS).filter(([name]) => values.get(name));
    const meets = (row, but) => asked.every(([name, keeps]) => name === but || keeps(row, values.get(name)));
    const kept = all.filter((row) => meets(row)), types = {};
    for (const row of all) if (meets(row, "type")) types[row.type] = (types[row.type] || 0) + 1;
    return { all: all.length, types, kept: kept.sort(ORDERS[values.get("order")] || newest), values };
  }

  function cells(kept, zoom, view) {
    const degrees = RashomonMap.square(zoom), squares = new Map();
    for (const row of kept) {
      if (row.lat === null || (view && !inside(view, row))) continue;
      const key = `${Math.round(row.lon / degrees)},${Math.round(row.lat / degrees)}`;
      const cell = squares.get(key) || { count: 0, lat: 0, lon: 0, contested: 0, incident: row };
      cell.count += 1; cell.lat += row.lat; cell.lon += row.lon; cell.contested += row.agreement === "contested";
      squares.set(key, cell);
    }
    const made = [...squares.values()].map((cell) => ({ ...cell, lat: cell.lat / cell.count, lon: cell.lon / cell.count }));
    return { unplaced: kept.filter((row) => row.lat === null).length, cells: made };
  }

  function made(kind, attributes, ...inside) {
    const space = ["svg", "a", "title", "rect"].includes(kind) ? "http://www.w3.org/2000/svg" : "http://www.w3.org/1999/xhtml";
    const element = document.createElementNS(attributes.plain ? "http://www.w3.org/1999/xhtml" : space, kind);
    for (const [name, value] of Object.entries(attributes)) if (name !== "plain") element.setAttribute(name, value);
    element.append(...inside);
    return element;
  }

  const soft = (words) => made("span", { class: "none" }, words);

  function toll(row) {
    if (row.killed === null) return row.killed_low === null ? soft("–") : `${row.killed_low}–${row.killed_high ?? "?"}`;
    const [low, high] = [row.killed_low ?? row.killed, row.killed_high ?? row.killed];
    if (low === high) return figure(row.killed, row.killed_word);
    return made("span", {}, `${row.killed_word ? "~" : ""}${row.killed} `, made("small", {}, `(${low}–${high})`));
  }

  // A word that was read as a number ("dozens") is told apart from a reported figure.
  function figure(best, word) {
    return word ? made("span", {}, `${word} `, made("small", {}, `(${best}+)`)) : String(best);
  }

  // One line of the list, as the template makes it.
  function line(row) {
    const link = made("a", { plain: true, href: "incidents/" + row.file }, row.short);
    if (row.short !== row.title) link.append(made("span", { class: "unseen" }, row.title.slice(row.short.length)));
    const kind = row.type.replaceAll("_", " ");
    const name = made("th", { scope: "row", "data-label": "Incident" }, link);
    if (!row.short.toLowerCase().startsWith(kind)) name.append(" ", made("span", { class: "kind" }, kind));
    const days = row.when === null ? [soft("no day")] : row.when.split(" to ").flatMap((day, at) => [" ", made("span", {}, (at ? "to " : "") + day)]);
    const place = made("td", { "data-label": "Place" }, row.place || soft("no place"));
    if (["district", "region", "country"].includes(row.precision)) place.append(" ", made("span", { class: "kind" }, row.precision));
    const number = (label, value) => made("td", { class: "num", "data-label": label }, value);
    const status = made("span", { class: "status " + row.agreement }, made("span", { "aria-hidden": "true" }, MARKS[row.agreement]), " " + row.agreement);
    return made("tr", { "data-incident": row.id }, made("td", { class: "when", "data-label": "When" }, ...days), name, place, number("Killed", toll(row)),
      number("Injured", row.injured === null ? soft("–") : figure(row.injured, row.injured_word)), number("Sources", String(row.independent_sources)), made("td", { "data-label": "Status" }, status));
  }

  // Bars by day, month or year, the finest that makes at most so many; as the server's.
  function bars(found) {
    const days = found.kept.map((row) => row.first_day).filter(Boolean).sort();
    if (!days.length) return null;
    const at = (name) => (name.length === 10 ? Date.parse(name) / 864e5 : name.length === 4 ? +name : +name.slice(0, 4) * 12 + +name.slice(5) - 1);
    const [first, last] = [days[0], days[days.length - 1]], months = at(last.slice(0, 7)) - at(first.slice(0, 7));
    const letters = months * 31 + +last.slice(8) - first.slice(8) < PERIODS ? 10 : months < PERIODS ? 7 : 4;
    const periods = new Map();
    for (const row of found.kept) {
      if (row.first_day === null) continue;
      const name = row.first_day.slice(0, letters), period = periods.get(name) || { count: 0, contested: 0 };
      period.count += 1; period.contested += row.agreement === "contested";
      periods.set(name, period);
    }
    const start = at(first.slice(0, letters)), slots = at(last.slice(0, letters)) - start + 1, every = Math.ceil(slots / 8);
    const step = WIDTH / (every * Math.ceil(slots / every)), highest = Math.max(...[...periods.values()].map((period) => period.count));
    const named = (place) => (letters === 10 ? new Date(place * 864e5).toISOString().slice(0, 10) : letters === 4 ? String(place) : `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`);
    const labels = Array.from({ length: Math.ceil(slots / every) }, (_, index) => named(start + index * every));
    return { periods, at, start, step, highest, labels, unit: { 10: "day", 7: "month", 4: "year" }[letters] };
  }

  function ends(name) {
    if (name.length === 10) return [name, name];
    if (name.length === 4) return [`${name}-01-01`, `${name}-12-31`];
    return [`${name}-01`, new Date(Date.UTC(+name.slice(0, 4), +name.slice(5), 0)).toISOString().slice(0, 10)];
  }

  function timeline(found) {
    const figure = document.querySelector("#results .timeline");
    if (!figure) return;
    const drawn = bars(found);
    figure.hidden = drawn === null;
    if (drawn === null) return;
    figure.querySelector("figcaption").firstChild.data = `Incidents by ${drawn.unit}, at most ${drawn.highest}`;
    figure.querySelector("svg").setAttribute("aria-label", `Incidents by ${drawn.unit}`);
    const width = Math.min(Math.max(1, drawn.step * 0.88), 40);
    figure.querySelector("svg").replaceChildren(...[...drawn.periods].sort().map(([name, period]) => {
      const asked = new URLSearchParams(found.values), [since, until] = ends(name), height = Math.max(2, (HEIGHT * period.count) / drawn.highest);
      asked.delete("dated"); asked.set("since", since); asked.set("until", until);
      const x = (drawn.at(name) - drawn.start) * drawn.step + drawn.step * 0.06;
      const rect = (kind, tall) => made("rect", { class: kind, x, width, y: HEIGHT - tall, height: tall });
      return made("a", { href: `${location.pathname}?${asked}` }, made("title", {}, `${name}: ${period.count} incident${period.count === 1 ? "" : "s"}, ${period.contested} contested`),
        rect("hit", HEIGHT), rect("all", height), ...(period.contested ? [rect("contested", (height * period.contested) / period.count)] : []));
    }));
    figure.querySelector(".axis").replaceChildren(...drawn.labels.map((label) => made("li", {}, label)));
  }

  function count(found) {
    const asked = (field) => `${location.pathname}?${new URLSearchParams([...new URLSearchParams(found.values), [field, "no"]])}`;
    const told = [made("strong", {}, String(found.kept.length)), ` of ${found.all} incident${found.all === 1 ? "" : "s"}`];
    if (found.kept.length > MOST) told.push(`, the first ${MOST} shown`);
    for (const [field, kept, words] of [["dated", (row) => row.first_day === null, "without a day"], ["placed", (row) => row.lat === null, "not on the map"]]) {
      const many = found.kept.filter(kept).length;
      if (many) told.push(" · ", made("a", { plain: true, href: asked(field) }, `${many} ${words}`));
    }
    document.querySelector("#results .count").replaceChildren(...told, " ", made("a", { plain: true, class: "tomap", href: "#map" }, "To the map"));
  }

  function show(found) {
    count(found);
    timeline(found);
    const shown = found.kept.slice(0, MOST).map(line);
    if (!shown.length) shown.push(made("tr", {}, made("td", { colspan: "7" }, "No incident is like that.")));
    document.querySelector("#results tbody")?.replaceChildren(...shown);
    for (const option of document.querySelectorAll("#filter [name=type] option"))
      if (option.value) option.textContent = `${option.value.replaceAll("_", " ")} (${found.types[option.value] || 0})`;
    for (const pager of document.querySelectorAll("#results .pager")) pager.remove();
  }

  return { filter, cells, show };
})();
