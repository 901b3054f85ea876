// Seals that version 1.1.0 wrote: none of them may ever read as changed, whatever is said of a contract since.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import { empreinteDuSigne, lireSceau } from "../../../../src/core/contract/signed/sceau";
import { contratRiche } from "../../../contracts/contrat-riche";

interface Ecrit {
  readonly texte: string;
  readonly empreinte: string;
}

const written = JSON.parse(
  readFileSync(new URL("../../../fixtures/sceaux-1.1.0.json", import.meta.url), "utf8"),
) as Readonly<Record<string, Ecrit>>;

test.each([
  ["dijon-metropole-2024-2027", contratIntegre],
  ["riche", contratRiche],
] as const)("the seal of %s is intact, and its contract has the fingerprint that it had", (name, convention) => {
  const { texte, empreinte } = written[name] ?? { texte: "", empreinte: "" };
  expect(lireSceau(texte)).toMatchObject({ etat: "intact", empreinte, convention: { id: convention.id } });
  expect(empreinteDuSigne(convention)).toBe(empreinte);
});

test("a seal of a format that is not known is not taken for one", () => {
  const { texte = "" } = written.riche ?? {};
  expect(lireSceau(texte.replace(/^1/, "2"))).toMatchObject({ etat: "rompu" });
});
