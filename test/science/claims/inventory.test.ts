import { describe, expect, it } from "vitest";
import { expectedPages, inventory, type InventoryItem } from "../../../src/science/claims/inventory.js";
import { pages } from "../../../src/science/claims/pages.js";
import { faults, statusOf } from "../../../src/science/claims/status.js";

const count = (kind: string) => inventory.filter((item) => item.kind === kind).length;

describe("the inventory", () => {
  it("holds every panel, supplementary figure, table and claim", () => {
    expect([count("panel"), count("figure"), count("table"), count("claim")]).toEqual([35, 28, 3, 60]);
    expect(new Set(inventory.map(({ id }) => id)).size).toBe(126);
  });

  it("puts each on a well-formed page that is listed, panels on their own figure's page", () => {
    for (const { id, kind, page, anchor } of inventory) {
      expect(page, id).toMatch(/^\/[a-z0-9-]+(\/[a-z0-9-]+)?$/);
      expect(Object.values(pages), id).toContain(page);
      if (kind === "panel") expect(page, id).toContain(`/figures/fig-${id.charAt(0)}-`);
      if (kind !== "claim") expect(anchor, id).toMatch(/^(fig|table)-s?\d+[a-m]?$/);
    }
  });

  it("has what is done due on its page", () => {
    const due = new Map<string, string[]>();
    for (const { id, page, due: now } of inventory) if (now) due.set(page, [...(due.get(page) ?? []), id]);
    expect(Object.fromEntries(due)).toEqual({
      "/figures/fig-1-electrochemistry-and-lattice": "a b c d e f g h i j k l m"
        .split(" ")
        .map((letter) => `1${letter}`),
      "/figures/fig-2-composition-tomography": ["2a", "2b", "2c", "S21", "Table S1"],
      "/figures/fig-3-oxidation-states": [
        ...["3a", "3b", "3c", "3d", "3e"],
        ...["S20", "S22", "S23", "S24", "S25", "Table S2"]
      ],
      "/figures/fig-4-sims-and-spectra": ["4a", "4b", "4c", "4d", "4e", "4f", "4g"],
      "/figures/fig-5-voids-and-stress": [
        ...["5a", "5b", "5c", "5d", "5e", "5f", "5g"],
        ...["S27", "S28", "Table S3"]
      ],
      "/supplementary/diffraction": Array.from({ length: 14 }, (_, i) => `S${i + 1}`),
      "/supplementary/electron-microscopy": ["S15", "S16", "S17", "S18"],
      "/supplementary/operando-diffraction": ["S19"],
      "/supplementary/sims": ["S26"]
    });
  });
});

describe("status from a page's text", () => {
  const item: InventoryItem = {
    ...inventory[0],
    id: "5d",
    anchor: "fig-5d",
    page: "/a",
    due: false
  };
  const claim: InventoryItem = { ...item, kind: "claim", id: "C23", anchor: "C23" };
  const text = (t: string | null) => () => t;

  it.each(['<figure id="fig-5d">', "<figure id=fig-5d>", 'Stress(data, {id: "fig-5d"})'])(
    "shown: %s",
    (t) => {
      expect(statusOf(item, text(t))).toBe("shown");
    }
  );
  it.each(["about fig-5d", 'id="fig-5d-table"', 'id="fig-5"', 'grid="fig-5d"'])("not shown: %s", (t) => {
    expect(statusOf(item, text(t))).toBe("waiting");
    expect(statusOf({ ...item, due: true }, text(t))).toBe("missing");
  });
  it("takes a claim for shown where it is named, as a whole word", () => {
    expect(statusOf(claim, text("judges C23."))).toBe("shown");
    expect(statusOf(claim, text("judges C234"))).toBe("waiting");
  });
  it("calls an item without a page planned, unless it is due", () => {
    expect(statusOf(item, text(null))).toBe("planned");
    expect(statusOf({ ...item, due: true }, text(null))).toBe("missing");
  });
  it("names every fault in one sentence", () => {
    expect(faults([item], [], text(null))).toEqual([]);
    expect(faults([], ["/a"], text(null))).toEqual(["missing page: /a; must be at src/a.md"]);
    expect(faults([{ ...item, due: true }], ["/a"], text(""))).toEqual([
      'missing 5d on /a; must carry an element of id "fig-5d"'
    ]);
    expect(faults([{ ...item, due: true }], [], text(null))).toEqual([
      "missing page of 5d: /a; must be at src/a.md"
    ]);
    expect(expectedPages.every((page) => page.startsWith("/"))).toBe(true);
  });
});
