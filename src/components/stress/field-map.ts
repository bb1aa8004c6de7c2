// A meridian section of the particle on a canvas, one field in each half, with axes, scale bar and colour bars in SVG.
import * as d3 from "npm:d3";

/** One nodal field drawn in one half of the section. */
export interface HalfField {
  /** which half: the domain r ≥ 0 is drawn to the right, or mirrored to the left */
  side: "left" | "right";
  label: string;
  unit: string;
  /** one value a node, in `unit` */
  values: ArrayLike<number>;
  domain: [number, number];
  colour: (value: number) => string;
}

export interface FieldMapOptions {
  /** node coordinates r0, z0, r1, z1, … in µm */
  coordinates: ArrayLike<number>;
  /** straight triangles, three nodes each */
  triangles: ArrayLike<number>;
  halves: HalfField[];
  /** polylines r0, z0, r1, z1, … in µm, drawn over the left half */
  streamlines?: ArrayLike<number>[];
  /** marked points in µm, drawn in the right half */
  marks?: { label: string; r: number; z: number }[];
  /** radius of the view around `centre`, µm */
  extent: number;
  centre?: [number, number];
  width: number;
  showMesh?: boolean;
  /** called with the position under the cursor, in µm, or null when it leaves */
  onCursor?: (position: { r: number; z: number; side: "left" | "right" } | null) => void;
}

const margin = { top: 8, right: 62, bottom: 30, left: 62 };

/** Width and height of the map in CSS pixels for a page width; pages reserve this box before the data is there. */
export function fieldMapSize(width: number): { width: number; height: number; side: number } {
  const side = Math.max(160, Math.min(560, width - margin.left - margin.right));
  return { width: side + margin.left + margin.right, height: side + margin.top + margin.bottom, side };
}

export function fieldMap(options: FieldMapOptions): HTMLElement {
  const { width, height, side } = fieldMapSize(options.width);
  const [r0, z0] = options.centre ?? [0, 0];
  const x = d3.scaleLinear([r0 - options.extent, r0 + options.extent], [margin.left, margin.left + side]);
  const y = d3.scaleLinear([z0 - options.extent, z0 + options.extent], [margin.top + side, margin.top]);
  const root = document.createElement("div");
  root.className = "field-map";
  root.style.cssText = `position: relative; width: ${width}px; height: ${height}px;`;
  root.append(paint(options, x, y, width, height, side), overlay(options, x, y, width, height, side));
  if (options.onCursor) trackCursor(root, options, x, y, side);
  return root;
}

type Scale = d3.ScaleLinear<number, number>;

function paint(o: FieldMapOptions, x: Scale, y: Scale, width: number, height: number, side: number) {
  const canvas = document.createElement("canvas");
  const ratio = globalThis.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.cssText = `position: absolute; width: ${width}px; height: ${height}px;`;
  canvas.setAttribute("aria-hidden", "true");
  const context = canvas.getContext("2d");
  if (!context) return canvas;
  context.scale(ratio, ratio);
  context.beginPath();
  context.rect(margin.left, margin.top, side, side);
  context.clip();
  for (const half of o.halves) {
    const sign = half.side === "left" ? -1 : 1;
    for (let t = 0; t < o.triangles.length; t += 3) {
      const [a, b, c] = [o.triangles[t], o.triangles[t + 1], o.triangles[t + 2]];
      const value = (half.values[a] + half.values[b] + half.values[c]) / 3;
      context.beginPath();
      context.moveTo(x(sign * o.coordinates[2 * a]), y(o.coordinates[2 * a + 1]));
      context.lineTo(x(sign * o.coordinates[2 * b]), y(o.coordinates[2 * b + 1]));
      context.lineTo(x(sign * o.coordinates[2 * c]), y(o.coordinates[2 * c + 1]));
      context.closePath();
      context.fillStyle = context.strokeStyle = half.colour(value);
      context.fill();
      // neighbouring triangles leave hairlines between them where edges are anti-aliased
      context.lineWidth = 0.6;
      if (o.showMesh) context.strokeStyle = "rgba(128, 128, 128, 0.6)";
      context.stroke();
    }
  }
  return canvas;
}

