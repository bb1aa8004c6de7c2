import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * The order of test files: those that drive a browser first, for they are the longest, and a long one at the end would
 * leave the other cores idle; then the kernels, and the rest.
 */
export class BrowsersFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      moduleId.includes("/test/pages/") ? 0 : moduleId.includes("/test/components/") ? 1 : 2;
    // what took long the last time, or is large, comes first within each kind
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
