/** Superscript digits and back: "-15" is "⁻¹⁵". */
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
const plain = "0123456789-";

const swap = (text: string, from: string, to: string): string =>
  Array.from(text, (c) => (from.includes(c) ? (to[from.indexOf(c)] ?? c) : c)).join("");

export const toSuperscript = (text: string): string => swap(text, plain, raised);
export const fromSuperscript = (text: string): string => swap(text, raised, plain);
