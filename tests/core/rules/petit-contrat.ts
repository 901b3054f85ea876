// A small invented contract: another local party, cents, a threshold of 40 % and years from July to June.
import { parseConvention } from "../../../src/contracts/parse-convention";
import type { Convention, ConventionDefinition } from "../../../src/core/contract/convention";

const definition: ConventionDefinition = {
  id: "departement-invente-2024-2026",
  intitule: "Contrat d’un département inventé",
  etat: { nom: "État" },
  collectivite: { nom: "Département inventé", designation: "Département", motsColonne: ["CD"] },
  periode: { debut: "2024-07-01", fin: "2026-06-30" },
  annees: [
    { annee: 2024, debut: "2024-07-01", fin: "2025-06-30" },
    { annee: 2025, debut: "2025-07-01", fin: "2026-06-30" },
  ],
  creditsEtat: [
    {
      annee: 2024,
      montant: 600.6,
      statut: "ferme",
      repartition: [
        { axe: 1, montant: 300.3 },
        { axe: 2, montant: 300.3 },
      ],
    },
    { annee: 2025, montant: 900.9, statut: "provisionnel" },
  ],
  axes: [
    { numero: 1, intitule: "Enfance" },
    { numero: 2, intitule: "Emploi" },
  ],
  actions: [
    {
      numero: 1,
      axe: 1,
      intitule: "Ouvrir une halte-garderie",
      montants: [
        { annee: 2024, etat: 300.3, collectivite: 200.2 },
        { annee: 2025, etat: 300.3, collectivite: 200.2 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre d’enfants accueillis",
          t0: 10,
          cibles: [
            { annee: 2024, valeur: 12.5 },
            { annee: 2025, valeur: 15 },
          ],
        },
      ],
    },
    {
      numero: 2,
      axe: 2,
      intitule: "Accompagner vers l’emploi",
      montants: [
        { annee: 2024, etat: 300.3, collectivite: 300.3 },
        { annee: 2025, etat: 300.3, collectivite: 300.3 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de personnes accompagnées",
          t0: "nd",
          cibles: [
            { annee: 2024, valeur: "nd" },
            { annee: 2025, valeur: 40 },
          ],
        },
      ],
    },
    {
      numero: 3,
      axe: 2,
      intitule: "Lever les freins",
      montants: [
        { annee: 2024, etat: 0, collectivite: 0 },
        { annee: 2025, etat: 300.3, collectivite: 300.3 },
      ],
      indicateurs: [
        {
          numero: 1,
          intitule: "Nombre de freins levés",
          t0: 0,
          cibles: [
            { annee: 2024, valeur: "nd" },
            { annee: 2025, valeur: "nd" },
          ],
        },
      ],
    },
  ],
  cofinancement: { seuil: 0.4 },
  imputation: { programme: "304", intitule: "Inclusion sociale", lignes: [] },
  echeances: [],
  reglages: { alerteSousConsommation: 0.8, alerteCible: 0.8 },
  indicateursNationaux: [],
};

function parse(): Convention {
  const parsed = parseConvention(definition);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

export const petitContrat: Convention = parse();
