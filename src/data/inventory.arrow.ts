// Every panel, supplementary figure, table and claim of the study with the page where it is, or will be.
// reads: src/figures/*.md src/supplementary/*.md src/explore/*.md src/hypotheses/*.md src/*.md
import { expectedPages } from "../science/claims/inventory.js";
import { arrowTable, writeTable, type Column } from "./lib/arrow-table.js";
import { inventoryRows } from "./lib/inventory-rows.js";

const rows = inventoryRows("src");
type Row = (typeof rows)[number];
const text = (description: string, of: (row: Row) => string): Column => ({
  unit: "",
  description,
  type: "utf8",
  values: rows.map(of)
});

await writeTable(
  arrowTable(
    {
      title: "Inventory of the study",
      description:
        "The 35 panels, 28 supplementary figures, 3 supplementary tables and 60 claims, and where each stands.",
      method: "An item counts as shown where the text of its page carries its anchor, or names the claim.",
      provenance: "reported",
      parameters: { expectedPages },
      sources: ["doi:10.1038/s41565-024-01773-4"],
      page: "/claims",
      code: ["src/science/claims/inventory.ts", "src/science/claims/status.ts"]
    },
    {
      kind: text("panel, figure (supplementary), table (supplementary) or claim", (row) => row.kind),
      id: text("number in the study", (row) => row.id),
      title: text("what it shows or says, in our words", (row) => row.title),
      panels: text("sub-panels that the text names", (row) => row.panels),
      page: text("page of this site where it is or will be", (row) => row.page),
      anchor: text("id on that page", (row) => row.anchor),
      status: text(
        "shown, waiting (its page is there), planned (no page yet) or missing",
        (row) => row.status
      )
    }
  )
);
