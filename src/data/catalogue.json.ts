/** The catalogue of all tables, for the SQL page. Run last by the data build, which names the tables in LRTMO_TABLES. */
import { readFileSync } from "node:fs";
import { catalogue } from "./lib/catalogue-entry.js";

const list = process.env["LRTMO_TABLES"];
if (list === undefined) throw new Error("missing LRTMO_TABLES: the data build sets it; run: npm run data");

const tables = JSON.parse(list) as { path: string; file: string }[];
const entries = catalogue(tables.map(({ path, file }) => ({ path, bytes: readFileSync(file) })));
process.stdout.write(JSON.stringify(entries));
