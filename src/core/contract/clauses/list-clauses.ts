// Everything that a contract states, clause by clause: by it the sheet is held against the signed contract, and one state of it against another.
import { remember } from "../../domain/remember";
import { slug } from "../../domain/words/typographie";
import type { Convention } from "../convention";
import type { Matiere } from "./articles";
import { articleDe } from "./articles-du-contrat";
import { CHOSES } from "./choses";
import type { Chose, Element, Noms } from "./chose";
import type { Chemin, Clause, SujetClause } from "./clause";
import { Sources } from "./sources";
import { fill, fillFirst } from "./template";
import { PARAMETRES_TYPES, typeDeLigne, type TypeDeClause } from "./types-de-clause";
import { valeurDite } from "./valeurs";

/** A thing of the contract. */
export interface ChoseDite extends Element {
  readonly chose: Chose;
  readonly key: string;
  readonly noms: Noms;
  readonly subject: SujetClause;
}

type Owner = Omit<ChoseDite, "chose" | "key">;

/** What stands at a place; undefined where nothing does. */
export const valueAt = (element: unknown, path: Chemin): unknown =>
  path.reduce<unknown>((own, key) => (own as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], element);

function elementsOf({ liste, elements }: Chose, owner: Owner, convention: Convention): readonly Element[] {
  if (elements) return elements(owner, convention);
  const found = valueAt(owner.element, liste);
  const path = [...owner.path, ...liste];
  if (!Array.isArray(found)) return found === undefined ? [] : [{ element: found, path }];
  return found.map((element: unknown, rank) => ({ element, path: [...path, rank], noms: { rang: rank + 1 } }));
}

function subjectOf({ axe, action, indicateur, annee, financeur }: Noms): SujetClause {
  return {
    ...(axe !== undefined && { axe: String(axe) }),
    ...(action !== undefined && { action: String(action) }),
    ...(indicateur !== undefined && { indicator: String(indicateur) }),
    ...(annee !== undefined && { year: annee as number }),
    ...(financeur !== undefined && { party: slug(String(financeur)) }),
  };
}

function thingsOf(chose: Chose, owner: Owner, convention: Convention): readonly ChoseDite[] {
  return elementsOf(chose, owner, convention).map(({ element, path, noms: own }) => {
    const fields = (typeof element === "object" ? element : { element }) as Noms;
    const lie = Object.fromEntries(Object.entries(chose.lie ?? {}).map(([name, field]) => [name, fields[field]]));
    const noms: Noms = { ...owner.noms, ...fields, ...own, ...lie };
    const subject = { ...owner.subject, ...subjectOf(lie) };
    return { chose, element, path, noms, subject, key: fill(chose.cle, noms) ?? "" };
  });
}

const rootOf = (convention: Convention): Owner => ({
  element: convention,
  path: [],
  noms: { designation: convention.collectivite.designation },
  subject: {},
});

/** Every thing that the contract has, in the order of the sheet. */
export const listChoses = remember((convention: Convention): readonly ChoseDite[] => {
  const things: ChoseDite[] = [];
  const add = (chose: Chose, owner: Owner): void => {
    for (const thing of thingsOf(chose, owner, convention)) {
      things.push(thing);
      for (const part of chose.contient) if ("contient" in part) add(part, thing);
    }
  };
  for (const chose of CHOSES) add(chose, rootOf(convention));
  return things;
});

class Lister {
  readonly clauses: Clause[] = [];
  private readonly debut: string;
  private readonly annees: ReadonlyMap<number, string>;
  private readonly firm: ReadonlySet<number>;
  private readonly sources: Sources;

  constructor(private readonly convention: Convention) {
    this.sources = new Sources(convention);
    const { effetLe, signeLe, periode, annees, creditsEtat } = convention;
    this.debut = effetLe ?? signeLe ?? periode.debut;
    this.annees = new Map(annees.map(({ annee, debut }) => [annee, debut]));
    this.firm = new Set(creditsEtat.filter(({ statut }) => statut === "ferme").map(({ annee }) => annee));
  }

  addParametres(): void {
    for (const type of PARAMETRES_TYPES) {
      const path = type.cle.split("/");
      this.add(type, { ...rootOf(this.convention), element: valueAt(this.convention, path), path: [] }, path, type.cle);
    }
  }

  addThings(chose: Chose, owner: Owner): void {
    for (const thing of thingsOf(chose, owner, this.convention)) {
      for (const part of chose.contient) {
        if ("contient" in part) this.addThings(part, thing);
        else {
          const type = typeDeLigne(part);
          const { champ, cle } = part;
          const own = champ === "" ? thing : { ...thing, element: valueAt(thing.element, [champ]) };
          this.add(
            type,
            own,
            champ === "" ? thing.path : [...thing.path, champ],
            cle ? `${thing.key}/${cle}` : thing.key,
          );
        }
      }
    }
  }

  /** `element` is what the definition holds at the place of the clause. */
  private add(type: TypeDeClause, { element, noms, subject }: Owner, path: Chemin, key: string): void {
    const { ligne, section, matiere, horsFeuille } = type;
    const value = valeurDite(element, ligne);
    if (!value) return;
    const { year } = subject;
    const party = ligne.partie ?? subject.party;
    this.clauses.push({
      key,
      label: fillFirst(type.noms, noms),
      value,
      path,
      // A deadline has the article that its definition gives it; so has what was read in a document that numbers its articles.
      article:
        section === "echeances" ? String(noms.article) : (this.sources.articleOf(key) ?? this.articleOf(matiere)),
      subject: party === undefined ? subject : { ...subject, party },
      from: (year === undefined ? undefined : this.annees.get(year)) ?? this.debut,
      firm: value.genre !== "montant" || this.isFirm(noms.statut, year),
      ...this.sources.of(key, path),
      setting: ligne.reglage === true || (section === "echeances" && noms.reglage === true),
      ...(horsFeuille && { offSheet: true as const }),
    });
  }

  private articleOf(matiere: Matiere | null): string {
    return articleDe(this.convention, matiere === null ? [] : [matiere]);
  }

  /** By what it says of itself, else as the State's amount of its year. */
  private isFirm(statut: unknown, year: number | undefined): boolean {
    return statut === undefined ? year === undefined || this.firm.has(year) : statut === "ferme";
  }
}

/** In the order of the sheet « Contrat ». Avenants are not among them: they change what is. */
export const listClauses = remember((convention: Convention): readonly Clause[] => {
  const lister = new Lister(convention);
  lister.addParametres();
  for (const chose of CHOSES) lister.addThings(chose, rootOf(convention));
  return lister.clauses;
});
