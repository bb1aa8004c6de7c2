// Slips 1, 2 and 6: the particle model as printed, beside the way it is read here.
import type { FigureFrame } from "../figure-frame.js";
import type { TableLike } from "../table-meta.js";
import { chartsPanel } from "./charts-panel.js";
import { rowsPanel } from "./rows-panel.js";

/** @param table slips_equations */
export const equationsPanel = (table: TableLike): FigureFrame =>
  rowsPanel(table, {
    ...{ id: "slip-equations", label: "Slip 1, 2 · a", title: "The dimensions of the model" },
    alt: "Terms of the particle model with the dimensions of both sides",
    caption:
      "Terms as printed and as read here. Dimensions catch two of the slips; a missing exponential and a wrong lattice parameter have the right ones.",
    columns: [
      { column: "equation", label: "For" },
      { column: "reading", label: "Reading" },
      { column: "term", label: "Term" },
      { column: "left", label: "Left side" },
      { column: "right", label: "Term has" },
      { column: "agrees", label: "Agree", say: (value) => (value ? "yes" : "no") }
    ]
  });

/** @param table slips_diffusivity */
export const diffusivityPanel = (table: TableLike, width: number): FigureFrame =>
  chartsPanel(table, {
    ...{ id: "slip-diffusivity", label: "Slip 1 · b", title: "Diffusivity against temperature", width },
    series: "reading",
    charts: [
      {
        x: { column: "temperature_K", label: "temperature (K)" },
        y: { column: "diffusivity", label: "D (10⁻¹³ m²/s)", factor: 1e13 },
        ...{ ruleY: 0, ruleX: 298 }
      }
    ],
    caption:
      "D(T) as printed passes through zero at the reference temperature of 298 K (dashed), where the cell is run, and is negative below: lithium would flow towards more lithium.",
    alt: "D with the exponential is positive everywhere; as printed it crosses zero at 298 K."
  });

/** @param table slips_volume */
export const volumePanel = (table: TableLike): FigureFrame =>
  rowsPanel(table, {
    ...{ id: "slip-volume", label: "Slip 1 · c", title: "The volume of the cell" },
    alt: "Volume, density and volume change of the cell with b and with c",
    caption:
      "With b = a, as in a hexagonal cell, and with c. The cells are approximate values from memory, unverified, as on the pages that use them.",
    columns: [
      { column: "state", label: "State" },
      { column: "a_angstrom", label: "a", unit: "Å", figures: 4 },
      { column: "c_angstrom", label: "c", unit: "Å", figures: 4 },
      { column: "volume_printed", label: "V with b", unit: "Å³", figures: 4 },
      { column: "volume", label: "V with c", unit: "Å³", figures: 5 },
      { column: "density_printed", label: "ρ with b", unit: "g/cm³" },
      { column: "density", label: "ρ with c", unit: "g/cm³" },
      { column: "change_printed_percent", label: "ΔV/V₀ with b", unit: "%" },
      { column: "change_percent", label: "ΔV/V₀ with c", unit: "%" }
    ]
  });

/** @param table slips_transient */
export const transientPanel = (table: TableLike, width: number): FigureFrame => {
  const x = { column: "depth_percent", label: "depth of discharge (%)" };
  return chartsPanel(table, {
    ...{ id: "slip-transient", label: "Slip 1 · d", title: "With and without a time derivative", width },
    series: "reading",
    charts: [
      {
        name: "Gradient of lithium",
        x,
        y: { column: "spread", label: "surface less void (Li per formula unit)" }
      },
      { name: "Hoop stress at the void", x, y: { column: "hoop_stress_MPa", label: "hoop stress (MPa)" } }
    ],
    caption:
      "A sphere of 8 µm with the central void of 0.5 µm at 10 C from rest. The steady profile is there from the first moment; the transient reaches it within a tenth of the discharge. With no source, as printed, nothing enters.",
    alt: "The transient rises from zero to the steady profile within about ten percent of the discharge."
  });
};

/** @param table slips_direction */
export const directionPanel = (table: TableLike, width: number): FigureFrame => {
  const x = { column: "passed_percent", label: "share of the capacity since rest (%)" };
  const label = "hoop stress (MPa)";
  return chartsPanel(table, {
    ...{ id: "slip-direction", label: "Slip 6", title: "Hoop stress as lithium goes in and out", width },
    series: "phase",
    seriesLabel: (phase) => (phase === "charge" ? "charge: lithium leaves" : "discharge: lithium enters"),
    charts: [
      { name: "At A, between void and pore", x, y: { column: "hoop_at_A_MPa", label }, ruleY: 0 },
      { name: "At the outer surface", x, y: { column: "hoop_at_surface_MPa", label }, ruleY: 0 }
    ],
    caption:
      "The stress model at 10 C with its default inputs, tension positive. Its size follows those inputs; its sign does not, as long as the oxide swells with lithium.",
    alt: "Discharge pulls at A and presses the surface; charge does the opposite."
  });
};
