// A published site has no server to ask: this filters its catalogue in the browser.
"use strict";
const RashomonSite = (() => {
  const MOST = 500;
  let rows = null;

  async function catalogue(address) {
    if (!rows) rows = await (await fetch(address)).json();
    return rows;
  }

  function inside(box, row) {
    const [west, south, east, north] = box.split(",").map(Number);
    return row.lat !== null && row.lat >= south && row.lat <= north && row.lon >= west && row.lon <= east;
  }

  // Each filter of the form: whether a row is kept. The server's do the same.
  const KEEPS = {
    q: (row, asked) => asked.toLowerCase().split(/\s+/).every((word) => row.words.includes(word)),
    type: (row, asked) => row.type === asked,
    status: (row, asked) => row.agreement === asked,
    since: (row, asked) => row.last_day !== null && row.last_day >= asked,
    until: (row, asked) => row.first_day !== null && row.first_day <= asked,
    dated: (row, asked) => asked === "any" || (row.first_day !== null) === (asked === "yes"),
    placed: (row, asked) => asked === "any" || (row.lat !== null) === (asked === "yes"),
    place: (row, asked) => (row.place || "").toLowerCase().includes(asked.toLowerCase()),
    actor: (row, asked) => row.words.includes(asked.toLowerCase()),
    killed_from: (row, asked) => (row.killed_high ?? row.killed ?? -1) >= +asked,
    killed_to: (row, asked) => row.killed !== null && (row.killed_low ?? row.killed) <= +asked,
    sources: (row, asked) => row.independent_sources >= +asked,
    box: (row, asked) => inside(asked, row),
  };
  const ORDERS = {
    newest: (a, b) => (b.first_day || "").localeCompare(a.first_day || ""),
    oldest: (a, b) => (a.first_day || "9").localeCompare(b.first_day || "9"),
    toll: (a, b) => (b.killed ?? -1) - (a.killed ?? -1),
    sources: (a, b) => b.independent_sources - a.independent_sources,
    changed: (a, b) => b.changed.localeCompare(a.changed),
  };

  async function filter(address, values) {
    const all = await catalogue(address);
    const kept = all.filter((row) => Object.entries(KEEPS).every(([name, keeps]) => !values.get(name) || keeps(row, values.get(name))));
    return { all: all.length, kept: kept.sort(ORDERS[values.get("order")] || ORDERS.newest) };
  }

  function cells(kept, zoom) {
    const degrees = (360 * 32) / (256 * 2 ** zoom), squares = new Map();
    for (const row of kept) {
      if (row.lat === null) continue;
      const key = `${Math.round(row.lon / degrees)},${Math.round(row.lat / degrees)}`;
      const cell = squares.get(key) || { count: 0, lat: 0, lon: 0, contested: 0, incident: row };
      cell.count += 1; cell.lat += row.lat; cell.lon += row.lon; cell.contested += row.agreement === "contested";
      squares.set(key, cell);
    }
    const made = [...squares.values()].map((cell) => ({ ...cell, lat: cell.lat / cell.count, lon: cell.lon / cell.count }));
    return { unplaced: kept.filter((row) => row.lat === null).length, cells: made };
  }

  function cell(kind, label, words) {
    const made = document.createElement(kind);
    made.dataset.label = label;
    made.append(words);
    return made;
  }

  function line(row) {
    const made = document.createElement("tr");
    made.dataset.incident = row.id;
    const link = document.createElement("a");
    link.href = "incidents/" + row.file;
    link.textContent = row.title;
    const when = row.first_day === null ? "no day" : row.first_day === row.last_day ? row.first_day : row.first_day + " to " + row.last_day;
    const name = cell("th", "Incident", link);
    name.scope = "row";
    made.append(cell("td", "When", when), name, cell("td", "Place", row.place || "no place"), cell("td", "Killed", String(row.killed ?? "–")),
      cell("td", "Injured", String(row.injured ?? "–")), cell("td", "Sources", String(row.independent_sources)), cell("td", "Status", row.agreement));
    for (const at of [3, 4, 5]) made.children[at].className = "num";
    return made;
  }

  function show(found) {
    const count = document.querySelector("#results .count");
    count.textContent = `${found.kept.length} of ${found.all} incidents` + (found.kept.length > MOST ? `, the first ${MOST} shown` : "");
    const body = document.querySelector("#results tbody");
    if (body) body.replaceChildren(...found.kept.slice(0, MOST).map(line));
    for (const pager of document.querySelectorAll("#results .pager")) pager.remove();
  }

  return { filter, cells, show };
})();
