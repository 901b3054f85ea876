// The release that the tests unpacked: the headers that its own configuration of nginx gives to each file.
import { readFileSync } from "node:fs";
import path from "node:path";
import { inject } from "vitest";
import { ADDRESS } from "./address";
import { readNginxHeaders } from "./read-headers";

export function releasedHeaders(): (file: string) => Record<string, string> {
  return readNginxHeaders(
    readFileSync(path.join(inject("releaseFolder"), "serveur/nginx.conf"), "utf8"),
    new URL(ADDRESS).pathname,
  );
}
