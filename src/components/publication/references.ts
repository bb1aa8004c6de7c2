/** The open references that parameters, tables and pages name, in one list. Methods of the kernels: method-references.ts. */
import { study } from "./about.js";

export interface Reference {
  /** author-year, for marks in pages: [@koerver-2018] */
  key: string;
  authors: string;
  year?: number;
  title?: string;
  /** journal, volume and first page, or publisher */
  where: string;
  doi?: string;
  /** how a parameter's source names it */
  names?: readonly string[];
  /** how far it was read, where that was not the document itself */
  note?: string;
}

export const references: readonly Reference[] = [
  {
    key: study.key,
    authors: "Liu, Z. et al.",
    year: 2024,
    title: study.title,
    where: "Nature Nanotechnology",
    doi: study.doi,
    note: "the study that this site accompanies"
  },
  {
    key: "axen-2022",
    authors: "Axen et al.",
    year: 2022,
    where: "J. Energy Storage",
    doi: "10.1016/j.est.2022.103985",
    names: ["Axen et al. 2022"]
  },
  {
    key: "bai-2015",
    authors: "Bai et al.",
    year: 2015,
    where: "Energy Technol.",
    names: ["Bai et al., Energy Technol. 2015"],
    note: "by way of a secondary source"
  },
  {
    key: "chantler-1995",
    authors: "Chantler, C. T.",
    year: 1995,
    title:
      "Theoretical form factor, attenuation, and scattering tabulation for Z = 1–92 from E = 1–10 eV to E = 0.4–1.0 MeV",
    where: "J. Phys. Chem. Ref. Data 24, 71",
    doi: "10.1063/1.555974",
    names: ["Chantler's table"]
  },
  {
    key: "chantler-ffast",
    authors: "Chantler, C. T. et al.",
    year: 2005,
    title: "X-ray form factor, attenuation and scattering tables",
    where: "NIST Standard Reference Database 66",
    doi: "10.18434/T4HS32"
  },
  {
    key: "chen-2020",
    authors: "Chen, C.-H. et al.",
    year: 2020,
    title:
      "Development of experimental techniques for parameterization of multi-scale lithium-ion battery models",
    where: "J. Electrochem. Soc. 167, 080534",
    names: ["Chen et al. 2020", "Chen2020"],
    note: "as a set of parameters of PyBaMM has it"
  },
  {
    key: "cheng-2017",
    authors: "Cheng et al.",
    year: 2017,
    where: "J. Eur. Ceram. Soc. 37, 3213",
    names: ["Cheng et al., J. Eur. Ceram. Soc. 37 (2017) 3213–3217"],
    note: "as COMSOL's material library uses it"
  },
  {
    key: "comsol",
    authors: "COMSOL",
    title: "Material library and tutorials of the battery design module",
    where: "software documentation",
    names: ["COMSOL material library", "COMSOL's material library", "COMSOL tutorial"]
  },
  {
    key: "du-2022",
    authors: "Du et al.",
    year: 2022,
    where: "ACS Energy Lett. 7, 3006",
    names: ["Du et al., ACS Energy Lett. 7 (2022) 3006"]
  },
  {
    key: "egerton-2011",
    authors: "Egerton, R. F.",
    year: 2011,
    title: "Electron energy-loss spectroscopy in the electron microscope, 3rd ed.",
    where: "Springer",
    doi: "10.1007/978-1-4419-9583-4",
    names: ["Egerton (2011)"]
  },
  {
    key: "elam-2002",
    authors: "Elam, W. T., Ravel, B. D. & Sieber, J. R.",
    year: 2002,
    title: "A new atomic database for X-ray spectroscopic calculations",
    where: "Radiat. Phys. Chem. 63, 121",
    doi: "10.1016/S0969-806X(01)00227-4"
  },
  {
    key: "karunawan-2022",
    authors: "Karunawan et al.",
    year: 2022,
    where: "Batteries, no. 1, 31",
    names: ["Karunawan et al., Batteries 2022, 1, 31"],
    note: "abstract"
  },
  {
    key: "kim-2025",
    authors: "Kim et al.",
    year: 2025,
    where: "Energy Environ. Sci.",
    doi: "10.1039/D4EE05222F",
    names: ["Kim et al., Energy Environ. Sci. 2025"]
  },
  {
    key: "ko-jes",
    authors: "Ko et al.",
    year: 2019,
    where: "J. Electrochem. Soc. 166, A2939",
    names: ["Ko et al., J. Electrochem. Soc. 166, A2939"],
    note: "as COMSOL's tutorial cites it"
  },
  {
    key: "koerver-2018",
    authors: "Koerver, R. et al.",
    year: 2018,
    title: "Chemo-mechanical expansion of lithium electrode materials",
    where: "Energy Environ. Sci. 11, 2142",
    names: ["Koerver et al., Energy Environ. Sci. 11 (2018) 2142", "Koerver et al. 2018"],
    note: "as COMSOL's material library has its table"
  },
  {
    key: "ma-2015",
    authors: "Ma et al.",
    year: 2015,
    where: "Sci. Rep. 5, 11257",
    names: ["Ma et al., Sci. Rep. 5 (2015) 11257"],
    note: "abstract"
  },
  {
    key: "pybamm",
    authors: "Sulzer, V. et al.",
    year: 2021,
    title: "Python battery mathematical modelling (PyBaMM)",
    where: "J. Open Res. Softw. 9, 14",
    names: ["PyBaMM"],
    note: "its sets of parameters are named after their sources: Ai2020, Chen2020, Mohtat2020, OKane2022, Xu2019"
  },
  {
    key: "sears-1992",
    authors: "Sears, V. F.",
    year: 1992,
    title: "Neutron scattering lengths and cross sections",
    where: "Neutron News 3, 26",
    doi: "10.1080/10448639208218770"
  },
  {
    key: "stray-light-2025",
    authors: "Authors as at the DOI",
    year: 2025,
    where: "Beilstein J. Nanotechnol. 16",
    doi: "10.3762/bjnano.16.82",
    note: "a model of such microscopes against gold spheres"
  },
  {
    key: "sharma-2023",
    authors: "Sharma",
    year: 2023,
    where: "not seen",
    names: ["Sharma 2023"],
    note: "from memory and unverified"
  },
  {
    key: "sturm-2019",
    authors: "Sturm, J. et al.",
    year: 2019,
    where: "as COMSOL's material library cites it",
    names: ["Sturm et al. 2019"]
  },
  {
    key: "sun-2017",
    authors: "Sun & Zhao",
    year: 2017,
    where: "not seen",
    names: ["Sun and Zhao 2017"],
    note: "from memory and unverified"
  },
  {
    key: "symmetry-tables",
    authors: "Aroyo, M. I. (ed.)",
    year: 2016,
    title: "International Tables for Crystallography, volume A: space-group symmetry",
    where: "International Union of Crystallography",
    doi: "10.1107/97809553602060000114"
  },
  {
    key: "valoen-2005",
    authors: "Valøen, L. O. & Reimers, J. N.",
    year: 2005,
    title: "Transport properties of LiPF6-based Li-ion battery electrolytes",
    where: "J. Electrochem. Soc. 152, A882",
    doi: "10.1149/1.1872737",
    names: ["Valøen and Reimers 2005"]
  },
  {
    key: "waasmaier-1995",
    authors: "Waasmaier, D. & Kirfel, A.",
    year: 1995,
    title: "New analytical scattering-factor functions for free atoms and ions",
    where: "Acta Cryst. A 51, 416",
    doi: "10.1107/S0108767394013292"
  },
  {
    key: "walther-2006",
    authors: "Walther, T.",
    year: 2006,
    where: "J. Microsc. 221, 137",
    names: ["Walther, J. Microsc. 221 (2006) 137"]
  },
  {
    key: "woodley-2000",
    authors: "Woodley et al.",
    year: 2000,
    where: "not seen",
    names: ["Woodley et al. 2000"],
    note: "abstract"
  },
  {
    key: "xu-2017",
    authors: "Xu & Zhao",
    year: 2017,
    where: "not seen",
    names: ["Xu and Zhao 2017"],
    note: "from memory and unverified"
  },
  {
    key: "yang-2012",
    authors: "Yang et al.",
    year: 2012,
    where: "Electrochim. Acta 66, 88",
    names: ["Yang et al., Electrochim. Acta 66 (2012) 88"],
    note: "abstract"
  },
  {
    key: "yin-2020",
    authors: "Yin et al.",
    year: 2020,
    where: "Nat. Commun. 11",
    doi: "10.1038/s41467-020-14927-4",
    names: ["Nat. Commun. 2020, s41467-020-14927-4"],
    note: "introduction"
  },
  {
    key: "zhang-2022",
    authors: "Zhang et al.",
    year: 2022,
    where: "Energy Storage Mater.",
    names: ["Zhang et al., Energy Storage Mater. 2022"],
    note: "by way of a secondary source"
  }
];
