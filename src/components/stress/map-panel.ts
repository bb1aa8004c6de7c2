// Supplementary Figs. 27 and 28 from the precomputed fields: the whole particle, and the core around point A.
import type { Table } from "npm:apache-arrow";
import { figureFrame, type FigureFrame } from "../figure-frame.js";
import { sectionOfTables } from "./section.js";
import { sectionView, type SectionViewOptions } from "./section-view.js";

export interface MapPanelOptions extends Omit<SectionViewOptions, "alt"> {
  id: string;
  label: string;
  title: string;
  caption: string;
  /** radius of the particle and position of A, µm */
  radius: number;
  bridge: { r: number; z: number };
}

export function mapPanel(
  nodes: Table,
  triangles: Table,
  field: Table,
  { id, label, title, caption, radius, bridge, ...view }: MapPanelOptions
): FigureFrame {
  const alt = `${title}: map of the meridian section, lithium on the left and stress on the right.`;
  const section = sectionOfTables(nodes, triangles, field, { radius, bridge });
  return figureFrame({
    id,
    label,
    title,
    content: sectionView(section, { ...view, alt }),
    caption,
    alt,
    provenance: "predicted",
    table: field,
    interactive: true
  });
}
