// The study's conclusion in one picture: what the rate does, step by step, on either side. Schematic, as reported.
import { html } from "npm:htl";
import { rateColour } from "./colours.js";

interface Pathway {
  rate: number;
  title: string;
  steps: string[];
  end: string;
}

const pathways: Pathway[] = [
  {
    rate: 0.1,
    title: "Slow (0.1 C): oxygen leaves",
    steps: [
      "oxygen-poor regions at the surface and in the bulk above 4.6 V, staying on discharge",
      "metal ions move: layered → spinel → rock salt from the surface",
      "vacancies gather to nanovoids, more void volume"
    ],
    end: "the voltage decays"
  },
  {
    rate: 10,
    title: "Fast (10 C): the lattice is displaced",
    steps: [
      "lithium and oxygen-rich domains spread unevenly from 4.4 V",
      "slabs twist and bend, little phase change",
      "stress concentrates at inner voids: fewer, larger, connected cracks"
    ],
    end: "the capacity fades"
  }
];

export function pathwaysPicture(width: number): HTMLElement {
  return html`<figure class="pathways" style=${`grid-template-columns: ${width < 560 ? "1fr" : "1fr 1fr"}`}>
    ${pathways.map(
      (p) =>
        html`<section style=${`--rate: ${rateColour(p.rate)}`}>
          <h2>${p.title}</h2>
          <ol>
            ${p.steps.map((step) => html`<li>${step}</li>`)}
          </ol>
          <p class="pathways-end">${p.end}</p>
        </section>`
    )}
    <figcaption>
      The two pathways as the study reports them. A scheme, not a result: the pages of this companion test its
      steps.
    </figcaption>
  </figure>`;
}
