// Which packages of the lock file are shipped, and the licence of each.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  /** Why its authors gave it up. */
  readonly deprecated?: string;
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

interface Manifest {
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly repository?: string | { readonly url?: string };
}

const manifestOf = (root: string, path: string): Manifest =>
  JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as Manifest;

export function licenceOf(root: string, path: string, { license }: Locked): string {
  return license ?? manifestOf(root, path).license ?? "voir le texte";
}

/** Its author, or the authors of the place where it is written. */
export function ownerOf(root: string, path: string): string {
  const { author, repository } = manifestOf(root, path);
  const name = typeof author === "object" ? author.name : author;
  const place = typeof repository === "object" ? repository.url : repository;
  return name ?? `the authors of ${place ?? path}`;
}
