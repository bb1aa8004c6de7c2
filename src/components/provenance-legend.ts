// The five kinds of number, with the colour that each has on every page.
import { html } from "npm:htl";
import { provenanceMeaning, type Provenance } from "../science/provenance.js";

export function provenanceLegend(): HTMLElement {
  const kinds = Object.entries(provenanceMeaning) as [Provenance, string][];
  return html`<dl class="provenance-legend">
    ${kinds.map(
      ([kind, meaning]) =>
        html`<div>
          <dt style=${`color: var(--${kind})`}>${kind}</dt>
          <dd>${meaning}</dd>
        </div>`
    )}
  </dl>`;
}
