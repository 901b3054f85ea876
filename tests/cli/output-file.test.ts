// Where the annotated copy may be written, on a real folder: never over an input, never half a file.
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkOutput, writeOutput } from "../../src/cli/output-file";

let folder: string;
let input: string;
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sortie-"));
  input = at("classeur.xlsx");
  writeFileSync(input, "input");
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const check = (output: string, force = false): void => {
  checkOutput(output, input, [input], force);
};

describe("checkOutput", () => {
  it("accepts a new name beside the input, and an existing one with --force", () => {
    writeFileSync(at("ancien.xlsx"), "old");
    expect(() => {
      check(at("annote.xlsx"));
      check(at("ancien.xlsx"), true);
    }).not.toThrow();
  });

  it("refuses an existing file without --force", () => {
    writeFileSync(at("ancien.xlsx"), "old");
    expect(() => {
      check(at("ancien.xlsx"));
    }).toThrow(/existe déjà ; choisissez un autre nom, ou ajoutez --force/);
  });

  it("refuses a dangling link without --force", () => {
    symlinkSync(at("absent.xlsx"), at("lien.xlsx"));
    expect(() => {
      check(at("lien.xlsx"));
    }).toThrow(/existe déjà/);
  });

  it.each([
    ["itself", () => input],
    ["another spelling of its path", () => `${folder}/x/../classeur.xlsx`],
    [
      "a symbolic link to it",
      () => {
        symlinkSync(input, at("lien.xlsx"));
        return at("lien.xlsx");
      },
    ],
    [
      "a hard link to it",
      () => {
        linkSync(input, at("lien.xlsx"));
        return at("lien.xlsx");
      },
    ],
  ])("refuses the input: %s, also with --force", (_, output) => {
    mkdirSync(at("x"));
    const path = output();
    expect(() => {
      check(path, true);
    }).toThrow(/c’est le fichier lu .*, qui n’est jamais modifié/);
  });

  it("refuses a folder, a missing folder and another kind of file", () => {
    mkdirSync(at("dossier.xlsx"));
    expect(() => {
      check(at("dossier.xlsx"), true);
    }).toThrow(/c’est un dossier/);
    expect(() => {
      check(at("absent/annote.xlsx"));
    }).toThrow(/le dossier .*absent n’existe pas/);
    expect(() => {
      check(at("annote.txt"));
    }).toThrow(/doit se terminer par \.xlsx/);
  });
});

describe("writeOutput", () => {
  const bytes = Buffer.from("annotated");

  it("writes all the bytes and leaves nothing else behind", () => {
    writeOutput(at("annote.xlsx"), bytes, false);
    expect(readFileSync(at("annote.xlsx"), "utf8")).toBe("annotated");
    expect(readdirSync(folder).sort()).toEqual(["annote.xlsx", "classeur.xlsx"]);
  });

  it("keeps a file that appeared since the check", () => {
    writeFileSync(at("annote.xlsx"), "someone else's");
    expect(() => {
      writeOutput(at("annote.xlsx"), bytes, false);
    }).toThrow(/existe déjà/);
    expect(readFileSync(at("annote.xlsx"), "utf8")).toBe("someone else's");
    expect(readdirSync(folder).sort()).toEqual(["annote.xlsx", "classeur.xlsx"]);
  });

  it("replaces it when forced, without writing through a link", () => {
    writeFileSync(at("cible.xlsx"), "target");
    symlinkSync(at("cible.xlsx"), at("annote.xlsx"));
    writeOutput(at("annote.xlsx"), bytes, true);
    expect(readFileSync(at("annote.xlsx"), "utf8")).toBe("annotated");
    expect(readFileSync(at("cible.xlsx"), "utf8")).toBe("target");
  });

  it("says in French that the folder has gone", () => {
    expect(() => {
      writeOutput(at("absent/annote.xlsx"), bytes, false);
    }).toThrow(/^--sortie .*annote\.xlsx : ce fichier n’existe pas\.$/);
  });
});
