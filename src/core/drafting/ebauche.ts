// A drafted definition as it is written down: where it was drawn from and what it still asks stand at its head.
import type { ConventionDefinition } from "../contract/convention";
import { rendreCoherente, type Brouillon } from "./keep-coherent";
import type { Notes } from "./notes";
import type { Origine } from "../domain/contrat/origine";
import type { QuestionOuverte } from "../contract/definition/questions";
import { formatPart } from "../domain/words/format";

/** What the contract does not give, and anybody may set otherwise. */
export interface ReglageMis {
  readonly champ: string;
  readonly valeur: string;
}

export type ConventionEbauchee =
  | {
      readonly ok: true;
      readonly definition: ConventionDefinition & {
        readonly origine: Origine;
        readonly questions: QuestionOuverte[];
      };
      readonly reglages: readonly ReglageMis[];
    }
  /** French sentence. */
  | { readonly ok: false; readonly message: string };

export function ebauche(
  drafted: Brouillon,
  { questions: asked, sources }: Pick<Notes, "questions" | "sources">,
  origine: Origine,
): ConventionEbauchee {
  const { definition, questions } = rendreCoherente(drafted, asked);
  const { alerteSousConsommation, alerteCible } = definition.reglages;
  const dates = definition.echeances.flatMap(({ intitule, date, reglage }, index) =>
    reglage === true ? [{ champ: `echeances[${index}].date`, valeur: `${date} (${intitule})` }] : [],
  );
  return {
    ok: true,
    definition: { origine, questions: [...questions], ...definition, sources },
    reglages: [
      { champ: "reglages.alerteSousConsommation", valeur: formatPart(alerteSousConsommation) },
      { champ: "reglages.alerteCible", valeur: formatPart(alerteCible) },
      ...dates,
    ],
  };
}
