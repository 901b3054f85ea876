// Three avenants to Dijon's contract, invented for tests: what each kind of line of the contract sheet can say.
import { parseConvention } from "../../src/contracts/parse-convention";
import { dijonMetropole20242027 } from "../../src/contracts/dijon-metropole-2024-2027";
import type { Convention, ConventionDefinition } from "../../src/core/contract/convention";

const avenants: ConventionDefinition["avenants"] = [
  {
    numero: 1,
    signeLe: "2025-02-10",
    creditsEtat: [
      {
        annee: 2025,
        montant: 360000.5,
        repartition: [
          { axe: 1, montant: 85000 },
          { axe: 2, montant: 45000 },
          { axe: 3, montant: 160000 },
          { axe: 4, montant: 70000.5 },
        ],
      },
    ],
    montants: [
      { action: 8, annee: 2025, partie: "etat", montant: 45000.5 },
      { action: 8, annee: 2025, partie: "collectivite", montant: 45000.5 },
    ],
    cibles: [
      { action: 4, indicateur: 1, annee: 2025, valeur: 80 },
      { action: 8, indicateur: 2, annee: 2025, valeur: 12.5 },
    ],
  },
  {
    numero: 2,
    signeLe: "2026-03-12",
    creditsEtat: [{ annee: 2026, montant: 340000 }],
    montants: [
      { action: 3, annee: 2026, partie: "etat", montant: 15000 },
      { action: 9, annee: 2026, partie: "etat", montant: 25000 },
      { action: 9, annee: 2026, partie: "collectivite", montant: 25000 },
    ],
    actionsNouvelles: [
      {
        numero: 9,
        axe: 2,
        intitule: "Ouvrir un point d’accueil numérique",
        alias: ["Point numérique"],
        montants: [],
        indicateurs: [{ numero: 1, intitule: "Nombre de visiteurs", t0: 0, cibles: [] }],
      },
    ],
    indicateursNouveaux: [
      { action: 1, numero: 2, intitule: "Nombre de familles suivies", alias: ["Familles suivies"], t0: 0, cibles: [] },
    ],
    actionsTerminees: [{ action: 7, aPartirDe: 2026 }],
    cibles: [
      { action: 9, indicateur: 1, annee: 2026, valeur: 400 },
      { action: 1, indicateur: 2, annee: 2026, valeur: 60 },
    ],
  },
  {
    numero: 3,
    signeLe: "2026-10-01",
    creditsEtat: [],
    montants: [{ action: 3, annee: 2026, partie: "collectivite", montant: 30000 }],
  },
];

function parse(): Convention {
  const parsed = parseConvention({ ...dijonMetropole20242027, avenants });
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.convention;
}

export const contratAmende: Convention = parse();
