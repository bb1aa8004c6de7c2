// Every operando pattern of the first charge and discharge at 0.1 C, for the waterfall and the map.
import { writeTable } from "./lib/arrow-table.js";
import { patternTable } from "./lib/operando.js";

await writeTable(patternTable(0.1));
