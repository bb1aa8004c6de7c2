import type { Provenance } from "../../science/provenance.js";

/** What a table says about itself; in the file these are the schema's metadata, every value a string. */
export interface TableMeta {
  title: string;
  description: string;
  /** how it was computed, in a sentence or two */
  method: string;
  provenance: Provenance;
  /** inputs of the computation, SI units */
  parameters: Record<string, unknown>;
  /** seed of the random numbers; null where none are drawn */
  seed: number | null;
  /** versions of Node and of the libraries that the loader imports */
  versions: Record<string, string>;
  /** hash of the loader, of all that it imports and of its parameters; "" outside the data build */
  inputHash: string;
  /** references: DOI, or a citation */
  sources: string[];
  /** site path of the page that it belongs to, "/figures/…" */
  page: string;
  /** paths of the code in the repository, the most telling first */
  code: string[];
}

/** What a loader has to say; the rest is known to the data build. */
export type TableMetaInput = Omit<TableMeta, "seed" | "versions" | "inputHash"> & Partial<TableMeta>;

/** What a column says about itself; in the file these are the field's metadata. */
export interface ColumnMeta {
  /** "" where it is dimensionless */
  unit: string;
  description: string;
}
