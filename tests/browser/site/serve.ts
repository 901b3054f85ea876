// Serves folders on a free port of localhost; an earlier folder hides the files of a later one.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "application/xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

export interface Site {
  readonly origin: string;
  close(): Promise<void>;
}

/** What a server adds for a file; nothing for the others. */
type HeadersOf = (file: string) => Readonly<Record<string, string>>;

export async function serve(folders: readonly string[], headersOf: HeadersOf = () => ({})): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const name = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const file = folders.map((folder) => path.join(folder, path.normalize(name))).find(isFile);
    if (!file) return void response.writeHead(404).end();
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, ...headersOf(name.slice(1)) });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
