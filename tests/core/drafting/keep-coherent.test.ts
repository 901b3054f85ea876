// A draft that does not hold together is never refused: what is wrong goes, is asked, and the rest stays.
import { expect, test } from "vitest";
import { parseConvention } from "../../../src/contracts/parse-convention";
import { rendreCoherente, type Brouillon } from "../../../src/core/drafting/keep-coherent";
import { troisPiliers } from "../../contracts/invented-counties";
import { draft } from "../../contracts/invented-fields";

const APART = new Set(["questions", "origine", "sources"]);
const sound = Object.fromEntries(
  Object.entries(draft(troisPiliers.lignes)).filter(([field]) => !APART.has(field)),
) as Brouillon;

const [axe, ...axes] = sound.axes;
const [first, ...later] = sound.creditsEtat;
const [action, ...actions] = sound.actions;
const [ligne, ...lignes] = sound.imputation.lignes;
if (!axe || !first || !action || !ligne) throw new Error("the contract has one of each");

test.each<[string, Partial<Brouillon>, RegExp]>([
  [
    "axes that do not add up to the credits",
    { creditsEtat: [{ ...first, montant: 1 }, ...later] },
    /^creditsEtat\[0\]\.repartition$/,
  ],
  [
    "a code of eleven digits",
    { imputation: { ...sound.imputation, lignes: [{ ...ligne, code: "03045023230" }, ...lignes] } },
    /^imputation\.lignes$/,
  ],
  [
    "two codes for an axe",
    { imputation: { ...sound.imputation, lignes: [ligne, { ...ligne }, ...lignes] } },
    /^imputation\.lignes$/,
  ],
  ["an end before the beginning", { periode: { debut: "2027-01-01", fin: "2024-01-01" } }, /^periode$/],
  ["years outside the period", { periode: { debut: "2024-01-01", fin: "2026-12-31" } }, /^periode$/],
  [
    "two axes of one name",
    { axes: [{ ...axe, intitule: axes[0]?.intitule ?? "" }, ...axes] },
    /^axes\[\d\]\.intitule$/,
  ],
  [
    "another name that is that of an axe",
    { axes: [{ ...axe, alias: [axes[0]?.intitule ?? ""] }, ...axes] },
    /^axes\[0\]\.alias$/,
  ],
  ["an action without words", { actions: [{ ...action, intitule: "" }, ...actions] }, /^actions\[0\]\.intitule$/],
  [
    "an amount beyond all",
    { actions: [{ ...action, montants: action.montants.map((each) => ({ ...each, etat: 1e15 })) }, ...actions] },
    /^actions\[0\]\.montants/,
  ],
  [
    "a column that is the State's",
    { collectivite: { ...sound.collectivite, motsColonne: ["État"] } },
    /^collectivite\.motsColonne$/,
  ],
  ["a party without a name", { collectivite: { ...sound.collectivite, nom: " " } }, /^collectivite\.nom$/],
  ["a representative without a name", { etat: { nom: "État", representant: "" } }, /^etat\.representant$/],
  [
    "an account without a BIC",
    { coordonneesBancaires: { titulaire: "A", domiciliation: "B", rib: "C", iban: "D", bic: "" } },
    /^coordonneesBancaires$/,
  ],
  ["a date that is none", { signeLe: "2024-02-31" }, /^signeLe$/],
])("%s", (_, wrong, champ) => {
  const { definition, questions } = rendreCoherente({ ...sound, ...wrong }, []);
  const parsed = parseConvention(definition);
  expect(parsed.ok ? "" : parsed.message).toBe("");
  expect(questions.length).toBeGreaterThan(0);
  for (const question of questions) expect(question.champ).toMatch(champ);
  expect(definition.actions.slice(1)).toEqual(actions);
});

test("questions about the items after one that goes are about the ones before", () => {
  const asked = [0, 1, 2].map((rank) => ({ champ: `imputation.lignes[${rank}].axe`, question: `${rank} ?` }));
  const wrong = { ...sound.imputation, lignes: [ligne, { ...ligne, code: "1" }, ...lignes.slice(1)] };
  const { questions } = rendreCoherente({ ...sound, imputation: wrong }, asked);
  expect(questions.slice(0, 2)).toEqual([
    { champ: "imputation.lignes[0].axe", question: "0 ?" },
    { champ: "imputation.lignes[1].axe", question: "2 ?" },
  ]);
});

test("what holds together is left as it is", () => {
  expect(rendreCoherente(sound, [])).toEqual({ definition: sound, questions: [] });
});
