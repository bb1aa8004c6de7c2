// What a file is, by the bytes that it begins with; its name decides only between kinds that bytes cannot tell apart.

export type FileFormat = "text" | "parquet" | "workbook" | "tiff" | "hdf5" | "raw";

/** Bytes from the beginning of a file that `sniff` looks at. */
export const sniffedBytes = 4096;

const begins = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((value, i) => bytes[at + i] === value);
const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));

/** The first bytes, one letter each, so that a pattern can be held against them. */
const first = (bytes: Uint8Array, count: number): string => String.fromCharCode(...bytes.subarray(0, count));
/** Whether they hold what no text does. */
const binary = (bytes: Uint8Array): boolean => /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(first(bytes, 64));

const unpack = "unpack it first, and choose the file within";
const another = "choose the data that it was drawn from, or a TIFF";

/**
 * Files that are recognised in order to say why they cannot be read. The whole of a signature is asked for: its letters alone may
 * begin the names of a table's columns.
 */
const refused: readonly [signature: RegExp, what: string, mend: string][] = [
  [/^\x1f\x8b\x08/, "a gzip archive", unpack],
  [/^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/, "a bzip2 archive", unpack],
  [/^\xfd7zXZ\0/, "an xz archive", unpack],
  [/^7z\xbc\xaf\x27\x1c/, "a 7-Zip archive", unpack],
  [/^Rar!\x1a\x07(?:\0|\x01\0)/, "a RAR archive", unpack],
  [/^%PDF-\d\.\d/, "a PDF", "export its numbers as text or .xlsx"],
  [/^\x89PNG\r\n\x1a\n/, "a PNG picture", another],
  [/^\xff\xd8\xff[\xc0-\xfe]/, "a JPEG picture", another],
  [
    /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    "an OLE file (.xls, .txrm or .xrm)",
    "save a workbook as .xlsx, and images as TIFF or HDF5"
  ],
  [/^CDF[\x01\x02\x05]/, "a NetCDF-3 file", "convert it to HDF5"],
  [/^\x93NUMPY[\x01-\x03]\0/, "a NumPy array", "save it as TIFF or HDF5"],
  [/^BIO-LOGIC MODULAR FILE\x1a/, "a binary BioLogic file (.mpr)", "export it as text (.mpt)"],
  [/^\x7fELF[\x01\x02][\x01\x02]/, "a program", "choose a file of data"],
  // nothing more is fixed of this one, but its header is numbers of two and four bytes, mostly small
  [/^MZ[^]{0,61}\0/, "a program", "choose a file of data"]
];

/**
 * @param bytes the first of the file, `sniffedBytes` or all
 * @param size bytes of the whole file
 * @throws one sentence for an empty file and for what cannot be read
 */
export function sniff(name: string, bytes: Uint8Array, size: number): FileFormat {
  const shown = name.slice(0, 80);
  if (size === 0) throw new Error(`missing data: ${shown} is empty; export it again`);
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (begins(bytes, [0x89, ...ascii("HDF\r\n\x1a\n")])) return "hdf5";
  // a user block of 512, 1024, 2048 … bytes may stand before an HDF5 file
  for (let at = 512; at + 8 <= bytes.length; at *= 2)
    if (begins(bytes, [0x89, ...ascii("HDF\r\n\x1a\n")], at)) return "hdf5";
  if (ascii("*+").some((v) => begins(bytes, [...ascii("II"), v, 0]) || begins(bytes, [...ascii("MM"), 0, v])))
    return "tiff";
  if (begins(bytes, ascii("PAR1")) && (ending === "parquet" || binary(bytes))) return "parquet";
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(first(bytes, 4))) return zipOf(shown, bytes, ending);
  // what says that it is plain numbers is believed
  if (["raw", "bin", "vol"].includes(ending)) return "raw";
  const start = first(bytes, 64);
  for (const [signature, what, mend] of refused)
    if (signature.test(start)) throw new Error(`unsupported file: ${shown} is ${what}; ${mend}`);
  for (const [endings, format] of mustBe)
    if (endings.includes(ending))
      throw new Error(
        `invalid ${format} file: ${shown} does not begin as one does; it may be cut off or of another type: export it again`
      );
  return "text";
}

const mustBe: readonly [endings: readonly string[], format: string][] = [
  [["tif", "tiff"], "TIFF"],
  [["h5", "hdf5", "nxs", "hdf", "nx5", "he5"], "HDF5"],
  [["parquet"], "Parquet"],
  [["xlsx", "xlsm"], ".xlsx"]
];

/** A workbook is a zip; so is much else. The names of its first entries stand in plain text. */
function zipOf(shown: string, bytes: Uint8Array, ending: string): FileFormat {
  const names = first(bytes, sniffedBytes);
  if (/\[Content_Types\]\.xml|xl\/|_rels\/\.rels/.test(names) || ending === "xlsx" || ending === "xlsm")
    return "workbook";
  throw new Error(
    `unsupported file: ${shown} is a zip archive${ending === "zip" ? "" : " in disguise"}; unpack it first, and choose the file within`
  );
}
