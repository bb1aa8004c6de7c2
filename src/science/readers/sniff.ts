// What a file is, by the bytes that it begins with; its name decides only between kinds that bytes cannot tell apart.

export type FileFormat = "text" | "parquet" | "workbook" | "tiff" | "hdf5" | "raw";

/** Bytes from the beginning of a file that `sniff` looks at. */
export const sniffedBytes = 4096;

const begins = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((value, i) => bytes[at + i] === value);
const ascii = (text: string): number[] => Array.from(text, (c) => c.charCodeAt(0));

/** Files that are recognised in order to say why they cannot be read. */
const refused: readonly [signature: readonly number[], what: string, mend: string][] = [
  [[0x1f, 0x8b], "a gzip archive", "unpack it first, and choose the file within"],
  [ascii("BZh"), "a bzip2 archive", "unpack it first, and choose the file within"],
  [[0xfd, ...ascii("7zXZ")], "an xz archive", "unpack it first, and choose the file within"],
  [[...ascii("7z"), 0xbc, 0xaf], "a 7-Zip archive", "unpack it first, and choose the file within"],
  [ascii("Rar!"), "a RAR archive", "unpack it first, and choose the file within"],
  [ascii("%PDF"), "a PDF", "export its numbers as text or .xlsx"],
  [[0x89, ...ascii("PNG")], "a PNG picture", "choose the data that it was drawn from, or a TIFF"],
  [[0xff, 0xd8, 0xff], "a JPEG picture", "choose the data that it was drawn from, or a TIFF"],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    "an OLE file (.xls, .txrm or .xrm)",
    "save a workbook as .xlsx, and images as TIFF or HDF5"
  ],
  [ascii("CDF"), "a NetCDF-3 file", "convert it to HDF5"],
  [ascii("\x93NUMPY"), "a NumPy array", "save it as TIFF or HDF5"],
  [ascii("BIO-LOGIC MODULAR FILE"), "a binary BioLogic file (.mpr)", "export it as text (.mpt)"],
  [[0x7f, ...ascii("ELF")], "a program", "choose a file of data"],
  [ascii("MZ"), "a program", "choose a file of data"]
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
  if (begins(bytes, ascii("PAR1"))) return "parquet";
  if (begins(bytes, ascii("PK"))) return zipOf(shown, bytes, ending);
  // what says that it is plain numbers is believed
  if (["raw", "bin", "vol"].includes(ending)) return "raw";
  for (const [signature, what, mend] of refused)
    if (begins(bytes, signature)) throw new Error(`unsupported file: ${shown} is ${what}; ${mend}`);
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
  const names = String.fromCharCode(...bytes.subarray(0, sniffedBytes));
  if (/\[Content_Types\]\.xml|xl\/|_rels\/\.rels/.test(names) || ending === "xlsx" || ending === "xlsm")
    return "workbook";
  throw new Error(
    `unsupported file: ${shown} is a zip archive${ending === "zip" ? "" : " in disguise"}; unpack it first, and choose the file within`
  );
}