function overlay(o: FieldMapOptions, x: Scale, y: Scale, width: number, height: number, side: number) {
  const svg = d3
    .create("svg")
    .attr("width", width)
    .attr("height", height)
    .attr("viewBox", `0 0 ${width} ${height}`)
    .attr("aria-hidden", "true")
    .attr("font-family", "var(--sans-serif)")
    .attr("font-size", 11)
    .attr("fill", "currentColor")
    .style("position", "absolute");
  const clip = `clip-${Math.round(x(0))}-${Math.round(y(0))}-${side}`;
  svg
    .append("clipPath")
    .attr("id", clip)
    .append("rect")
    .attr("x", margin.left)
    .attr("y", margin.top)
    .attr("width", side)
    .attr("height", side);
  const inner = svg.append("g").attr("clip-path", `url(#${clip})`);
  inner
    .append("line")
    .attr("x1", x(0))
    .attr("x2", x(0))
    .attr("y1", margin.top)
    .attr("y2", margin.top + side)
    .attr("stroke", "currentColor")
    .attr("stroke-dasharray", "4,3")
    .attr("stroke-opacity", 0.6);
  for (const line of o.streamlines ?? []) {
    let path = "";
    for (let i = 0; i < line.length; i += 2)
      path += `${i ? "L" : "M"}${x(-line[i]).toFixed(1)},${y(line[i + 1]).toFixed(1)}`;
    inner
      .append("path")
      .attr("d", path)
      .attr("fill", "none")
      .attr("stroke", "white")
      .attr("stroke-opacity", 0.75);
  }
  for (const mark of o.marks ?? []) {
    const [px, py] = [x(mark.r), y(mark.z)];
    inner
      .append("circle")
      .attr("cx", px)
      .attr("cy", py)
      .attr("r", 4)
      .attr("fill", "none")
      .attr("stroke", "black")
      .attr("stroke-width", 2);
    inner
      .append("text")
      .attr("x", px + 8)
      .attr("y", py + 4)
      .attr("stroke", "white")
      .attr("stroke-width", 3)
      .attr("paint-order", "stroke")
      .attr("fill", "black")
      .text(mark.label);
  }
  scaleBar(inner, o, x, side);
  for (const half of o.halves) colourBar(svg, half, width, side);
  svg
    .append("text")
    .attr("x", x(x.domain()[0]) + 2)
    .attr("y", height - 10)
    .text(o.halves.find((h) => h.side === "left")?.label ?? "");
  svg
    .append("text")
    .attr("x", margin.left + side - 2)
    .attr("y", height - 10)
    .attr("text-anchor", "end")
    .text(o.halves.find((h) => h.side === "right")?.label ?? "");
  const node = svg.node();
  if (!node) throw new Error("missing svg: the document cannot create elements");
  return node;
}

type Group = d3.Selection<SVGGElement, undefined, null, undefined>;
type Root = d3.Selection<SVGSVGElement, undefined, null, undefined>;

function scaleBar(g: Group, o: FieldMapOptions, x: Scale, side: number) {
  const length = d3.tickStep(0, 2 * o.extent, 6);
  const pixels = x(length) - x(0);
  const [left, bottom] = [margin.left + 10, margin.top + side - 12];
  g.append("rect")
    .attr("x", left)
    .attr("y", bottom)
    .attr("width", pixels)
    .attr("height", 4)
    .attr("fill", "currentColor");
  g.append("text")
    .attr("x", left + pixels / 2)
    .attr("y", bottom - 4)
    .attr("text-anchor", "middle")
    .text(`${length} µm`);
}

function colourBar(svg: Root, half: HalfField, width: number, side: number) {
  const scale = d3.scaleLinear(half.domain, [margin.top + side - 20, margin.top + 24]);
  const left = half.side === "left" ? 40 : width - 52;
  const steps = 64;
  const [low, high] = half.domain;
  const step = (scale(low) - scale(high)) / steps;
  for (let i = 0; i < steps; ++i)
    svg
      .append("rect")
      .attr("x", left)
      .attr("y", scale(high) + i * step)
      .attr("width", 12)
      .attr("height", step + 0.5)
      .attr("fill", half.colour(high + ((i + 0.5) / steps) * (low - high)));
  const g = svg.append("g").attr("transform", `translate(${half.side === "left" ? left : left + 12},0)`);
  g.call(half.side === "left" ? d3.axisLeft(scale).ticks(5) : d3.axisRight(scale).ticks(5));
  g.attr("font-family", "var(--sans-serif)");
  svg
    .append("text")
    .attr("x", half.side === "left" ? 2 : width - 2)
    .attr("y", margin.top + 10)
    .attr("text-anchor", half.side === "left" ? "start" : "end")
    .text(half.unit);
}

function trackCursor(root: HTMLElement, o: FieldMapOptions, x: Scale, y: Scale, side: number) {
  const report = (px: number, py: number) => {
    const r = x.invert(px);
    const inside =
      px >= margin.left && px <= margin.left + side && py >= margin.top && py <= margin.top + side;
    o.onCursor?.(inside ? { r: Math.abs(r), z: y.invert(py), side: r < 0 ? "left" : "right" } : null);
  };
  root.addEventListener("pointermove", (event) => {
    const box = root.getBoundingClientRect();
    report(event.clientX - box.left, event.clientY - box.top);
  });
  root.addEventListener("pointerleave", () => o.onCursor?.(null));
  // the keyboard moves the same cursor: arrows by 1/40 of the view
  let [px, py] = [x(0) + 4, y(0)];
  root.tabIndex = 0;
  root.addEventListener("keydown", (event) => {
    const step = side / 40;
    const move: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step]
    };
    const delta = move[event.key];
    if (!delta) return;
    event.preventDefault();
    [px, py] = [px + delta[0], py + delta[1]];
    report(px, py);
  });
}
