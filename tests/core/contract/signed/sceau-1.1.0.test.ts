// Seals that version 1.1.0 wrote: none of them may ever read as changed, whatever is said of a contract since.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contratIntegre } from "../../../../src/contracts/built-in";
import type { Convention } from "../../../../src/core/contract/convention";
import { empreinteDuSigne, lireSceau, sceller } from "../../../../src/core/contract/signed/sceau";
import { signeDe } from "../../../../src/core/reading/contrat/contrat-signe";
import { contratRiche } from "../../../contracts/contrat-riche";

interface Ecrit {
  readonly texte: string;
  readonly empreinte: string;
}

const written = JSON.parse(
  readFileSync(new URL("../../../fixtures/sceaux-1.1.0.json", import.meta.url), "utf8"),
) as Readonly<Record<string, Ecrit>>;

type Seuils = NonNullable<Convention["cofinancement"]["seuils"]>;
type Enveloppes = NonNullable<Convention["enveloppes"]>;

/** 1.1.0 wrote "Côte-d’Or" where the contract was signed by the prefect of the "Côte d’Or", and knew no level, party or action of the least share, nor what amounts are settled for, the axe of an envelope, instalments, other accounts. */
const asThen = (convention: Convention): Convention =>
  JSON.parse(
    JSON.stringify(convention, (key, value: unknown) => {
      if (key === "seuils") return (value as Seuils).filter(({ action }) => action === undefined);
      if (key === "enveloppes")
        return (value as Enveloppes).map(({ id, intitule, financeur, montants }) => ({
          id,
          intitule,
          financeur,
          montants,
        }));
      return ["niveau", "financeurs", "montantsPour", "versements", "autresComptes"].includes(key) ? undefined : value;
    }).replaceAll("Côte d’Or", "Côte-d’Or"),
  ) as Convention;

test.each([
  ["dijon-metropole-2024-2027", contratIntegre],
  ["riche", contratRiche],
] as const)(
  "the seal of %s is read by its own format, and its contract has the fingerprint that it had",
  (name, convention) => {
    const { texte, empreinte } = written[name] ?? { texte: "", empreinte: "" };
    expect(lireSceau(texte)).toMatchObject({ etat: "inchange", empreinte, convention: { id: convention.id } });
    expect(empreinteDuSigne(asThen(convention))).toBe(empreinte);
  },
);

test("Dijon's contract, whose names were written otherwise then, is still the one that the product knows", () => {
  const sceau = lireSceau(written["dijon-metropole-2024-2027"]?.texte ?? "");
  expect(signeDe(sceau, [contratIntegre], null, true)).toMatchObject({ source: "sceau", sceau: "inchange" });
  const other = lireSceau(sceller({ ...contratIntegre, comptable: "Un autre" }).texte);
  expect(signeDe(other, [contratIntegre], null, true)).toMatchObject({ sceau: "autre", differences: ["Comptable"] });
});

test("a seal of a format that is not known is not taken for one", () => {
  const { texte = "" } = written.riche ?? {};
  expect(lireSceau(texte.replace(/^1/, "3"))).toMatchObject({ etat: "rompu" });
});
