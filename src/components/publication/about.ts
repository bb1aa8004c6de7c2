/** Who is cited: the companion, and apart from it the study that it accompanies. CITATION.cff says the same; a test compares. */

export const companion = {
  title: "Li-rich cathodes, two ways to age",
  subtitle: "an executable companion",
  author: "The authors of the LRTMO companion",
  description:
    "An executable companion to a study of how layered Li-rich oxide cathodes degrade: twins of its instruments, " +
    "its analyses run on their raw signals, and every claim held against what they give.",
  version: "0.1.0",
  /** day of the release */
  released: "2026-11-22",
  license: "MIT",
  licenseUrl: "https://spdx.org/licenses/MIT",
  keywords: [
    "lithium-ion batteries",
    "Li-rich layered oxides",
    "degradation",
    "digital twins",
    "reproducibility"
  ]
} as const;

export const study = {
  key: "liu-2024",
  title: "Revealing the degradation pathways of layered Li-rich oxide cathodes",
  journal: "Nature Nanotechnology",
  publisher: "Springer Nature",
  year: "2024",
  month: "9",
  published: "2024-09-02",
  doi: "10.1038/s41565-024-01773-4",
  /** family name, given name */
  authors: [
    ["Liu", "Zhimeng"],
    ["Zeng", "Yuqiang"],
    ["Tan", "Junyang"],
    ["Wang", "Hailong"],
    ["Zhu", "Yudong"],
    ["Geng", "Xin"],
    ["Guttmann", "Peter"],
    ["Hou", "Xu"],
    ["Yang", "Yang"],
    ["Xu", "Yunkai"],
    ["Cloetens", "Peter"],
    ["Zhou", "Dong"],
    ["Wei", "Yinping"],
    ["Lu", "Jun"],
    ["Li", "Jie"],
    ["Liu", "Bilu"],
    ["Winter", "Martin"],
    ["Kostecki", "Robert"],
    ["Lin", "Yuanjing"],
    ["He", "Xin"]
  ]
} as const;

export const doiUrl = (doi: string): string => `https://doi.org/${doi}`;
