/** The line of script on every page that starts the worker: after loading, when there is nothing else to do. Bundled by tools/publish.ts. */

/** Put in by the build: the way from the page to the worker. */
declare const WORKER: string;

const idle = (work: () => void, after: number): void => {
  setTimeout(
    () => ("requestIdleCallback" in window ? requestIdleCallback(work, { timeout: 10_000 }) : work()),
    after
  );
};

if ("serviceWorker" in navigator) {
  addEventListener("load", () => {
    idle(() => void navigator.serviceWorker.register(WORKER).catch(() => undefined), 2000);
    idle(() => {
      void navigator.serviceWorker.ready.then(({ active }) =>
        active?.postMessage({
          keep: true,
          lean: (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true,
          loaded: performance.getEntriesByType("resource").map(({ name }) => name)
        })
      );
    }, 8000);
  });
}
