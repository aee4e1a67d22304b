// Filtering without leaving the page, and the map beside the list. Without this script
// the form and the links do the same, a page at a time.
"use strict";
(() => {
  const form = document.getElementById("filter");
  // From this scale on only what is near the view is asked for: it is never many marks.
  const NEAR = 4;
  let map = null, layer = null, asked = 0, drawing = 0, spots = new Map(), drawn = null;

  const results = () => document.getElementById("results");
  const fields = () => JSON.parse(results().dataset.fields);

  function query(values) {
    return new URLSearchParams([...values].filter(([, value]) => value !== "" && value !== null)).toString();
  }

  function fromForm() {
    const values = new FormData(form);
    if (values.get("order") === "newest") values.delete("order");
    return query(values);
  }

  const catalogue = () => document.getElementById("map").dataset.catalogue;

  async function showSite(address, remember) {
    const values = new URL(address, location.href).searchParams;
    if (remember) history.pushState(null, "", address);
    results().dataset.fields = JSON.stringify(Object.fromEntries(values));
    RashomonSite.show(await RashomonSite.filter(catalogue(), values));
    await draw(false);
  }

  async function show(address, remember) {
    const mine = ++asked;
    if (catalogue()) { await showSite(address, remember); return; }
    results().setAttribute("aria-busy", "true");
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const text = await answer.text();
    if (mine !== asked) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("results");
    if (!fresh) { location.assign(address); return; }
    // What the map is drawn in stays; everything else is new.
    const holder = document.getElementById("map");
    fresh.querySelector("#map").replaceWith(holder);
    results().replaceWith(fresh);
    form.querySelector("[name=type]").replaceWith(page.querySelector("[name=type]"));
    if (remember) history.pushState(null, "", address);
    map.invalidateSize();
    await draw(false);
  }

  function fill(search) {
    const given = new URLSearchParams(search);
    for (const field of form.elements) if (field.name) field.value = given.get(field.name) || (field.name === "order" ? "newest" : "");
  }

  function here(search) { return location.pathname + (search ? "?" + search : ""); }

  let waiting = 0;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (event.target.validity && !event.target.validity.valid) return;
    waiting = setTimeout(() => show(here(fromForm()), true), event.target.tagName === "SELECT" ? 0 : 350);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(waiting); show(here(fromForm()), true); });
  window.addEventListener("popstate", () => { fill(location.search); show(location.href, false); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const address = new URL(link.href instanceof SVGAnimatedString ? link.href.baseVal : link.href, location.href);
    const inside = link.closest("#results, #filter") && address.origin === location.origin && address.pathname === new URL(form.action).pathname;
    if (!inside || link.hash) return;
    event.preventDefault();
    fill(address.search);
    show(address.href, true);
  });

  function edges(bounds, digits) {
    return [bounds.getWest(), Math.max(bounds.getSouth(), -90), bounds.getEast(), Math.min(bounds.getNorth(), 90)].map((edge) => edge.toFixed(digits)).join(",");
  }

  async function cells() {
    drawn = { zoom: map.getZoom(), bounds: map.getZoom() < NEAR ? null : map.getBounds().pad(0.5) };
    const view = drawn.bounds ? edges(drawn.bounds, 4) : "";
    if (catalogue()) {
      const found = await RashomonSite.filter(catalogue(), new URLSearchParams(fields()));
      return RashomonSite.cells(found.kept, drawn.zoom, view);
    }
    const asking = new URLSearchParams(fields());
    asking.set("zoom", drawn.zoom);
    if (view) asking.set("view", view);
    return (await fetch(document.getElementById("map").dataset.cells + "?" + asking)).json();
  }

  function link(incident) {
    const made = document.createElement("a");
    made.href = incident.file ? "incidents/" + incident.file : document.getElementById("map").dataset.incident.replace("ID", encodeURIComponent(incident.id));
    made.textContent = incident.title;
    return made;
  }

  function pile(cell) {
    const size = Math.min(36, Math.round(24 + 4 * Math.log10(cell.count)));
    const told = cell.count < 1000 ? String(cell.count) : `${Math.round(cell.count / 1000)}k`;
    const icon = L.divIcon({ className: "pile", html: told, iconSize: [size, size] });
    const label = `${cell.count} incidents, ${cell.contested} contested`;
    const marker = L.marker(RashomonMap.apart(cell, drawn.zoom), { icon, title: label, alt: label, keyboard: true });
    marker.on("click", () => {
      if (map.getZoom() < map.getMaxZoom() - 3) { map.setView([cell.lat, cell.lon], map.getZoom() + 2); return; }
      const reach = 0.05;
      const box = [cell.lon - reach, cell.lat - reach, cell.lon + reach, cell.lat + reach].map((edge) => edge.toFixed(3)).join(",");
      form.elements.box.value = box;
      show(here(fromForm()), true);
    });
    return marker;
  }

  async function draw(fit) {
    const mine = ++drawing;
    const found = await cells();
    if (mine !== drawing) return;
    layer.clearLayers();
    spots = new Map();
    for (const cell of found.cells) {
      if (cell.count > 1) { pile(cell).addTo(layer); continue; }
      const spot = RashomonMap.visible(RashomonMap.mark(cell.incident, cell.contested > 0), map);
      const told = document.createElement("div");
      told.append(link(cell.incident), document.createElement("br"), [cell.incident.place, cell.incident.first_day].filter(Boolean).join(", "));
      spot.bindPopup(told).bindTooltip(RashomonMap.words(cell.incident.title));
      spot.addTo(layer);
      spots.set(cell.incident.id, spot);
    }
    const many = document.querySelector("#results .count strong").textContent - found.unplaced;
    document.getElementById("mapnote").textContent =
      `${many} on the map, ${found.unplaced} without a point. Dashed areas: the place is known only so far.`;
    if (fit && found.cells.length) {
      const bounds = L.latLngBounds(found.cells.map((cell) => [cell.lat, cell.lon]));
      map.fitBounds(bounds.pad(0.2), { maxZoom: 6, animate: false });
    }
    document.getElementById("map").dataset.drawn = String(found.cells.length);
  }

  function linkRows(event, on) {
    const row = event.target.closest("tr[data-incident]");
    const spot = row && spots.get(row.dataset.incident);
    if (spot && spot.getElement()) spot.getElement().classList.toggle("linked", on);
  }
  for (const [kind, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]])
    document.addEventListener(kind, (event) => linkRows(event, on));

  function start() {
    map = RashomonMap.make(document.getElementById("map"));
    layer = L.layerGroup().addTo(map);
    const Here = L.Control.extend({
      onAdd() {
        const button = L.DomUtil.create("button", "quiet");
        button.type = "button";
        button.textContent = "Only what is in view";
        L.DomEvent.disableClickPropagation(button);
        button.addEventListener("click", () => {
          form.elements.box.value = edges(map.getBounds(), 2);
          show(here(fromForm()), true);
        });
        return button;
      },
    });
    new Here({ position: "topright" }).addTo(map);
    if (catalogue() && location.search) { fill(location.search); showSite(location.href, false); }
    const moved = () => {
      if (map.getZoom() !== drawn.zoom || (drawn.bounds && !drawn.bounds.contains(map.getBounds()))) draw(false);
    };
    draw(true).then(() => { map.on("moveend", moved); moved(); });
  }
  start();
})();
