// Checks against a measured neutron powder pattern.
// measured: npd-lbco-hrpt
import { writePart } from "../lib/validation/measured.js";
import { neutron } from "../lib/validation/neutron.js";

await writePart(neutron);
