// Which question each claim puts to an instrument: what is measured, and what the alternative would be. A claim that prints a
// number may put two: is there anything at all, and is it that number to the tolerance of the claim's rule.

export interface QuestionText {
  /** unique: the claim, with a letter where it puts more than one */
  id: string;
  claim: string;
  asks: string;
  /** what is measured */
  quantity: string;
  /** what would be true instead */
  instead: string;
  /** what it cannot decide however good it is; "" for nothing to add */
  besides: string;
}

const q = (id: string, asks: string, quantity: string, instead: string, besides = ""): QuestionText => ({
  id,
  claim: id.replace(/[a-z]$/, ""),
  asks,
  quantity,
  instead,
  besides
});

const share = "share of the volume";

export const questionTexts: readonly QuestionText[] = [
  q("C04a", "Does the first cycle remove oxygen?", "oxygen lost, by refinement", "none is lost"),
  q("C04b", "Is the loss 4 %, to a quarter of it?", "oxygen lost, by refinement", "a quarter less is lost"),
  q("C05a", "Is pristine material uneven?", `${share} at the target`, "one composition throughout"),
  q("C05b", "Is 93.6 % at the target, to one percentage point?", `${share} at the target`, "1 point more"),
  q(
    "C06",
    "Are there oxygen-poor regions at 4.6 V, 0.1 C?",
    `oxygen-poor ${share} over pristine`,
    "no more than in the pristine particle"
  ),
  q(
    "C07",
    "Does c fall towards 4.8 V, 0.1 C?",
    "change of c from 4.6 V",
    "c stays",
    "Whether metals dissolve, diffraction of this kind does not say."
  ),
  q(
    "C08",
    "Does the oxygen-poor share stay on slow discharge?",
    "share after over share before",
    "a tenth of it goes back"
  ),
  q(
    "C09",
    "Are there oxygen-rich domains at 4.4 V, 10 C?",
    `oxygen-rich ${share} over pristine`,
    "no more than in the pristine particle"
  ),
  q(
    "C10a",
    "Are there oxygen-rich domains at 4.8 V, 10 C?",
    `oxygen-rich ${share} over pristine`,
    "no more than in the pristine particle"
  ),
  q("C10b", "Do they take 17 %, to three percentage points?", `oxygen-rich ${share}`, "3 points less"),
  q("C11", "Does part of them go back on discharge?", "share after over share before", "none goes back"),
  q("C12", "Is most metal oxidised by 4.4 V, 0.1 C?", "share of the metals' oxidation", "just half of it"),
  q(
    "C13",
    "Do pixels differ in oxidation state at 4.6 V?",
    "spread of the Co valence between pixels",
    "all pixels alike",
    "Single pixels; domains of many pixels show sooner."
  ),
  q(
    "C14",
    "Are Mn and Ni reduced at the surface, Co not?",
    "surface less centre, Mn or Ni less Co",
    "no difference",
    "Zones of a projection are not shells."
  ),
  q("C15", "Do metals give electrons first, oxygen later?", "the smaller of both shares", "just half"),
  q("C16", "Does fast charge oxidise less?", "oxidation at 10 C over that at 0.1 C", "as far"),
  q("C17", "Does Mn stay at +4, to 0.1?", "mean valence of Mn", "0.1 lower"),
  q("C18", "Do Mn2+ and Ni3+ sit together?", "overlap over that of shuffled maps", "by chance"),
  q("C19a", "Does anything stay oxidised after discharge?", "charge of Ni and Co", "all is reduced again"),
  q("C19b", "Is it 39 mAh/g, to a tenth?", "charge of Ni and Co", "a tenth less"),
  q(
    "C20",
    "Is oxidised oxygen there at 4.8 V and gone at 2.0 V?",
    "loss of the feature over the least that is seen",
    "it stays"
  ),
  q(
    "C22",
    "Is the pre-peak at 530 eV, to 1 eV?",
    "energy of one fitted line",
    "1 eV away",
    "A zero of the energy axis that is off adds in full."
  ),
  q(
    "Q1",
    "Do rock salt, spinel, layers follow one another?",
    "share of lines in that order",
    "half of them, as good as none"
  ),
  q("Q2", "Is the changed layer thinner at 10 C?", "its thickness at 10 C over 0.1 C", "as thick"),
  q(
    "Q3",
    "Does oxygen miss in nanovoids more than beside them?",
    "deficit in over beside the void",
    "as much",
    "How it left, no spectrum says."
  ),
  q("Q4", "Does c rise more sharply at 10 C?", "steepest dc/dQ, 10 C over 0.1 C", "as sharply"),
  q(
    "Q5",
    "Is lithium uneven beyond any Fickian profile?",
    "rest that a parabola leaves, over the mean",
    "the rest that cracks and domains of oxygen leave"
  ),
  q(
    "Q6",
    "Are Li-rich, O-rich and Mn-poor places the same?",
    "the smaller overlap over that of turned maps",
    "by chance",
    "A matrix effect can make such an overlap by itself."
  ),
  q("Q7", "Does slow cycling make more void?", "porosity at 0.1 C less that at 10 C", "as much"),
  q(
    "Q8",
    "Has the shell more oxidised O and less oxidised Ni?",
    "surface less centre valence",
    "no difference",
    "Zones of a projection are not shells."
  ),
  q(
    "Q9",
    "Is no element back at its first state?",
    "least change of valence over a cycle",
    "one of them is back"
  ),
  q("Q10", "Does Ni carry less after 20 slow cycles?", "change of its share", "no change")
];

/** @throws where there is none of this id */
export function questionText(id: string): QuestionText {
  const found = questionTexts.find((text) => text.id === id);
  if (!found)
    throw new Error(`unknown question: ${id}; must be one of ${questionTexts.map((t) => t.id).join(", ")}`);
  return found;
}
