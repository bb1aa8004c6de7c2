/** Site paths of the pages on which figures, tables and claims stand or will stand. */
export const pages = {
  home: "/index",
  claims: "/claims",
  fig1: "/figures/fig-1-electrochemistry-and-lattice",
  fig2: "/figures/fig-2-composition-tomography",
  fig3: "/figures/fig-3-oxidation-states",
  fig4: "/figures/fig-4-sims-and-spectra",
  fig5: "/figures/fig-5-voids-and-stress",
  sDiffraction: "/supplementary/diffraction",
  sOperando: "/supplementary/operando-diffraction",
  sMicroscopy: "/supplementary/electron-microscopy",
  sSpectroscopy: "/supplementary/x-ray-spectroscopy",
  sPorosity: "/supplementary/porosity",
  sSims: "/supplementary/sims",
  stressLaboratory: "/supplementary/stress-laboratory",
  validation: "/validation",
  sql: "/explore/sql",
  hypotheses: "/hypotheses/index",
  rates: "/hypotheses/intermediate-rates",
  gradedPores: "/hypotheses/graded-pores"
} as const;
