/** What every long computation accepts: a way to stop it and a way to watch it. */
export interface TaskOptions {
  signal?: AbortSignal;
  /** @param fraction from 0 to 1; @param what a few words on the present step */
  onProgress?: (fraction: number, what: string) => void;
}
