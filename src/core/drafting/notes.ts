// What a draft notes beside the values that it takes: where each was read, and the questions about what was not.
import type { Source } from "../contract/convention";
import type { QuestionOuverte } from "../contract/definition/questions";
import { formatListeCourte } from "../domain/words/format";
import { capitalise, cite } from "../domain/words/typographie";
import type { Candidat, Endroit, Tranche } from "./candidates";
import { reservesDe, type ClauseLue } from "./reserves";
import type { Phrase } from "./signed-sentences";

/** A clause as a draft takes it. */
export interface Demande<Value> {
  /** Its place in the definition, and its key in the table of clauses. */
  readonly champ: string;
  readonly cle: string;
  /** "la part minimale de la collectivité". */
  readonly quoi: string;
  readonly dire: (valeur: Value) => string;
  /** As the definition writes it; left out where it is more than one field. */
  readonly ecrire?: (valeur: Value) => string | number;
  /** What the document limits a value to: "pour l’axe 2". */
  readonly pour?: (possible: Candidat<Value>) => string | undefined;
  /** What stands in its place where nothing says it: "50 % a été pris". */
  readonly sinon?: string;
}

const SHOWN = 4;

export function citeEndroit({ phrase, lieu }: Endroit): string {
  const place = lieu === undefined ? "" : ` (${lieu})`;
  if (phrase === undefined) return place.trim();
  return `${cite(phrase)}${place}`;
}

/** What a question shows beside its words. */
type Plus = Omit<QuestionOuverte, "champ" | "question">;

interface Lue extends ClauseLue {
  /** Asks whether the value holds beside these sentences. */
  readonly demander: (reserves: readonly Endroit[]) => void;
}

export class Notes {
  questions: QuestionOuverte[] = [];
  readonly sources: Record<string, Source> = {};
  private readonly lues: Lue[] = [];

  lu(cle: string, endroit: Endroit): void {
    this.sources[cle] = endroit;
  }

  demander(champ: string, question: string, more: Plus = {}): void {
    this.questions.push({ champ, question, ...more });
  }

  manque(champ: string, quoi: string): void {
    this.demander(champ, `Le document ne dit pas, ou pas d’une façon reconnue, ${quoi}.`);
  }

  renommer(champ: (champ: string) => string): void {
    this.questions = this.questions.map((each) => ({ ...each, champ: champ(each.champ) }));
  }

  /** The value read, or the likeliest one with a question; undefined where nothing gives one. */
  prendre<Value>(demande: Demande<Value>, tranche: Tranche<Value>, more: Plus = {}): Value | undefined {
    const { champ, cle, quoi, sinon } = demande;
    if (tranche.etat === "lu") {
      const { choisi } = tranche;
      this.lu(cle, choisi.endroit);
      this.lues.push({
        cle,
        endroit: choisi.endroit,
        demander: (reserves) => this.opposer(demande, [choisi], { reserves: [...reserves] }),
      });
      return choisi.valeur;
    }
    const ecartees = tranche.ecartes.map(({ ecarte, endroit }) => ({ raison: ecarte ?? "", ...endroit }));
    const aside = ecartees.length > 0 ? { ecartees } : {};
    if (tranche.etat === "absent") {
      const what = sinon === undefined ? quoi : `${quoi} : ${sinon}`;
      this.demander(champ, `Le document ne dit pas, ou pas d’une façon reconnue, ${what}.`, aside);
      return undefined;
    }
    this.lu(cle, tranche.choisi.endroit);
    this.opposer(demande, tranche.possibles, { ...aside, ...more });
    return tranche.choisi.valeur;
  }

  /** What was read is asked where another sentence of the articles may change it. */
  reserver(phrases: readonly Phrase[]): void {
    const taken = new Set(Object.values(this.sources).flatMap(({ phrase }) => phrase ?? []));
    const reserves = reservesDe(phrases, this.lues, ({ texte }) => taken.has(texte));
    for (const { cle, demander } of this.lues) {
      const own = reserves.get(cle);
      if (own) demander(own);
    }
  }

  /** Shows each value with its sentence. */
  opposer<Value>(
    { champ, quoi, dire, ecrire, pour }: Demande<Value>,
    possibles: readonly Candidat<Value>[],
    more: Plus = {},
  ): void {
    const said = possibles.map(({ valeur, endroit }) => `${dire(valeur)}, ${citeEndroit(endroit)}`);
    const why = more.reserves
      ? `Une phrase peut le changer : ${formatListeCourte(more.reserves.map(citeEndroit), SHOWN)}.`
      : "Le document ne le dit pas en toutes lettres.";
    const question =
      said.length === 1
        ? `${capitalise(quoi)} : est-ce bien ${said.join("")} ? ${why}`
        : `${capitalise(quoi)} : le document dit ${formatListeCourte(said, SHOWN)}. Laquelle de ces valeurs vaut ?`;
    const answerOf = (possible: Candidat<Value>) => {
      const limit = pour?.(possible);
      return { ...(limit !== undefined && { pour: limit }), ...possible.endroit };
    };
    const reponses = ecrire ? possibles.map((each) => ({ valeur: ecrire(each.valeur), ...answerOf(each) })) : [];
    this.demander(champ, question, { ...(reponses.length > 0 && { reponses }), ...more });
  }
}
