/** What a number is. The same five words are a column in the tables, a badge on the figures and a colour on every page. */
export type Provenance = "reported" | "calibrated" | "recovered" | "predicted" | "measured";

export const provenanceMeaning: Record<Provenance, string> = {
  reported: "printed in the study",
  calibrated: "an input set so that it agrees with the study; it can never count as reproduced",
  recovered: "what the analysis got back from a twin's raw signal, with its error against the truth",
  predicted: "out of a physical model from independently sourced parameters",
  measured: "from a file: a user's own, the authors' source data, or others' published measurements"
};
