// Which packages of the lock file are shipped, and the licence of each.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

export function isShipped(root: string, path: string, { dev, optional }: Locked): boolean {
  return path !== "" && dev !== true && optional !== true && existsSync(join(root, path, "package.json"));
}

export function licenceOf(root: string, path: string, { license }: Locked): string {
  if (license !== undefined) return license;
  const manifest = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as { readonly license?: string };
  return manifest.license ?? "voir le texte";
}
