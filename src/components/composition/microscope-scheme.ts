// Supplementary Figure 21a: the microscope from source to camera, each part with the settings that the twin uses.
import { svg } from "npm:htl";
import type { Instrument } from "../../science/composition/instrument.js";
import { h } from "../element.js";
import { figureFrame, type FigureFrame } from "../figure-frame.js";

interface Station {
  name: string;
  says: string;
  icon: Element;
}

export interface SchemeOptions {
  id: string;
  label: string;
}

export function microscopeScheme(instrument: Instrument, { id, label }: SchemeOptions): FigureFrame {
  const parts = stations(instrument);
  const list = h(
    "ol",
    { class: "microscope" },
    ...parts.map(({ name, says, icon }) => h("li", {}, icon, h("strong", {}, name), h("span", {}, says)))
  );
  return figureFrame({
    id,
    label,
    title: "The microscope",
    content: list,
    caption:
      "A scheme, not to scale. The beam runs from the source to the camera; the grid with the fragment turns about an axis across the beam, and at each tilt all eight energies are recorded.",
    alt: parts.map(({ name, says }) => `${name}: ${says}`).join(". "),
    provenance: "reported",
    code: ["src/science/composition/instrument.ts"]
  });
}

function stations({ energies, tilts, resolution, pixelSize, photons }: Instrument): Station[] {
  const eV = energies.flatMap(({ pre, post }) => [pre, post]);
  const degrees = Array.from(tilts, (tilt) => (tilt * 180) / Math.PI);
  const [first = 0, second = 0] = degrees;
  const nm = (metres: number) => `${+(metres * 1e9).toPrecision(3)} nm`;
  const turns = `−${Math.abs(Math.round(first))}° to ${Math.round(degrees.at(-1) ?? 0)}° by ${+(second - first).toPrecision(2)}°`;
  return [
    {
      name: "Undulator and monochromator",
      says: `${Math.min(...eV)} to ${Math.max(...eV)} eV, two energies an element`,
      icon: picture(svg.fragment`<path d="M4 20h8v-8h8v8h8v-8h8v8h8"/><path d="M44 20h16" class="beam"/>`)
    },
    {
      name: "Condenser",
      says: "lights the field evenly",
      icon: picture(svg.fragment`<path d="M4 8 60 16M4 32 60 24"/><path d="M4 20h56" class="beam"/>`)
    },
    {
      name: "Fragment on a grid",
      says: `${tilts.length} tilts, ${turns}`,
      icon: picture(
        svg.fragment`<path d="M4 20h56" class="beam"/><path d="M32 2v36" stroke-dasharray="3 3"/><path d="M26 12l10-3 5 8-3 10-10 3-6-9z" class="solid"/><path d="M20 6a16 16 0 0 1 24 0m-1-5 1 5-5 1"/>`
      )
    },
    {
      name: "Zone plate",
      says: `outermost zone ${nm(resolution)}`,
      icon: picture(
        svg.fragment`<path d="M4 12 32 6l28 12M4 28l28 6 28-12" class="beam"/><path d="M30 4v7M34 4v7M30 13v3M34 13v3M30 24v3M34 24v3M30 29v7M34 29v7"/>`
      )
    },
    {
      name: "Camera",
      says: `pixel ${nm(pixelSize)} in the fragment's plane, ${photons.toLocaleString("en-GB")} photons a pixel without sample`,
      icon: picture(svg.fragment`<path d="M4 20h30" class="beam"/><path d="M34 4h8v32h-8zM42 12h16v16H42z"/>`)
    }
  ];
}

const picture = (content: DocumentFragment): Element =>
  svg`<svg viewBox="0 0 64 40" width="96" height="60" aria-hidden="true">${content}</svg>`;
