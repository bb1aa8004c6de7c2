/** The foot of every page: where it comes from, how to cite it, and the study apart. Called by the configuration. */
import { doiUrl, study } from "./about.js";
import { upFrom } from "./citation-marks.js";

/** @param path site path of the page, "/figures/fig-5-voids-and-stress" */
export function pageFooter(path: string): string {
  return (
    `Computed from the code on this site; nothing is fetched from elsewhere. ` +
    `<a href="${upFrom(path)}references">References, and how to cite</a>. ` +
    `The study: <a href="${doiUrl(study.doi)}" target="_blank" rel="noopener noreferrer">doi:${study.doi}</a>.`
  );
}
