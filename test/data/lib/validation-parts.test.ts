// Measured data of the techniques whose own tests do not run the checks of the page.
import { cycling } from "../../../src/data/lib/validation/cycling.js";
import { neutron } from "../../../src/data/lib/validation/neutron.js";
import { measured } from "./measured-parts.js";

measured(neutron, 7);
measured(cycling, 3);
