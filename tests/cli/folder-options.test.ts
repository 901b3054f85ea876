// Options that a folder keeps for its commands: used where the person gives none, refused in one sentence where they are wrong.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { folderOptions } from "../../src/cli/folder-options";
import { VERIFIER } from "../../src/cli/verifier/verifier-options";

const folder = mkdtempSync(join(tmpdir(), "options-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function optionsOf(file: string, ...args: string[]): readonly string[] | string {
  writeFileSync(join(folder, "cls.json"), file);
  try {
    return folderOptions(VERIFIER, args, folder);
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the options of a folder", () => {
  it("are those of the command, without those that the person gives", () => {
    const file =
      '{ "verifier": { "partie": "etat", "feuille": ["A", "B"], "strict": true, "json": false }, "bilan": 1 }';
    expect(optionsOf(file, "x.xlsx")).toEqual(["--partie=etat", "--feuille=A", "--feuille=B", "--strict"]);
    expect(optionsOf(file, "--partie", "collectivite", "--feuille=C")).toEqual(["--strict"]);
    expect(optionsOf('{ "bilan": {} }')).toEqual([]);
    // As the Notepad of Windows writes it.
    expect(optionsOf('\ufeff{ "verifier": { "strict": true } }')).toEqual(["--strict"]);
    // Who names a contract has no use for the folder of all of them.
    expect(optionsOf('{ "verifier": { "contrats": "tous" } }', "--contrat", "le-mien")).toEqual([]);
    expect(optionsOf("{", "--help")).toEqual([]);
  });

  it.each([
    ["{", "ne se lit pas comme du JSON"],
    ["[]", "un objet y est attendu"],
    ['{ "verifier": [] }', "« verifier » attend un objet"],
    ['{ "verifer": {} }', "« verifer » n’est pas une commande. Vouliez-vous dire verifier ?"],
    ['{ "verifier": { "parti": "etat" } }', "n’y prend pas l’option « parti ». Vouliez-vous dire partie ?"],
    ['{ "verifier": { "strict": "oui" } }', "true ou false"],
    ['{ "verifier": { "date": 2026 } }', "attend un texte"],
    // A folder that came from elsewhere decides nothing that is written.
    ['{ "verifier": { "sortie": "/etc/x" } }', "n’y prend pas l’option « sortie »"],
    ['{ "verifier": { "force": true } }', "n’y prend pas l’option « force »"],
  ])("are refused: %s", (file, sentence) => {
    expect(optionsOf(file)).toContain(sentence);
  });
});
