/** Types of the libraries that read formats, under the names by which the pages load them. */
declare module "npm:geotiff" {
  export * from "geotiff";
}
declare module "npm:h5wasm" {
  export * from "h5wasm";
  export { default } from "h5wasm";
}
declare module "npm:hyparquet" {
  export * from "hyparquet";
}
declare module "npm:hyparquet-compressors" {
  export * from "hyparquet-compressors";
}
declare module "npm:@e965/xlsx" {
  export * from "@e965/xlsx";
}
