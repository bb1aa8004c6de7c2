// What the page can be tried with: files that the twins make here, from fixed seeds.
export const examples = {
  cycling: "cycling data (CSV)",
  spectrum: "Mn L spectrum (XDI)",
  loss: "energy losses (.msa)",
  pattern: "neutron pattern (.xye)",
  stack: "spectral stack (TIFF)",
  projections: "projections (TIFF)",
  volume: "porous particle (raw)",
  ions: "ion maps (TIFF)"
} as const;
export type ExampleName = keyof typeof examples;
export const exampleNames = Object.keys(examples) as ExampleName[];

/** What a file cannot say of itself, for the examples. */
export const exampleHints = {
  stack: { energies: "635:665", references: "Mn", pixel: 137.5 },
  projections: { angles: "0:179" },
  volume: { voxel: 275 },
  ions: { pixel: 134.375 }
} as const;
