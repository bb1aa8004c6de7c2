/** The files of the nanotomograms' page from particles of few voxels, by the same code and the same loaders. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { tableToIPC } from "apache-arrow";
import { arrowTable } from "../../../src/data/lib/arrow-table.js";
import { packedRadiographs } from "../../../src/data/lib/porosity-radiographs.js";
import { reportedFacts } from "../../../src/data/lib/porosity-facts.js";
import { greyBytes, greyScale, porosityMeta } from "../../../src/data/lib/porosity.js";
import { packArrays, type ArrayInput } from "../../../src/data/lib/packed-arrays.js";
import { poreNetwork } from "../../../src/science/particle/pore-network.js";
import { poreStates } from "../../../src/science/particle/pore-network-states.js";
import { analyseTomogram } from "../../../src/science/porosity/analysis.js";
import { compare } from "../../../src/science/porosity/compare.js";
import type { LimitSweep } from "../../../src/science/porosity/limits.js";
import { shownClasses } from "../../../src/science/porosity/shown-classes.js";

/** Voxels along an edge: 550 nm wide, so that little but cracks and the core is there. */
export const smallSize = 32;

const shape = [smallSize, smallSize, smallSize];
const array = (name: string, values: Uint8Array): ArrayInput => ({
  ...{ name, values, shape, axes: ["z", "x", "y"], unit: "", kind: "class", description: name }
});

function pack(
  id: string,
  description: string,
  facts: Record<string, unknown>,
  arrays: ArrayInput[]
): Uint8Array {
  return packArrays(porosityMeta({ title: id, description, versions: {}, inputHash: "" }), facts, arrays);
}

/** One state with its sample as the tomogram: what the instrument does is tested elsewhere. */
function stateFiles(state: (typeof poreStates)[number]): Record<string, Uint8Array> {
  const sample = poreNetwork(state, { size: smallSize });
  const bytes = greyBytes(sample.solid);
  const tomogram = {
    grey: sample.solid,
    shape: [smallSize, smallSize, smallSize] as const,
    voxel: sample.voxel
  };
  const result = analyseTomogram(tomogram, { smallestPore: 1 });
  const comparison = compare(result, sample, { smallestPore: 1 });
  const facts = reportedFacts(state, tomogram, sample, result, comparison, [result.numbers]);
  return {
    [`data/porosity-grey/${state.id}.vol`]: pack(
      state.id,
      "grey",
      { voxel_nm: 1e9 * sample.voxel, ...greyScale },
      [array("grey", bytes)]
    ),
    [`data/porosity-volumes/${state.id}.vol`]: pack(state.id, "classes", { ...facts }, [
      array("found", shownClasses(result.segmentation.classes, result.table)),
      array("true", shownClasses(comparison.classes, comparison.truth.table))
    ])
  };
}

/** Stress along a radius that falls from the core and turns to pressure outside, as the model's does; MPa at 10 C. */
function stressTable(rate: number): Uint8Array {
  const radius = Array.from({ length: 40 }, (_, i) => 0.5 + (7.5 * i) / 39);
  const at = (of: (r: number) => number) => Float64Array.from(radius, of);
  const column = (unit: string, values: Float64Array) => ({ unit, values, description: "made up" });
  const table = arrowTable(porosityMeta({ title: "stress", description: "made up" }), {
    depth_of_discharge: column(
      "",
      at(() => 0.2)
    ),
    radius_um: column(
      "µm",
      at((r) => r)
    ),
    hoop_stress_MPa: column(
      "MPa",
      at((r) => (rate / 10) * (20 - 0.55 * r * r + 8 / r))
    )
  });
  return tableToIPC(table, "stream");
}

export const tableNames = ["numbers", "pores", "radial", "openings", "detection"] as const;

