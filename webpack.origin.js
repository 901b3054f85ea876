// The address from which the add-in is served, which the build writes into its manifests.

export const at = (path) => new URL(path, import.meta.url).pathname;

const DEVELOPMENT_ORIGIN = "https://localhost:3000";

/** `--env origin=https://…` names where the files will be served from. Answers what puts it into a manifest. */
export function withOrigin(env) {
  const origin = String(env.origin ?? DEVELOPMENT_ORIGIN).replace(/\/$/, "");
  if (!/^https:\/\/[^/\s]+(?:\/[^\s]*)?$/.test(origin)) throw new Error(`origin must be an https address: ${origin}`);
  return (content) => content.toString().replaceAll(DEVELOPMENT_ORIGIN, origin);
}
