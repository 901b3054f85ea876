// What the contract states and the reading did not find, as a person writes it: another financing party, an account, an instalment.
import type { Chose, LigneNommee } from "../../contract/clauses/chose";
import { CHOSES } from "../../contract/clauses/choses";
import { listClauses, valueAt } from "../../contract/clauses/list-clauses";
import { setAt } from "../../contract/clauses/set-at";
import { SECTION_COLUMNS, type Columns, type TableSection } from "../../contract/clauses/sections";
import { typeDeLigne } from "../../contract/clauses/types-de-clause";
import { conventionSchema, type ConventionDefinition, type Source } from "../../contract/convention";
import { cite, slug, typographie } from "../../domain/words/typographie";
import { lireValeurTapee, type ValeurTapee } from "./valeur-tapee";

export interface Ajout {
  readonly section: TableSection;
  /** As typed, by field; "" or nothing where the contract does not say it. */
  readonly champs: Readonly<Record<string, string>>;
  /** Where the contract states it; "" where nobody says. */
  readonly ecrit: string;
}

interface ChampAjoutable {
  readonly champ: string;
  /** Its heading on the sheet « Contrat ». */
  readonly nom: string;
  readonly required: boolean;
  readonly ligne: LigneNommee;
}

interface Ajoutable {
  readonly section: TableSection;
  /** "Autre financeur". */
  readonly nom: string;
  readonly champs: readonly ChampAjoutable[];
}

/** Those that stand by themselves: what belongs to an action or to a year is corrected there. */
const STAND_ALONE: ReadonlySet<TableSection> = new Set([
  "signataires",
  "financeurs",
  "versements",
  "comptes",
  "echeances",
]);

const OWN: readonly Chose[] = CHOSES.filter(({ section }) => STAND_ALONE.has(section));

function champsDe({ section, contient }: Chose): readonly ChampAjoutable[] {
  const columns: Columns = SECTION_COLUMNS[section];
  return contient.flatMap((ligne) => {
    // Whose date it is follows from the date.
    if ("contient" in ligne || ligne.champ === "reglage") return [];
    const column = Object.entries(columns).find(([name, { champ = name }]) => champ === ligne.champ)?.[1];
    return column ? [{ champ: ligne.champ, nom: column.heading, required: column.required === true, ligne }] : [];
  });
}

export const AJOUTABLES: readonly Ajoutable[] = OWN.map((chose) => ({
  section: chose.section,
  nom: String(chose.nom).replace(/ [«{].*$/u, ""),
  champs: champsDe(chose),
}));

/** Null for what is left out, and may be. */
export const lireChamp = ({ required, ligne }: ChampAjoutable, text = ""): ValeurTapee | null =>
  text.trim() === "" && !required ? null : lireValeurTapee(typeDeLigne(ligne), text);

type Ajoute =
  | { readonly ok: true; readonly definition: ConventionDefinition }
  /** French sentence. */
  | { readonly ok: false; readonly message: string };

/** The definition with it at the end of its list, each of its values signed by who wrote it. */
export function ajouterChose(
  definition: ConventionDefinition,
  { section, champs: typed, ecrit }: Ajout,
  qui: Pick<Source, "par" | "le">,
): Ajoute {
  const chose = OWN.find((each) => each.section === section);
  if (!chose) throw new Error(`nothing is added to ${section}`);
  const thing: Record<string, unknown> = {};
  for (const each of champsDe(chose)) {
    const lue = lireChamp(each, typed[each.champ]);
    if (lue === null) continue;
    if ("attendu" in lue) return { ok: false, message: typographie(`${cite(each.nom)} : ${lue.attendu}`) };
    thing[each.champ] = lue.valeur;
  }
  if (section === "echeances") thing["id"] = slug(String(thing["intitule"]));
  const before = valueAt(definition, chose.liste);
  const list: readonly unknown[] = Array.isArray(before) ? before : [];
  const added = setAt(definition, chose.liste, [...list, thing]) as ConventionDefinition;
  const parsed = conventionSchema.safeParse(added);
  const source: Source = { ...(ecrit.trim() !== "" && { lieu: ecrit.trim() }), ...qui };
  const own = parsed.success
    ? listClauses(parsed.data).filter(({ path }) => path[0] === chose.liste[0] && path[1] === list.length)
    : [];
  const sources = { ...added.sources, ...Object.fromEntries(own.map(({ key }) => [key, source])) };
  return { ok: true, definition: { ...added, sources } };
}
