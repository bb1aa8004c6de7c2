// Written by `npm run assembly` from shear.as.ts: 1476 bytes of WebAssembly. Do not edit.

export interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly project: (image: number, rowStride: number, rowLength: number, column: number, rows: number, shift: number, slope: number, cells: number, length: number) => void;
  readonly collect: (a: number, length: number, column: number, first: number, weights: number, bins: number, out: number) => void;
  readonly spread: (cells: number, length: number, column: number, first: number, weights: number, bins: number, values: number) => void;
  readonly backproject: (image: number, rowStride: number, rowLength: number, column: number, rows: number, cells: number, shift0: number, slope0: number, shift1: number, slope1: number) => void;
}

const base64 =
  "AGFzbQEAAAABJANgB39/f39/f38AYAl/f39/f3x8f38AYAp/f39/f398fHx8AAMFBAABAAIFAwEAAAc1BQdwcm9qZWN0AAEHY29s" +
  "bGVjdAACBnNwcmVhZAAAC2JhY2twcm9qZWN0AAMGbWVtb3J5AgAK0AoEjgICBn8BfSAAQQAgASACavwLAANAIAUgCkoEQCAAIAMo" +
  "AgAgAmxqIQxBACELA0AgC0EYSQRAIAQgC2oqAgAhDUEAIQcDQCAHQRBqIgggAk0EQCAHIAxqIgkgCf0ABAAgDf0TIAYgB2r9AAQA" +
  "/eYB/eQB/QsEACAIIQcMAQsLA0AgAiAHSwRAIAcgDGoiCCAIKgIAIA0gBiAHaioCAJSSOAIAIAdBBGohBwwBCwsgC0EEaiELIAIg" +
  "DGohDAwBCwsgCkEBaiEKIANBBGohAyAEQRhqIQQgAiAGaiEGDAELCyAAIAFqIQEDQCAAIAAgAmr9AAQAIAD9AAQA/eUB/QsEwJAE" +
  "IAEgAEEQaiIASw0ACwuhAwMGfwV8CXsgB0EAIAhBEGoiCPwLACAHQcCQBGpBACAI/AsAA0AgBSAGIAm3oqAiEJwhDyAQIA+htv0T" +
  "IRQgBSAGIAlBAWq3oqAiEJwhESAQIBGhtv0TIRUgBSAGIAlBAmq3oqAiEJwhEiAQIBKhtv0TIRYgBSAGIAlBA2q3oqAiE5whECAT" +
  "IBChtv0TIRcgACAP/AMgA2xrIAdrIQogACABaiAR/AMgA2xrIAdrIQsgACABQQF0aiAS/AMgA2xrIAdrIQwgACABQQNsaiAQ/AMg" +
  "A2xrIAdrIQ0gByAPIBCl/AMgA2xqIAJqIQ4gByAPIBCk/AMgA2xqIQgDQCAI/QAEwJAEIBQgCCAKav0ABAAiGP3mAf3kASAVIAgg" +
  "C2r9AAQAIhn95gH95AEgFiAIIAxq/QAEACIa/eYB/eQBIBcgCCANav0ABAAiG/3mAf3kASEcIAggCP0ABAAgGP3kASAZ/eQBIBr9" +
  "5AEgG/3kAf0LBAAgCCAc/QsEwJAEIA4gCEEQaiIISw0ACyAAIAFBAnRqIQAgCUEEaiIJIARIDQALC8QDAgN/Bn0gAEHAkARqIQgg" +
  "ACIHIAFqIQEDQCAHIAf9AAQAIAggAmv9AAQAIAj9AAQA/eUB/eQB/QsEACAIQRBqIQggASAHQRBqIgdLDQALQQAhCANAIAUgCEoE" +
  "QCAAIAMoAgAgAmxqIQkgBCoCACEKIAQqAgQhCyAEKgIIIQwgBCoCDCENIAQqAhAhDiAEKgIUIQ9BACEBA0AgAUEQaiIHIAJNBEAg" +
  "ASAGaiAK/RMgASAJaiIB/QAEAP3mASAL/RMgASACav0ABAD95gH95AEgDP0TIAEgAkEBdGr9AAQA/eYB/eQBIA39EyABIAJBA2xq" +
  "/QAEAP3mAf3kASAO/RMgASACQQJ0av0ABAD95gH95AEgD/0TIAEgAkEFbGr9AAQA/eYB/eQB/QsEACAHIQEMAQsLA0AgASACSQRA" +
  "IAEgBmogCiABIAlqIgcqAgCUIAsgAiAHaioCAJSSIAwgByACQQF0aioCAJSSIA0gByACQQNsaioCAJSSIA4gByACQQJ0aioCAJSS" +
  "IA8gByACQQVsaioCAJSSOAIAIAFBBGohAQwBCwsgCEEBaiEIIANBBGohAyAEQRhqIQQgAiAGaiEGDAELCwvUAQMGfwN8AnsDQCAG" +
  "IAcgC7ciEaKgIhKcIRAgEiAQobb9EyETIAggCSARoqAiEZwhEiARIBKhtv0TIRQgBSAQ/AMgA2xqIABrIQwgBUGAqAhqIBL8AyAD" +
  "bGogAGshDSAAIAJqIQ4gACEKA0AgCiAK/QAEACAKIAxqIg/9AAQAIBMgD/0ABMCQBP3mAf3kAf3kASAKIA1qIg/9AAQAIBQgD/0A" +
  "BMCQBP3mAf3kAf3kAf0LBAAgDiAKQRBqIgpLDQALIAAgAWohACALQQFqIgsgBEgNAAsL";

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
