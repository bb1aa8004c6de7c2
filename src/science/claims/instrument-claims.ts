/** Electron and ion microscopes, diffractometers, nanotomography: C22, C38, C40–C46. */
import type { Claim } from "./claim.js";
import { pages } from "./pages.js";
import { near, setting } from "./rules.js";

export const instrumentClaims: Claim[] = [
  {
    id: "C22",
    statement: "The oxygen K edge of aged particles has a pre-peak at 530 eV.",
    type: "measured",
    reported: "530 eV",
    value: 530,
    unit: "eV",
    where: "Fig. 4f",
    condition: "20 cycles at 10 C, regions A and B",
    technique: "eels",
    page: pages.fig4,
    rule: near(1, "the energy of the fitted O K pre-peak", "eV"),
    caution: "With the energy resolution as printed (C44) the pre-peak would hardly part from the main edge."
  },
  {
    id: "C38",
    statement:
      "Nanotomography by phase contrast has 20 nm voxels, at most 1e12 photons/s in a 1 % band, on a binned 2048² camera.",
    type: "setting",
    reported: "20 nm; ≤ 1e12 ph/s; ΔE/E ≈ 1 %; 2048²",
    value: 20,
    unit: "nm",
    where: "Methods, nanotomography",
    condition: "ESRF ID16A",
    technique: "porosity",
    page: pages.fig5,
    rule: setting(),
    caution: "The X-ray energy and the number of projections are not given."
  },
  {
    id: "C40",
    statement: "Neutrons of 0.7–3.5 Å reach d from 0.5 to 2.5 Å at ±90° with Δd/d of 0.25 % in 3 h.",
    type: "setting",
    reported: "5 × 12 mm; 0.7–3.5 Å; d 0.5–2.5 Å; ±90°; 30 Hz; 0.25 %; 3 h",
    value: 0.25,
    unit: "%",
    where: "Methods, neutron diffraction",
    condition: "VULCAN",
    technique: "diffraction",
    page: pages.sDiffraction,
    rule: setting(),
    caution: "With d up to 2.5 Å the (003) reflection near 4.7 Å lies outside."
  },
  {
    id: "C41",
    statement: "Ion maps cover 17.2 µm squared with Ga ions of 30 keV at 11 pA.",
    type: "setting",
    reported: "17.2 × 17.2 µm²; 30 keV; 11 pA",
    value: 17.2,
    unit: "µm",
    where: "Methods, TOF-SIMS",
    condition: "FIB cross-section",
    technique: "sims",
    page: pages.fig4,
    rule: setting(),
    caution: "Pixel count, dwell and the way of normalising are not given."
  },
  {
    id: "C42",
    statement: "Lamellae are milled at 30 kV, finished at 2 kV, and about 50 nm thick.",
    type: "setting",
    reported: "30 kV, then 2 kV; ≈ 50 nm",
    value: 50,
    unit: "nm",
    where: "Methods, STEM",
    condition: "FIB lamella",
    technique: "stem",
    page: pages.fig1,
    rule: setting(),
    caution: "A column image of 50 nm averages over some 170 unit cells along the beam."
  },
  {
    id: "C43",
    statement:
      "Atomic images are taken along [010] at 300 kV with HAADF at 62–200 mrad and iDPC at 7–29 mrad.",
    type: "setting",
    reported: "300 kV; ≈ 35 e/Å²/s; 62–200 mrad; 7–29 mrad; [010]",
    value: 300,
    unit: "kV",
    where: "Methods, STEM",
    condition: "all atomic images",
    technique: "stem",
    page: pages.fig1,
    rule: setting(),
    caution: "A dose rate is given, a dose is not; the probe's convergence is not given either."
  },
  {
    id: "C44",
    statement: "The energy resolution of the electron energy-loss spectra is about 4.7 eV.",
    type: "setting",
    reported: "≈ 4.7 eV",
    value: 4.7,
    unit: "eV",
    where: "Methods, EELS",
    condition: "width of the zero-loss peak",
    technique: "eels",
    page: pages.fig4,
    rule: setting(
      "The twin takes the printed value and, beside it, 0.5 eV, and shows what fine structure survives."
    ),
    caution:
      "Fine structure at the Li K and O K edges is discussed that this resolution would wash out; perhaps 0.47 eV was meant."
  },
  {
    id: "C45",
    statement: "Slow operando diffraction scans 15–40° in 0.02° steps at 1°/min with λ = 1.54186 Å.",
    type: "setting",
    reported: "1.54186 Å; 0.02°; 15–40°; 1°/min",
    value: 1.54186,
    unit: "Å",
    where: "Methods, operando diffraction",
    condition: "0.1 C",
    technique: "diffraction",
    page: pages.sOperando,
    rule: setting(),
    caution: "The (003) line of a layered oxide lies near 18.7°, inside the range; a scan takes 25 min."
  },
  {
    id: "C46",
    statement: "Fast operando diffraction takes 45 s a pattern over 5–58° with Ga radiation of 9.24 keV.",
    type: "setting",
    reported: "9.24 keV, 1.3418 Å; 5–58°; 45 s",
    value: 45,
    unit: "s",
    where: "Methods, operando diffraction",
    condition: "10 C",
    technique: "diffraction",
    page: pages.sOperando,
    rule: setting(),
    caution: "A charge at 10 C lasts at most six minutes: at most eight patterns."
  }
];
