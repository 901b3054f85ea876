// Figures that a person set aside, as the agent reads it among what is compared with nothing.
import type { PlageNonLue } from "../../domain/dossier";
import { formatDate } from "../../domain/words/format";
import { cite, typographie } from "../../domain/words/typographie";
import type { LeftAsideByAnswer } from "./answers";

export function describeAside({ range, reponse: { key, by, on } }: LeftAsideByAnswer): PlageNonLue {
  const named = cite(key.path.filter((text) => text !== "").join(" – "));
  return { range, pourquoi: typographie(`colonne ${named} : laissée de côté par ${by} le ${formatDate(on)}`) };
}
