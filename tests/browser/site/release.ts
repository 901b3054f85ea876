// The release that the tests unpacked: the headers that its own configuration of nginx gives to each file.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { ADDRESS } from "./address";
import { readNginxHeaders } from "./read-headers";

/** What stands around the released site in a test is not served by its configuration, and has none of its headers. */
export function releasedHeaders(): (file: string) => Record<string, string> {
  const folder = inject("releaseFolder");
  const headersOf = readNginxHeaders(
    readFileSync(path.join(folder, "serveur/nginx.conf"), "utf8"),
    new URL(ADDRESS).pathname,
  );
  return (file) => (existsSync(path.join(folder, "site", file)) ? headersOf(file) : {});
}
