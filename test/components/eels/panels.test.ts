import { tableToIPC } from "apache-arrow";
import type { Table } from "npm:apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults } from "../../accessibility.js";
import { checkFitView } from "../../../src/components/eels/fit-plot.js";
import { withError } from "../../../src/components/eels/found-table.js";
import type * as eds from "../../../src/components/eels/eds-panel.js";
import type * as limits from "../../../src/components/eels/limits-panels.js";
import type * as nanovoid from "../../../src/components/eels/nanovoid-panel.js";
import type * as resolution from "../../../src/components/eels/resolution-panel.js";
import type * as spectra from "../../../src/components/eels/spectra-panel.js";
import type * as white from "../../../src/components/eels/white-line-panel.js";
import { arrowTable } from "../../../src/data/lib/arrow-table.js";
import { columnsOf } from "../../../src/data/lib/oxidation-columns.js";
import { openPanels, type PanelBrowser } from "./panel-page.js";

type Panels = typeof eds &
  typeof limits &
  typeof nanovoid &
  typeof resolution &
  typeof spectra &
  typeof white;
// in the browser the bundle is a global; the functions below that use it run there
declare const panels: Panels & { tableFromIPC: (bytes: Uint8Array) => Table };

let browser: PanelBrowser;
beforeAll(async () => {
  browser = await openPanels();
}, 60_000);
afterAll(async () => {
  await browser.close();
});

/** A table of made-up rows as bytes that a page takes. */
function bytes(rows: readonly Record<string, string | number>[]): number[] {
  const { number, text } = columnsOf(rows);
  const columns = Object.fromEntries(
    Object.entries(rows[0]).map(([name, value]) => [
      name,
      typeof value === "string"
        ? text(name, (r) => String(r[name]))
        : number("", name, (r) => Number(r[name]))
    ])
  );
  const meta = {
    ...{ title: "made up", description: "made up", method: "none", provenance: "recovered" as const },
    ...{
      parameters: {},
      sources: [],
      page: "/figures/fig-4-sims-and-spectra",
      code: ["src/science/eels/analysis.ts"]
    }
  };
  return [...tableToIPC(arrowTable(meta, columns), "stream")];
}

const resolutions = [4.7, 1, 0.5];
const limitRows = resolutions.flatMap((resolution_eV) =>
  ["lithium", "prePeakEnergy", "prePeakArea"].flatMap((quantity) =>
    [
      ["analysis", "as on this page", NaN],
      ["analysis", "power law under Li K", NaN],
      ["dose", "as on this page", 0.1],
      ["dose", "as on this page", 1]
    ].map(([sweep, variant, value]) => ({
      ...{ sweep, variant, value, resolution_eV, quantity },
      ...{ recovered: 2, standard_error: 0.1, true_value: 2.1, bias: -0.1 },
      ...{ smallest_change: 0.3 / resolution_eV, condition_number: 9, correlation: -0.2, fault: "" }
    }))
  )
);
const resultRows = ["void", "around"].flatMap((region) =>
  resolutions.flatMap((resolution_eV) =>
    ["t/λ", "O over Mn, edge integrals", "valence of Mn, fit of references"].map((quantity) => ({
      ...{ region, resolution_eV, quantity, quantity_unit: "" },
      ...{ recovered: region === "void" ? 3 : 3.4, standard_error: 0.03, true_value: 3.3, pull: 1 }
    }))
  )
);
const edsRows = ["rim without oxygen", "void alone"].flatMap((sample) =>
  [1, 10, 100].flatMap((dose) =>
    [0, 4].map((from_nm) => ({
      ...{ sample, dose, from_nm, to_nm: from_nm + 4, pixels: 50, oxygen_counts: 30, manganese_counts: 40 },
      ...{ recovered: 3.1, standard_error: 0.4, true_value: 3.2, deficit_sigma: 1.1 }
    }))
  )
);
const coverageRows = resolutions.map((resolution_eV) => ({
  ...{ resolution_eV, quantity: "t/λ", quantity_unit: "", true_value: 0.4, mean: 0.4 },
  ...{ bias_over_error: -0.2, spread_over_error: 0.9, within_one: 0.7, within_two: 1, noise_within_two: 1 }
}));

