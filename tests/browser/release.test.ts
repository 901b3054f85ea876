// The archive as a stranger unpacks it: whole, for its address, its manifest without fault, its command line at work.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, inject, it } from "vitest";
import { checkManifest } from "../../scripts/check-manifest";
import { COMMAND_IDS } from "../../src/commands/commands";
import { VERSIONS } from "../../src/core/rules/version";
import { releasedHeaders } from "./site/release";

const at = (...parts: string[]) => path.join(inject("releaseFolder"), ...parts);
const read = (...parts: string[]) => readFileSync(at(...parts), "utf8");

it("holds what its first page says, with the right checksums", () => {
  const told = [...read("LISEZ-MOI.txt").matchAll(/^(\S+)\s{2,}/gm)].map(([, name = ""]) => name);
  expect(told.length).toBeGreaterThan(9);
  for (const name of told) expect([name, existsSync(at(name))]).toEqual([name, true]);
  execFileSync("sha256sum", ["--check", "--quiet", "SHA256SUMS.txt"], { cwd: at() });
});

it("has a manifest of its version and its address that every check passes", () => {
  const readFile = (file: string) => (existsSync(at("site", file)) ? readFileSync(at("site", file)) : null);
  const version = VERSIONS.produit;
  const manifest = read("manifest.xml");
  expect(checkManifest(manifest, { readFile, associatedActions: COMMAND_IDS, version })).toEqual([]);
  expect(manifest).toContain("https://intranet.exemple.fr/contrat/taskpane.html");
  expect(manifest).not.toContain("localhost");
  const trial = read("essai/manifest.xml");
  expect(checkManifest(trial, { readFile, associatedActions: null, version })).toEqual([]);
  expect(trial).toContain("https://intranet.exemple.fr/contrat/essai.html");
  expect(read("CHANGELOG.md")).toContain(`## ${version}`);
});

it("gives every page of the site a policy that says who may frame it", () => {
  const headersOf = releasedHeaders();
  for (const page of ["taskpane.html", "essai.html", "aide.html", "page/index.html"]) {
    expect(headersOf(page)["Content-Security-Policy"]).toMatch(/default-src 'none'.*frame-ancestors/);
    expect(headersOf(page)["Cache-Control"]).toBe("no-cache");
  }
});

it("verifies a workbook with its command line, from anywhere", () => {
  const args = [at("cls/cls.mjs"), "verifier", at("exemples/classeur-conforme.xlsx"), "--date", "2026-11-24", "--json"];
  const text = execFileSync(process.execPath, args, { cwd: "/", encoding: "utf8" });
  expect(JSON.parse(text)).toMatchObject({ summary: { error: 0 } });
});
