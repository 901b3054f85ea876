// What a release is made of: the same bytes from the same files, and the same headers from nginx and from IIS.
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { blanks, readAddress } from "../../scripts/release";
import { printGuides } from "../../scripts/release/guides";
import { headersOf, nginxConfig, policyOf, webConfig } from "../../scripts/release/headers";
import { licences } from "../../scripts/release/licences";
import { checksums, pack } from "../../scripts/release/pack";
import { sbom } from "../../scripts/release/sbom";
import { readIisHeaders, readNginxHeaders } from "../browser/site/read-headers";

const POLICIES = { pane: "default-src 'none'; script-src 'self'", page: "default-src 'none'" };
const FILES = [
  "aide.html",
  "assets/icon-16.png",
  "page/aide.html",
  "page/index.html",
  "page/page.0123abcd.js",
  "taskpane.0123abcd.js",
  "taskpane.html",
];

describe("the address", () => {
  it.each([
    ["https://intranet.exemple.fr", "https://intranet.exemple.fr"],
    ["https://exemple.fr/contrat/", "https://exemple.fr/contrat"],
  ])("%s is taken", (url, address) => {
    expect(readAddress(url)).toBe(address);
  });

  it.each([undefined, "http://exemple.fr", "exemple.fr", "https://exemple.fr/?a", "https:///x", "https://a b"])(
    "%s is refused",
    (url) => {
      expect(() => readAddress(url)).toThrow(/--url/);
    },
  );
});

it("says what an organisation still has to fill in, each once", () => {
  expect(blanks("[Nom] et [Nom], à [adresse]. Voir [la page](page.md).")).toEqual(["[Nom]", "[adresse]"]);
  expect(blanks("Rien. [La page](page.md).")).toEqual([]);
});

describe("the archive", () => {
  const files = new Map([
    ["b.txt", Buffer.from("deux")],
    ["a/c.txt", Buffer.from("un")],
  ]);

  it("has the same bytes whatever the order and the hour, and gives every file back", () => {
    const once = pack(files, "produit-1.0.0");
    const again = pack(new Map([...files].reverse()), "produit-1.0.0");
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
    const read = unzipSync(once);
    expect(Object.keys(read)).toEqual(["produit-1.0.0/a/c.txt", "produit-1.0.0/b.txt"]);
    expect(strFromU8(read["produit-1.0.0/b.txt"] ?? new Uint8Array())).toBe("deux");
  });

  it("has the checksums that sha256sum -c reads", () => {
    const sum = createHash("sha256").update("un").digest("hex");
    expect(checksums(files).split("\n")[0]).toBe(`${sum}  a/c.txt`);
  });

  it("names each shipped package with its licence, and lists the same components each time", () => {
    const text = licences(".");
    for (const name of ["react", "@ironcalc/wasm", "docx", "saxes"])
      expect(text).toMatch(new RegExp(`^${name} \\d`, "m"));
    expect(text).not.toMatch(/^vitest \d/m);
    const parts = text.split(/={100}/).slice(1);
    expect(parts.length).toBeGreaterThan(100);
    // Each with its terms, also where the package brings none.
    for (const part of parts) expect(part).toMatch(/Permission|Redistribution|Apache License|licenses\/LICENSE-2\.0/i);
    expect(text).toContain("Copyright (c) David Jerleke\n\nPermission is hereby granted");
    const bom = sbom(".");
    expect(sbom(".")).toBe(bom);
    const { components } = JSON.parse(bom) as { components: { name: string }[] };
    expect(components.map(({ name }) => name)).toEqual(expect.arrayContaining(["react", "zod", "@ironcalc/wasm"]));
  });

  it("prints a guide to the same bytes each time, and refuses a picture that is not there", async () => {
    const source = "docs/guides/auteur-de-contrat.md";
    const [once, again] = [await printGuides(".", [source], "1.0.0"), await printGuides(".", [source], "1.0.0")];
    const [first, second] = [once.get(source), again.get(source)].map((bytes) => Buffer.from(bytes ?? []));
    expect(first?.subarray(0, 5).toString()).toBe("%PDF-");
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});

describe("the headers", () => {
  it.each(["", "/contrat"])("are what each file is to have, from nginx at %j", (folder) => {
    const nginx = readNginxHeaders(nginxConfig(POLICIES, folder), folder);
    for (const file of FILES) expect([file, nginx(file)]).toEqual([file, headersOf(file, POLICIES)]);
  });

  it("are the same from IIS, which keeps nothing for a year", () => {
    const iis = readIisHeaders(webConfig(POLICIES));
    for (const file of FILES)
      expect([file, iis(file)]).toEqual([file, { ...headersOf(file, POLICIES), "Cache-Control": "no-cache" }]);
  });

  it("keep for a year only what bears its own hash, and let Office alone frame the pane", () => {
    const kept = FILES.filter((file) => headersOf(file, POLICIES)["Cache-Control"]?.includes("immutable"));
    expect(kept).toEqual(["page/page.0123abcd.js", "taskpane.0123abcd.js"]);
    expect(headersOf("taskpane.html", POLICIES)["Content-Security-Policy"]).toMatch(
      /script-src 'self'; frame-ancestors 'self' https:\/\/\*\.officeapps\.live\.com/,
    );
    expect(headersOf("page/index.html", POLICIES)["Content-Security-Policy"]).toMatch(/frame-ancestors 'self'$/);
    expect(() => policyOf("<html></html>")).toThrow(/without/);
  });
});