describe("the panels", () => {
  it.each([
    { width: 1280, height: 900, colorScheme: "light" as const },
    { width: 390, height: 844, colorScheme: "dark" as const }
  ])(
    "show spectra, fits and tables at $width px, $colorScheme",
    async ({ width, height, colorScheme }) => {
      const page = await browser.open({ viewport: { width, height }, colorScheme });
      await page.evaluate(
        ([limit, result, map, coverage]) => {
          const table = (data: number[]) => panels.tableFromIPC(Uint8Array.from(data));
          const main = document.querySelector("main");
          const room = main?.clientWidth ?? 350;
          main?.append(
            panels.spectraPanel({ id: "fig-4e", label: "Figure 4e–g", width: room }),
            panels.resolutionPanel({ id: "limit-a", label: "Limit a", width: room }),
            panels.detectionPanel(table(limit), "lithium", "dose", {
              id: "limit-b",
              label: "Limit b",
              width: room
            }),
            panels.choicesPanel(table(limit), { id: "limit-c", label: "Limit c" }),
            panels.separabilityPanel(table(limit), { id: "limit-d", label: "Limit d" }),
            panels.coveragePanel(table(coverage), { id: "limit-e", label: "Limit e" }),
            panels.whiteLinePanel({ id: "limit-f", label: "Limit f", width: room }),
            panels.nanovoidPanel(table(result), {
              id: "fig-s15",
              label: "Supplementary Figure 15",
              width: room
            }),
            panels.edsPanel(table(map), { id: "fig-s16", label: "Supplementary Figure 16", width: room })
          );
        },
        [bytes(limitRows), bytes(resultRows), bytes(edsRows), bytes(coverageRows)] as const
      );
      expect(await page.locator("#fig-4e .eels-fit").count()).toBe(3);
      expect(await page.locator("#fig-4e tbody tr").count()).toBe(9);
      expect(await page.locator("#fig-s16 canvas").count()).toBe(4);
      expect(await page.locator("#limit-d tbody tr").count()).toBe(6);
      expect(await page.locator("#fig-s15 .figure-readout").textContent()).toContain("9.4 standard errors");
      // nothing sticks out of a phone
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await accessibilityFaults(page, { tags: ["wcag2a", "wcag2aa"] })).toEqual([]);
      expect(browser.errors).toEqual([]);
      await page.close();
    },
    90_000
  );

  it("measure anew for another resolution, and keep it in the link", async () => {
    const page = await browser.open({ viewport: { width: 1280, height: 900 } });
    await page.evaluate(() => {
      document
        .querySelector("main")
        ?.append(panels.spectraPanel({ id: "fig-4e", label: "Figure 4e–g", width: 900 }));
    });
    const found = () => page.locator("#fig-4e tbody tr").nth(4).textContent();
    const before = await found();
    await page.locator("#fig-4e").getByText("0.5", { exact: true }).click();
    await page.waitForFunction(
      () => document.querySelector("#fig-4e .map-name")?.textContent.includes("at 0.5 eV") ?? false
    );
    expect(await found()).not.toBe(before);
    expect(page.url()).toContain("eels-resolution=0.5");
    const fine = await found();
    await page.locator("#fig-4e select").first().selectOption({ label: "power law" });
    await page.waitForFunction(
      (text) => document.querySelectorAll("#fig-4e tbody tr")[4]?.textContent !== text,
      fine
    );
    // two thirds of the lithium are gone with the wrong tail
    expect(parseFloat((await found())?.replace(/^.*M2,3/, "") ?? "")).toBeLessThan(1.2);
    await page.close();
  }, 60_000);
});

describe("numbers and shapes", () => {
  it("shows as many digits as the error bears", () => {
    expect(withError(2.0553, 0.0203)).toBe("2.055 ± 0.020");
    expect(withError(-3301.6, 154)).toBe("−3302 ± 154");
    expect(withError(530.5, NaN)).toBe("530.50, error not known");
    expect(withError(NaN, 1)).toBe("none");
  });
  it("refuses a fit whose arrays do not agree", () => {
    const three = [1, 2, 3];
    const good = { energies: three, counts: three, model: three, residuals: three, parts: [] };
    expect(() => checkFitView({ ...good, model: [1] })).toThrow(
      /^invalid fit: 1 values of model; must be one for each of 3 energies$/
    );
  });
});
