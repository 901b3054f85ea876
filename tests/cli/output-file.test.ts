// Where the annotated copy may be written, on a real folder: never over an input, never half a file.
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readBytes } from "../../src/cli/command";
import { checkOutputs, writeOutput } from "../../src/cli/output-file";
import { ABANDONED_AFTER } from "../../src/cli/temporary-files";

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
  checkOutputs([{ path: output, endings: [".xlsx"] }], [input], force);
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

it("refuses to write one file twice, and names the option", () => {
  const sortie = { path: at("annote.xlsx"), endings: [] };
  const lecture = { path: `${folder}/./annote.xlsx`, endings: [], option: "--lecture-sortie" };
  expect(() => {
    checkOutputs([sortie, lecture], [null, input], false);
  }).toThrow(/^--lecture-sortie .*: ce fichier serait écrit deux fois/);
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

  it.each([0o600, 0o640, 0o644])("keeps the mode %o of the file that it replaces", (mode) => {
    writeFileSync(at("annote.xlsx"), "old");
    chmodSync(at("annote.xlsx"), mode);
    writeOutput(at("annote.xlsx"), bytes, true);
    expect(statSync(at("annote.xlsx")).mode & 0o777).toBe(mode);
  });

  it("sweeps what killed runs have left of this output, and nothing else", () => {
    const uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";
    const age = (name: string, milliseconds: number): void => {
      writeFileSync(at(name), "half");
      const seconds = (Date.now() - milliseconds) / 1000;
      utimesSync(at(name), seconds, seconds);
    };
    age(`.annote.xlsx.${uuid}.tmp`, ABANDONED_AFTER + 5000);
    age(`.annote.xlsx.${uuid.replace("0", "1")}.tmp`, ABANDONED_AFTER - 5000);
    age(`.autre.xlsx.${uuid}.tmp`, ABANDONED_AFTER + 5000);
    age(".annote.xlsx.brouillon.tmp", ABANDONED_AFTER + 5000);
    writeOutput(at("annote.xlsx"), bytes, false);
    expect(readdirSync(folder).sort()).toEqual([
      ".annote.xlsx.1f8fad5b-d9cb-469f-a165-70867728950e.tmp",
      ".annote.xlsx.brouillon.tmp",
      `.autre.xlsx.${uuid}.tmp`,
      "annote.xlsx",
      "classeur.xlsx",
    ]);
  });
});

describe("what is no ordinary file", () => {
  it("is neither read nor written, and nobody waits for it", () => {
    execFileSync("mkfifo", [at("tube.xlsx")]);
    expect(() => readBytes(at("tube.xlsx"))).toThrow(/tube\.xlsx : ce n’est pas un fichier ordinaire\.$/);
    expect(() => readBytes("/dev/zero")).toThrow(/ce n’est pas un fichier ordinaire/);
    expect(() => readBytes(folder)).toThrow(/c’est un dossier, pas un fichier/);
    expect(() => readBytes(folder, `--contrat ${folder}`)).toThrow(/^--contrat .* : c’est un dossier/);
    expect(() => {
      check(at("tube.xlsx"), true);
    }).toThrow(/--sortie .*tube\.xlsx : ce n’est pas un fichier ordinaire/);
  });
});
