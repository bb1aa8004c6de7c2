// Small tables of the shapes that the site has, for tests that run queries without the data build.
import { tableToIPC } from "apache-arrow";
import { catalogue, type CatalogueEntry } from "../../../src/data/lib/catalogue-entry.js";
import { arrowTable, type Column } from "../../../src/data/lib/arrow-table.js";

export interface TestTables {
  catalogue: CatalogueEntry[];
  bytes: Map<string, Uint8Array>;
}

const meta = (title: string) => ({
  title,
  description: "For tests.",
  method: "Invented.",
  provenance: "predicted" as const,
  parameters: { D: 1e-13 },
  sources: [],
  page: "/figures/fig-5-voids-and-stress",
  code: []
});

const column = (values: Column["values"], unit = "", type?: Column["type"]): Column => ({
  values,
  unit,
  description: "for tests",
  ...(type && { type })
});

const depths = Float64Array.from({ length: 40 }, (_, i) => (i % 20) / 19);
const phases = Array.from(depths, (_, i) => (i < 20 ? "charge" : "discharge"));

function profile(rate: number) {
  const radii = [0.5, 1, 2, 4];
  const rows = Array.from(depths, (depth, i) =>
    radii.map((r) => ({ depth, phase: phases[i] ?? "", r }))
  ).flat();
  const of = (f: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, f);
  return arrowTable(meta(`Profile at ${rate} C`), {
    time_s: column(
      of(({ depth }) => (3600 / rate) * depth),
      "s"
    ),
    phase: column(
      rows.map(({ phase }) => phase),
      "",
      "dictionary"
    ),
    depth_of_discharge: column(of(({ depth }) => depth)),
    radius_um: column(
      of(({ r }) => r),
      "µm"
    ),
    hoop_stress_MPa: column(
      of(({ depth, r }) => (rate * depth * (1 - depth) * 4) / r),
      "MPa"
    ),
    von_mises_MPa: column(
      of(({ depth, r }) => (rate * depth) / r),
      "MPa"
    ),
    lithium: column(of(({ depth }) => 0.2 + depth))
  });
}

function bridge() {
  const rates = [0.1, 1, 3, 5, 10];
  const rows = rates.flatMap((rate) =>
    Array.from(depths, (depth, i) => ({ rate, depth, phase: phases[i] ?? "" }))
  );
  const of = (f: (row: (typeof rows)[number]) => number) => Float64Array.from(rows, f);
  return arrowTable(meta("Stress at the bridge"), {
    rate_C: column(
      of(({ rate }) => rate),
      "C"
    ),
    phase: column(
      rows.map(({ phase }) => phase),
      "",
      "dictionary"
    ),
    depth_of_discharge: column(of(({ depth }) => depth)),
    hoop_stress_MPa: column(
      of(({ rate, depth }) => rate * (1 + depth)),
      "MPa"
    ),
    von_mises_MPa: column(
      of(({ rate, depth }) => rate * depth),
      "MPa"
    ),
    lithium: column(of(({ depth }) => depth))
  });
}

/** Names as the data build gives them. */
export function testTables(): TestTables {
  const tables = {
    "data/stress/0.1C.arrow": profile(0.1),
    "data/stress/1C.arrow": profile(1),
    "data/stress/3C.arrow": profile(3),
    "data/stress/5C.arrow": profile(5),
    "data/stress/10C.arrow": profile(10),
    "data/stress-bridge.arrow": bridge(),
    "data/claims.arrow": arrowTable(meta("Claims"), {
      id: column(["C01", "C02", "C03", "Q1"]),
      verdict: column(["agrees", "agrees", "differs", null])
    }),
    "data/parameters.arrow": arrowTable(meta("Parameters"), {
      symbol: column(["D", "E"]),
      label: column(["diffusivity", "Young's modulus"]),
      value: column(Float64Array.of(1e-13, 2e11)),
      unit: column(["m²/s", "Pa"]),
      min: column(Float64Array.of(1e-15, 1e11)),
      max: column(Float64Array.of(1e-11, 3e11)),
      status: column(["sourced", "assumed"], "", "dictionary"),
      source: column(["a book", "a guess"])
    })
  };
  const streams = Object.entries(tables).map(([path, table]) => ({
    path,
    bytes: tableToIPC(table, "stream")
  }));
  return { catalogue: catalogue(streams), bytes: new Map(streams.map(({ path, bytes }) => [path, bytes])) };
}
