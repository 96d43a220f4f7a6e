/** The one policy by which addresses of workers are trusted: our own, below the console. Everything else the browser refuses. */

type Policy = { readonly createScriptURL: (address: string) => string };
type Factory = { readonly createPolicy: (name: string, rules: Policy) => Policy };

declare global {
  var trustedTypes: Factory | undefined;
}

const own = (address: string): string => {
  const { origin, pathname } = new URL(address, location.href);
  if (origin !== location.origin || !/^\/konsol\/[\w./-]+\.js$/.test(pathname))
    throw new TypeError(`${address} is no worker of the console`);
  return address;
};

const policy: Policy = globalThis.trustedTypes?.createPolicy("titian", { createScriptURL: own }) ?? { createScriptURL: own };

/** The address of a worker, as browsers with Trusted Types take it. Throws TypeError for any that is not the console's own. */
export const workerAddress = (address: string): string => policy.createScriptURL(address);
