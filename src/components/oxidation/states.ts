// The states whose maps the page shows: all but the control of one composition.
import { sampledStates } from "../../science/particle/states.js";

export const mappedStates = sampledStates.filter(({ phase }) => phase !== "control");
