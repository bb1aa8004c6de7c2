// Mean coherent scattering length of a position in each layer of the oxide.
import { composition } from "../../science/material/composition.js";
import { coherentLength } from "../../science/material/neutron-scattering.js";

export interface LayerRow {
  layer: string;
  /** atoms per position */
  contents: { element: string; share: number }[];
  /** fm */
  mean: number;
}

export interface LayerValues {
  lithiumInMetalLayer: number;
  mixing: number;
  lithiumOct: number;
  oxygen: number;
}

export function layerRows({ lithiumInMetalLayer, mixing, lithiumOct, oxygen }: LayerValues): LayerRow[] {
  const row = (layer: string, shares: Record<string, number>): LayerRow => {
    const contents = Object.entries(shares).map(([element, share]) => ({ element, share }));
    const mean = contents.reduce((sum, { element, share }) => sum + share * coherentLength(element), 0);
    return { layer, contents, mean };
  };
  const { Mn, Ni, Co } = composition;
  return [
    row("metal layer", { Mn, Ni: Ni - mixing, Co, Li: lithiumInMetalLayer }),
    row("lithium layer", { Li: lithiumOct, Ni: mixing }),
    row("oxygen", { O: oxygen })
  ];
}