/** What the settings change, made up: at 10 C the connection is lost where the picture is blurred. */
function limitsTable(): Uint8Array {
  const sweeps: Record<LimitSweep, readonly number[]> = {
    ...{ photons: [100, 20000], tilts: [25, 100], fresnel: [1.5, 20], cameraBlur: [0.8, 2] },
    ...{ distances: [1, 4], energy: [17000, 29600], size: [550, 275] }
  };
  const rows = ["0.1C", "10C"].flatMap((state) =>
    (Object.keys(sweeps) as LimitSweep[]).flatMap((sweep) =>
      sweeps[sweep].map((value) => {
        const blurred = ["fresnel 20", "cameraBlur 2", "distances 4", "size 550"].includes(
          `${sweep} ${value}`
        );
        const network = state === "10C" ? (blurred ? 60 : 100) : 8;
        return { state, sweep, value, porosity: blurred ? 0.4 : 0.9, pores: blurred ? 6 : 1, network };
      })
    )
  );
  const number = (unit: string, of: (row: (typeof rows)[number]) => number) => ({
    ...{ unit, description: "made up", values: Float64Array.from(rows, of) }
  });
  const text = (of: (row: (typeof rows)[number]) => string) => ({
    ...{ unit: "", description: "made up", type: "dictionary" as const, values: rows.map(of) }
  });
  const table = arrowTable(porosityMeta({ title: "limits", description: "made up" }), {
    ...{ state: text((r) => r.state), sweep: text((r) => r.sweep), value: number("", (r) => r.value) },
    porosity_percent: number("%", (r) => r.porosity),
    porosity_at_lower_percent: number("%", (r) => 0.9 * r.porosity),
    porosity_at_higher_percent: number("%", (r) => 1.2 * r.porosity),
    true_porosity_percent: number("%", ({ state }) => (state === "10C" ? 1.8 : 3)),
    pores: number("", (r) => r.pores),
    network_percent: number("%", (r) => r.network),
    network_at_lower_percent: number("%", (r) => 0.8 * r.network),
    network_at_higher_percent: number("%", (r) => r.network)
  });
  return tableToIPC(table, "stream");
}

/** All files by their path below `src/`; those of a folder of built ones where LRTMO_POROSITY names it. */
export async function pageFiles(): Promise<Map<string, Uint8Array>> {
  const built = process.env["LRTMO_POROSITY"];
  const files = new Map<string, Uint8Array>();
  for (const rate of [0.1, 10]) files.set(`data/stress/${rate}C.arrow`, stressTable(rate));
  if (built && existsSync(built)) {
    for (const rate of [0.1, 10]) {
      const own = join(built, `stress-${rate}C.arrow`);
      if (existsSync(own)) files.set(`data/stress/${rate}C.arrow`, readFileSync(own));
    }
    for (const kind of ["grey", "volumes"])
      for (const { id } of poreStates)
        files.set(`data/porosity-${kind}/${id}.vol`, readFileSync(join(built, `${kind}-${id}.vol`)));
    for (const name of [...tableNames, "limits"])
      files.set(`data/porosity-${name}.arrow`, readFileSync(join(built, `porosity-${name}.arrow`)));
    files.set("data/porosity-radiographs.vol", readFileSync(join(built, "porosity-radiographs.vol")));
    return files;
  }
  files.set("data/porosity-radiographs.vol", packedRadiographs(smallSize, 1));
  files.set("data/porosity-limits.arrow", limitsTable());
  for (const state of poreStates)
    for (const [path, bytes] of Object.entries(stateFiles(state))) files.set(path, bytes);
  const folder = mkdtempSync(join(tmpdir(), "porosity-"));
  try {
    const tables = [...files].map(([path, bytes], i) => {
      const file = join(folder, String(i));
      writeFileSync(file, bytes);
      return { path, file };
    });
    const env = {
      ...process.env,
      LRTMO_TABLES: JSON.stringify(tables),
      LRTMO_INPUT_HASH: "",
      LRTMO_VERSIONS: "{}"
    };
    const run = promisify(execFile);
    for (const name of tableNames) {
      const { stdout } = await run(
        process.execPath,
        ["--import", "tsx", `src/data/porosity-${name}.arrow.ts`],
        {
          ...{ env, encoding: "buffer", maxBuffer: 16e6 }
        }
      );
      files.set(`data/porosity-${name}.arrow`, stdout);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return files;
}
