// Dimensions of plain numbers, which no header tells.
import { rawTypes, type RawLayout } from "../../science/readers/raw-volume.js";
import { h } from "../element.js";
import { chooser, fields, neededNumber, textField } from "./form.js";

/** @param told by the file's name or size @param read opens the file with the dimensions given */
export function rawForm(told: RawLayout | null, read: (layout: () => RawLayout) => void): HTMLElement {
  const size = (label: string, value: number | undefined) =>
    textField(label, value === undefined ? "" : String(value));
  const [columns, rows, slices] = [
    size("Columns", told?.columns),
    size("Rows", told?.rows),
    size("Slices", told?.slices)
  ];
  const header = size("Header (bytes)", told?.header ?? 0);
  const type = chooser(
    "Numbers",
    rawTypes.map((value) => ({ value, label: value })),
    told?.type
  );
  const order = chooser(
    "Byte order",
    [
      { value: true, label: "little endian" },
      { value: false, label: "big endian" }
    ],
    told?.littleEndian ?? true
  );
  const layout = (): RawLayout => ({
    ...{ columns: neededNumber(columns), rows: neededNumber(rows), slices: neededNumber(slices) },
    ...{ type: type.get(), littleEndian: order.get(), header: neededNumber(header) }
  });
  return h(
    "div",
    {},
    fields(columns.element, rows.element, slices.element, type.element, order.element, header.element),
    h(
      "button",
      { type: "button", class: "button", onclick: () => read(layout) },
      "Read with these dimensions"
    )
  );
}
