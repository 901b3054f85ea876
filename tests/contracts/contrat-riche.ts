// An invented contract with all that others of the programme have: signatories, thresholds, envelopes, other financing, sub-actions, indicators of every kind.
import { parseConvention } from "../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";
import { definitionOf } from "../../src/core/contract/signed/sceau";
import { contratDuDepartement } from "./departement-invente";

export const base = definitionOf(contratDuDepartement) as ConventionDefinition;

export const numerous: ConventionDefinition["actions"] = Array.from({ length: 80 }, (_, index) => ({
  numero: index + 1,
  axe: (index % 3) + 1,
  intitule: `Action inventée ${index + 1} pour le territoire`,
  montants: [2024, 2025, 2026].map((annee) => ({ annee, etat: 1000.5, collectivite: 1000.5 })),
  autres: [{ financeur: "Région", annee: 2024, montant: 250.25 }],
  operateurs: ["Association des Collines", "CCAS"],
  sousActions: [
    { numero: `${index + 1}.1`, intitule: "Premier volet", operateur: "CCAS" },
    { numero: `${index + 1}.2`, intitule: "Second volet", montants: [{ annee: 2024, etat: 500, collectivite: 500 }] },
  ],
  indicateurs: [
    {
      numero: 1,
      intitule: `Part des ménages en impayé ${index + 1}`,
      t0: 12.5,
      sens: "baisse",
      unite: "pourcentage",
      cibles: [2024, 2025, 2026].map((annee) => ({ annee, valeur: 12 })),
    },
    {
      numero: 2,
      intitule: `Qualité de l’accueil ${index + 1}`,
      t0: "nd",
      t0Texte: "à construire",
      unite: "texte",
      cumul: true,
      cibles: [2024, 2025, 2026].map((annee) => ({ annee, valeur: "nd", texte: "satisfaisante" })),
    },
  ],
}));

export const rich: ConventionDefinition = {
  ...base,
  id: "grand-contrat",
  signeLe: "2024-06-12",
  effetLe: "2024-07-01",
  signataires: [{ nom: "CAF des Collines", representant: "Alix EXEMPLE", role: "partenaire financier" }],
  autresFinanceurs: [{ nom: "Région", motsColonne: ["Conseil régional"] }],
  enveloppes: [
    {
      id: "france-travail",
      intitule: "Part France Travail",
      financeur: "France Travail",
      axe: 2,
      montants: [{ annee: 2024, montant: 120000, statut: "ferme" }],
    },
  ],
  autresComptes: [{ titulaire: "CCAS de la ville", iban: "FR76 3000 6000 0112 3456 7890 189", bic: "AGRIFRPP" }],
  montantsPour: "action",
  versements: [
    { annee: 2024, part: 0.8, date: "2024-07-15", condition: "à la signature" },
    { annee: 2024, part: 0.2, condition: "au vu du bilan" },
  ],
  cofinancement: {
    seuil: 0.5,
    niveau: "action",
    financeurs: [{ financeur: "Région", seuil: 0.05 }],
    seuils: [
      { axe: 2, seuil: 0.4 },
      { annee: 2025, seuil: 0.3 },
      { axe: 2, annee: 2025, seuil: 0.2 },
      { action: 3, seuil: 0.1 },
    ],
  },
  creditsEtat: [2024, 2025, 2026].map((annee) => ({ annee, montant: 80040, statut: "ferme" })),
  actions: numerous,
  reglages: { ...base.reglages, joursDeCloture: 30 },
  indicateursNationaux: ["Nombre de sorties positives"],
  nationaux: [{ intitule: "Nombre de sorties positives", code: "PNS-12", unite: "personnes" }],
};

export function parse(definition: ConventionDefinition): Convention {
  const parsed = parseConvention(definition);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

/** The same with six actions only. */
export const contratRiche: Convention = parse({
  ...rich,
  actions: numerous.slice(0, 6),
  creditsEtat: [2024, 2025, 2026].map((annee) => ({ annee, montant: 6003, statut: "ferme" })),
});
