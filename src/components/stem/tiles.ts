// Several pictures of one field with one cursor, their names above and what was read at the cursor below.
import { h } from "../element.js";
import { tile, type TileSpec } from "./tile.js";

export interface TilesOptions {
  width: number;
  /** pictures beside each other */
  across: number;
  /** widest picture, CSS pixels */
  widest?: number;
  /** Å, where the cursor starts */
  at: readonly [x: number, y: number];
  /** words on the place of the cursor; none where another group says them */
  say?: (x: number, y: number) => string;
  /** Å: the cursor stays within */
  field: readonly [width: number, height: number];
}

export interface Tiles extends HTMLElement {
  /** Å; `input` is sent when a reader moves it */
  value: [x: number, y: number];
  update: (specs: readonly TileSpec[]) => void;
}

const gap = 10;

export function tiles(specs: readonly TileSpec[], o: TilesOptions): Tiles {
  let at: [number, number] = [...o.at];
  const each = Math.min(o.widest ?? 420, Math.floor((o.width - gap * (o.across - 1)) / o.across));
  const names = specs.map(() => h("p", { class: "map-name" }));
  const pictures = specs.map((spec, i) =>
    tile(spec, { width: each, reachable: i === 0, onMove: (x, y) => move(x, y) })
  );
  const said = h("p", { class: "figure-readout", role: "status" });
  const grid = h(
    "div",
    { class: "stem-tiles", style: `grid-template-columns: repeat(${o.across}, ${each}px)` },
    ...pictures.map((picture, i) => h("div", {}, names[i], picture))
  );
  const root = h("div", { class: "stem-group" }, grid, o.say ? said : null);
  const show = () => {
    for (const picture of pictures) picture.cursor(...at);
    said.textContent = o.say?.(...at) ?? "";
  };
  const move = (x: number, y: number) => {
    const within = (value: number, most: number) => Math.min(most - 1e-6, Math.max(0, value));
    at = [within(x, o.field[0]), within(y, o.field[1])];
    show();
    root.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const update = (next: readonly TileSpec[]) => {
    next.forEach((spec, i) => {
      names[i].textContent = spec.name;
      pictures[i].show(spec);
    });
    show();
  };
  update(specs);
  return Object.defineProperty(Object.assign(root, { update }), "value", {
    get: () => at,
    set: (to: [number, number]) => {
      at = to;
      show();
    }
  }) as unknown as Tiles;
}

/** "x 3.21 nm, y 4.50 nm". */
export const sayPlace = (x: number, y: number): string =>
  `x ${(x / 10).toFixed(2)} nm, y ${(y / 10).toFixed(2)} nm`;

/** A number with a minus that is one, "–" where there is none. */
export const sayNumber = (value: number, digits: number): string =>
  Number.isFinite(value) ? value.toFixed(digits).replace("-", "−") : "–";
