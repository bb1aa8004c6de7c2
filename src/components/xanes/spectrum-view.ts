// The spectra behind a selection: one panel for each element, with fit, residual, weights and their errors.
import { isDark, onDark } from "../dark.js";
import { elementColour } from "../colours.js";
import { h } from "../element.js";
import { chart, keys, seriesStyle } from "../tomography/chart.js";
import { sayNumber, sayWithError } from "./map-grid.js";
import { checkSpectrum, spectrumPlots, type ElementSpectrum } from "./spectrum-plot.js";

export type { ElementSpectrum } from "./spectrum-plot.js";

export interface SpectrumViewOptions {
  width: number;
  /** whose spectra they are: "the pixel at x 12 nm, y 30 nm" or "zone 2, mean of 412 pixels" */
  subject: string;
  /** default "optical density" */
  yLabel?: string;
  /** the parts one upon another (default), or each from zero */
  stacked?: boolean;
  invalidation?: Promise<unknown>;
}

export interface SpectrumView extends HTMLElement {
  /** Shows other spectra; with none the last stay, faint, and the subject says why. */
  update: (spectra: readonly ElementSpectrum[], subject: string) => void;
}

function weightTable({ element, weights, chi2 }: ElementSpectrum): HTMLElement {
  const row = (name: string, value: string) =>
    h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value));
  return h(
    "table",
    { class: "weights" },
    h("caption", {}, `Weights of ${element}, with standard errors`),
    h(
      "tbody",
      {},
      ...weights.map(({ species, weight, error }) => row(species, sayWithError(weight, error))),
      row("χ² reduced", sayNumber(chi2))
    )
  );
}

export function spectrumView(spectra: readonly ElementSpectrum[], o: SpectrumViewOptions): SpectrumView {
  const across = o.width >= 680 ? 2 : 1;
  const width = Math.floor((o.width - 24 * (across - 1)) / across);
  const subject = h("p", { class: "figure-readout", role: "status" });
  const panels = h("div", {
    class: "spectra",
    style: `grid-template-columns: repeat(${across}, minmax(0, 1fr))`
  });
  const root = h("div", { class: "spectrum-view" }, subject, panels);
  let shown = spectra;

  const panel = (s: ElementSpectrum) => {
    const dark = isDark();
    const [spectrum, residual] = spectrumPlots(s, {
      ...o,
      yLabel: o.yLabel ?? "optical density",
      width,
      dark
    });
    const words = s.weights.map(({ species, weight, error }) => `${species} ${sayWithError(weight, error)}`);
    const list = [
      { label: "fit", colour: elementColour(s.element, dark) },
      ...s.components.map(({ species }, k) => ({
        label: k > 0 && o.stacked !== false ? `+ ${species}` : species,
        ...seriesStyle(k, s.components.length, dark)
      })),
      { label: "fit window", mark: "fill" as const, colour: "var(--theme-foreground-faintest)" }
    ];
    return h(
      "section",
      { class: "spectrum-panel", "aria-label": `Spectrum of ${s.element}` },
      h("p", { class: "map-name" }, s.element),
      chart(spectrum, `Spectrum of ${s.element} with its fit: ${words.join(", ")}.`, keys(list)),
      h("p", { class: "residual-name" }, "residual in standard errors"),
      chart(residual, `Residual of ${s.element}; reduced χ² ${sayNumber(s.chi2)}.`),
      weightTable(s)
    );
  };
  const draw = () => panels.replaceChildren(...shown.map(panel));
  let frame = 0;
  const update = (next: readonly ElementSpectrum[], whose: string) => {
    next.forEach(checkSpectrum);
    root.classList.toggle("faint", next.length === 0);
    if (next.length > 0) {
      shown = next;
      // a pointer moves more often than charts can be drawn: once a frame is enough
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    }
    subject.textContent = whose;
  };
  spectra.forEach(checkSpectrum);
  subject.textContent = o.subject;
  draw();
  const stop = onDark(draw);
  void o.invalidation?.then(stop);
  return Object.assign(root, { update });
}
