/** All questions and runs of "Design your experiment", out of the tables that the data build made first. */
import { rixsParameters } from "../../science/xanes/rixs-instrument.js";
import { defaultStemInstrument } from "../../science/stem/instrument.js";
import { tomographParameters } from "../../science/porosity/instrument.js";
import { compositionPart } from "./design-composition.js";
import { diffractionPart } from "./design-diffraction.js";
import { eelsPart, stemPart } from "./design-microscopy.js";
import { oxidationPart } from "./design-oxidation.js";
import { porosityPart, simsPart } from "./design-particles.js";
import { tableRows, type DesignPart } from "./design-rows.js";
import { readEelsResults } from "./eels-tables.js";
import { neutronInstrument } from "./neutron.js";
import { readNeutronTables } from "./neutron-claims.js";
import { operandoClaims, readBasalRows } from "./operando-claims.js";
import { readOxidationTables } from "./oxidation-tables.js";
import { readPorosityNumbers } from "./porosity-tables.js";

/** nm, voxel of the tomograms of the pages unless built fine */
const tomogramVoxel = 137.5;

export function designParts(): DesignPart[] {
  const oxidation = readOxidationTables();
  const scattering = tableRows("oxidation-rixs");
  const counts = [...new Set(scattering.map((row) => Number(row["counts"])))];
  const rixs = new Map(
    counts.map((n) => [
      n,
      scattering
        .filter((row) => Number(row["counts"]) === n)
        .map((row) => ({
          ...{ rate: Number(row["rate_C"]), voltage: Number(row["voltage_V"]) },
          ...{ found: Number(row["recovered_share"]), error: Number(row["share_error"]) },
          ...{ truth: Number(row["true_share"]), detectionLimit: Number(row["detection_limit"]) }
        }))
    ])
  );
  if (!rixs.has(rixsParameters.counts.value))
    throw new Error("missing scattering maps at the default counts; build the data anew with npm run data");
  const { doseRate, frameTime } = defaultStemInstrument();
  return [
    compositionPart({
      shares: tableRows("composition-shares"),
      sweep: tableRows("composition-sweep"),
      runs: tableRows("design-composition")
    }),
    oxidationPart({
      ...{
        rows: oxidation,
        limits: tableRows("oxidation-limits"),
        steps: tableRows("design-oxidation"),
        rixs
      }
    }),
    diffractionPart({
      ...{ limits: tableRows("neutron-limits"), biases: readNeutronTables().biases },
      ...{ operando: operandoClaims(readBasalRows()), instrument: neutronInstrument }
    }),
    eelsPart(tableRows("eels-limits"), readEelsResults()),
    stemPart(tableRows("design-stem"), doseRate * frameTime),
    simsPart({
      ...{ runs: tableRows("design-sims"), fickian: tableRows("sims-fickian") },
      ...{ overlaps: tableRows("sims-overlaps"), falseFickian: tableRows("sims-false-fickian") }
    }),
    porosityPart(
      readPorosityNumbers(),
      tableRows("porosity-limits"),
      tomogramVoxel,
      1e9 * tomographParameters.voxel.value
    )
  ];
}
