/** Qualitative statements worth a number: Q1–Q11. */
import type { Claim, Rule, Technique } from "./claim.js";
import { pages } from "./pages.js";
import { atLeast, atMost } from "./rules.js";

/** One row: all qualitative claims report words and no number. */
function row(
  id: string,
  statement: string,
  where: string,
  condition: string,
  technique: Technique,
  page: string,
  rule: Rule,
  caution: string
): Claim {
  const fixed = { type: "qualitative", reported: "in words", value: null, unit: "" } as const;
  return { id, statement, ...fixed, where, condition, technique, page, rule, caution };
}

export const qualitativeClaims: Claim[] = [
  row(
    "Q1",
    "Slow cycling turns the surface from layered through spinel to rock salt.",
    "Fig. 1f",
    "0.1 C, 20 cycles",
    "stem",
    pages.fig1,
    atLeast(0.5, "the share of surface columns whose phases come in this order"),
    "One image; the text reads it from the bulk outwards."
  ),
  row(
    "Q2",
    "Fast cycling leaves less spinel at the surface.",
    "text beside Fig. 3, citing Fig. 1f",
    "10 C, 20 cycles",
    "stem",
    pages.fig1,
    atMost(1, "the thickness of the transformed layer at 10 C divided by that at 0.1 C"),
    "Fig. 1f, cited for it, shows the slowly cycled sample."
  ),
  row(
    "Q3",
    "Nanovoids in slowly cycled particles come from gathered oxygen vacancies.",
    "Fig. 1f,g; Supplementary Figs. 15, 16",
    "0.1 C, 20 cycles",
    "eels",
    pages.sMicroscopy,
    atLeast(1, "the oxygen deficit inside voids divided by that beside them, at equal thickness"),
    "A void is also thinner, which lowers every signal; thickness is not given."
  ),
  row(
    "Q4",
    "The axis c rises sharply at 10 C and slowly at 0.1 C.",
    "Supplementary Fig. 19",
    "first charge",
    "diffraction",
    pages.sOperando,
    atLeast(1, "the steepest dc/dQ at 10 C divided by that at 0.1 C"),
    "At 10 C a charge holds at most eight patterns."
  ),
  row(
    "Q5",
    "Lithium is uneven already in the first fast cycle, in a way that Fick's law does not give.",
    "Supplementary Fig. 26b",
    "10 C, 4.8 V, first cycle",
    "sims",
    pages.sSims,
    atLeast(
      1,
      "what a parabola of the radius leaves of the lithium map, over what it leaves of Fickian particles with cracks,"
    ),
    "The stress of Fig. 5 comes from a purely Fickian model."
  ),
  row(
    "Q6",
    "Lithium-rich regions are oxygen-rich too, and oxygen-rich regions are poor in Mn.",
    "Fig. 4c",
    "10 C, 20 cycles",
    "sims",
    pages.fig4,
    atLeast(1, "the smaller of the two overlaps divided by that of shuffled maps"),
    "Counts follow the matrix and the topography of cracks as well as composition."
  ),
  row(
    "Q7",
    "Slow cycling makes more void volume, fast cycling fewer, larger and connected pores.",
    "Fig. 5a–c",
    "after cycling",
    "porosity",
    pages.fig5,
    atLeast(
      1,
      "the smallest of void fraction and count of the pores at 0.1 C over 10 C, and of their mean volume and the largest one's share at 10 C over 0.1 C,"
    ),
    "No porosity is printed, and one particle stands for each state."
  ),
  row(
    "Q8",
    "At 4.8 V the outer shell has more oxidised oxygen and less oxidised Ni than the bulk, above all at 0.1 C.",
    "Fig. 3d,e",
    "4.8 V, both rates",
    "xanes",
    pages.fig3,
    atMost(0, "surface less centre valence of Ni, or centre less surface valence of O, the larger"),
    "Zones of a projection are not shells."
  ),
  row(
    "Q9",
    "No element that takes part in redox is back at its first oxidation state after discharge.",
    "Fig. 3b–e",
    "first cycle",
    "xanes",
    pages.fig3,
    atLeast(0, "the least that Co, Ni or O stays more oxidised after a cycle than before"),
    "The text also calls the reduction of oxygen highly reversible."
  ),
  row(
    "Q10",
    "After 20 slow cycles Mn and Co carry more of the capacity and Ni less; after fast ones all metals are less active.",
    "text beside Fig. 3",
    "20 cycles, both rates",
    "electrochemistry",
    pages.fig3,
    atMost(
      0,
      "change of the shares of the capacity over 20 cycles at 0.1 C: Ni's gain or the loss of Mn or Co, the largest,"
    ),
    "No shares are printed."
  ),
  row(
    "Q11",
    "Oxygen-poor regions go with voltage decay, lattice strain with the loss of capacity at high rate.",
    "conclusions",
    "both rates",
    "pathways",
    pages.fig1,
    atMost(0.5, "the voltage decay of the aged twin with oxygen loss switched off divided by that with it"),
    "Two rates are two points: an association, not a cause."
  )
];
