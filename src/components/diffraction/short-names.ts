// Short names of the refined numbers, for rows and columns of matrices and for sentences about parameters.
import {
  neutronQuantities,
  neutronQuantityNames,
  type NeutronQuantity
} from "../../science/diffraction/neutron-analysis.js";

export const shortNames: Record<NeutronQuantity, string> = {
  oxygen: "O",
  lithiumOct: "Li oct.",
  lithiumTet: "Li tet.",
  mixing: "Ni in Li",
  a: "a",
  c: "c",
  z: "z(O)",
  bOxygen: "B(O)",
  bMetal: "B(M)",
  bLithium: "B(Li)",
  scale: "scale",
  width: "Δd/d",
  zero: "zero"
};

const byParameter = new Map<string, string>(
  neutronQuantityNames.map((name) => [neutronQuantities[name].parameter, shortNames[name]])
);

/** Of a quantity or a parameter of the model; as it is where it has none. */
export const shortName = (name: string): string =>
  (shortNames as Partial<Record<string, string>>)[name] ?? byParameter.get(name) ?? name;

/** "n_Li,oct" as n with a lowered "Li,oct", in parts. */
export const symbolParts = (symbol: string): [base: string, index: string] => {
  const [base = "", ...index] = symbol.split("_");
  return [base, index.join("_")];
};
