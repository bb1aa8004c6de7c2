/** Loaded into Framework's process: a library that was not seeded is a fault to name, not a file to download. */
globalThis.fetch = async (input) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const [, name] = /^\/(?:npm\/)?((?:@[^/]+\/)?[^/@]+)/.exec(url.pathname) ?? [];
  throw new Error(
    `missing library: a page uses ${decodeURIComponent(name ?? url.pathname)}, which is not installed; run npm install, ` +
      `or take it out of the page (nothing is fetched from ${url.host} while the site is built)`
  );
};
