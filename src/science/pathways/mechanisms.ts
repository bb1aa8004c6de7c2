// The mechanisms of the pathway model, each of which can be switched off.

export const mechanisms = [
  "surfaceRelease",
  "vacancyTransport",
  "aggregation",
  "lithiumTrapping",
  "metalLoss",
  "distortion",
  "slowExchange",
  "densification",
  "stressCoupling",
  "filmResistance"
] as const;

export type Mechanism = (typeof mechanisms)[number];

export const mechanismMeaning: Record<Mechanism, { label: string; whenOff: string }> = {
  surfaceRelease: {
    label: "release of oxygen at the surface",
    whenOff: "no oxygen leaves"
  },
  vacancyTransport: {
    label: "transport of vacancies into the bulk",
    whenOff: "vacancies stay in the outermost shell"
  },
  aggregation: {
    label: "gathering of vacancies to nanovoids",
    whenOff: "vacancies stay apart and mobile"
  },
  lithiumTrapping: {
    label: "trapping of lithium on tetrahedral sites",
    whenOff: "all lithium can leave and all places be filled again"
  },
  metalLoss: {
    label: "loss of metal from changed places",
    whenOff: "metals stay where they are"
  },
  distortion: {
    label: "distortion of slabs by gradients of lithium",
    whenOff: "slabs stay flat"
  },
  slowExchange: {
    label: "slow exchange of lithium with distorted domains",
    whenOff: "distorted domains hold the lithium of their surroundings at all times"
  },
  densification: {
    label: "densified surface that slows the release",
    whenOff: "the surface stays as open as it was"
  },
  stressCoupling: {
    label: "stress: transport by its gradient, cracks",
    whenOff: "stress does nothing"
  },
  filmResistance: {
    label: "resistance between particle and electrolyte",
    whenOff: "only charge transfer, separator and lithium metal polarise"
  }
};
