// Written by `npm run assembly` from parabola.as.ts: 461 bytes of WebAssembly. Do not edit.

export interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly nearby: (source: number, target: number, open: number, rows: number, rowBytes: number, squaredWidth: number, reach: number) => number;
}

const base64 =
  "AGFzbQEAAAABDAFgB39/f39/fX8BfwMCAQAFAwEAAAcTAgZuZWFyYnkAAAZtZW1vcnkCAAqWAwGTAwMFewV/AX0gBSAGQQFqsiIR" +
  "lCARlP0TIQoDQCAEIA1LBEAgAiANav0MAAAAAAAAAAAAAAAAAAAAAP0LBAAgDUEQaiENDAELCwNAIAMgDkoEQEEAIRADQCAEIBBL" +
  "BEACQCAAIBBqIg39AAQAIgkgDf0ABBAiCP1Q/VNFBEAgASAQaiIMIAn9CwQAIAwgCP0LBBAMAQsgDSEMQQEhDwNAIAYgD04EQCAJ" +
  "IAj96wEgBSAPIA9sspT9EyIL/UT9UwRAIAkgCyANIARrIg39AAQAIAQgDGoiDP0ABAD96gH95AH96gEhCSAIIAsgDf0ABBAgDP0A" +
  "BBD96gH95AH96gEhCCAPQQFqIQ8MAgsLCyABIBBqIgwgCf0LBAAgDCAI/QsEECAJIAr9RCIJIAggCv1EIgj9UCIL/VMEQCACIBBq" +
  "IgwgDP0ABAAgCf1Q/QsEACAMIAz9AAQQIAj9UP0LBBAgByAL/VAhBwsLIBBBIGohEAwBCwsgACAEaiEAIAEgBGohASAOQQFqIQ4M" +
  "AQsLIAf9U0EARws=";

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
let compiled: WebAssembly.Module | undefined;
let shared: Kernel | undefined;

/** Whether this engine can run it: all do that have WebAssembly with vectors. */
export const supported = (): boolean => typeof WebAssembly === "object" && WebAssembly.validate(bytes());

/** A kernel with a memory of its own. */
export function start(): Kernel {
  compiled ??= new WebAssembly.Module(bytes());
  return new WebAssembly.Instance(compiled).exports as unknown as Kernel;
}

/** The one kernel that all callers share, who must expect nothing in its memory. */
export const instance = (): Kernel => (shared ??= start());
