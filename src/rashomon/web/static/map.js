// The map: countries, incidents as spots or areas, piles of many; drawn from JSON only.
"use strict";
const RashomonMap = (() => {
  // How far from its point a place of each precision may reach, in metres.
  const REACH = { exact: 0, facility: 0, settlement: 5000, district: 20000, region: 80000, country: 250000 };

  function make(holder) {
    const map = L.map(holder, {
      zoomControl: true, attributionControl: true, worldCopyJump: true, minZoom: 1, maxZoom: 12,
      zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    });
    map.attributionControl.setPrefix(false);
    map.attributionControl.addAttribution("Natural Earth · GeoNames");
    map.setView([25, 20], 2);
    fetch(holder.dataset.world).then((answer) => answer.json()).then((world) => {
      L.geoJSON(world, { interactive: false, className: "country" }).addTo(map).bringToBack();
      holder.dataset.ready = "true";
    });
    return map;
  }

  // An exact place is a spot; a less exact one an area, never a pin.
  function mark(where, contested) {
    const reach = REACH[where.precision] || 0;
    const named = contested ? " contested" : "";
    if (!reach) return L.circleMarker([where.lat, where.lon], { radius: 6, className: "spot" + named });
    return L.circle([where.lat, where.lon], { radius: reach, className: "area" + named });
  }

  // An area that would be smaller than a spot on the screen could not be hit.
  function visible(layer, map) {
    if (!(layer instanceof L.Circle)) return layer;
    const metres = 40075016 * Math.cos((layer.getLatLng().lat * Math.PI) / 180) / (256 * 2 ** map.getZoom());
    if (layer.getRadius() / metres >= 8) return layer;
    return L.circleMarker(layer.getLatLng(), { radius: 8, className: layer.options.className });
  }

  // Leaflet takes a string for markup; what a report says is only ever words.
  function words(text) {
    const told = document.createElement("span");
    told.textContent = text;
    return told;
  }

  // The side of a square in which incidents are piled, in degrees: 48 points of the screen.
  const square = (zoom) => (360 * 48) / (256 * 2 ** zoom);

  // A pile stands in the middle of its square or near it: two are never less than 36
  // points apart, so that none covers another.
  function apart(cell, zoom) {
    const side = square(zoom), slack = side / 8;
    const near = (at) => Math.min(Math.max(at, Math.round(at / side) * side - slack), Math.round(at / side) * side + slack);
    return [near(cell.lat), near(cell.lon)];
  }

  return { make, mark, visible, words, square, apart };
})();
