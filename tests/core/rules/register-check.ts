// A workbook of Dijon's contract with its register of avenants, imputation and account, verified; and lines to write in the register.
import { contratIntegre } from "../../../src/contracts/built-in";
import { sceller } from "../../../src/core/contract/signed/sceau";
import { readDossier } from "../../../src/core/reading/read-dossier";
import { verify } from "../../../src/core/verify";
import type { RawWorkbook } from "../../../src/core/workbook-port";
import { composeAnnexe } from "../../../src/core/sheets/annexes/compose-annexe";
import { annexWorkbook } from "../../contracts/annex-workbook";
import { rawWorkbook } from "../reading/raw-workbook-builder";
import { contratSheet, type Edit } from "../reading/contrat/contrat-edits";

const DATE = "2026-11-24";

const EMPTY: RawWorkbook = { name: "vide.xlsx", sheets: [], isStructureProtected: false, choices: [] };

/** The imputation of the contract and its account, as the annexe is inserted. */
function imputationSheet() {
  const [plan] = composeAnnexe({ kind: "imputation" }, readDossier(EMPTY, contratIntegre, DATE));
  const cells = (plan?.cells ?? []).map((row) => row.map(({ value }) => value));
  const [sheet] = rawWorkbook({ Imputation: cells }).sheets;
  if (!sheet) throw new Error("no sheet");
  return { ...sheet, id: "imputation" };
}

export function check(...edits: readonly Edit[]) {
  const annexes = annexWorkbook(contratIntegre);
  const raw = { ...annexes, sheets: [...annexes.sheets, imputationSheet()] };
  const sheet = { ...contratSheet(contratIntegre, ...edits), id: "contrat" };
  const { verification, dossier } = verify(
    { ...raw, seal: sceller(contratIntegre).texte, sheets: [...raw.sheets, sheet] },
    contratIntegre,
    DATE,
  );
  const findings = verification.findings.filter(({ rule }) => rule === "avenant-lisible");
  const { status } = verification.rules.find(({ rule }) => rule === "avenant-lisible") ?? {};
  return { verification, dossier, status, found: findings.map(({ id, severity }) => [id, severity]), findings };
}

export type Line = Readonly<Record<string, string | number | null>>;

/** An avenant that fixes 2025 at what the contract foresaw. */
export const sound: Line = {
  "Avenant n°": 1,
  "Signé le": "10/02/2025",
  Objet: "Crédits de l’État",
  Année: 2025,
  "Nouvelle valeur": 350000,
};
export const amount: Line = {
  "Avenant n°": 1,
  Objet: "Montant d’une action",
  Année: 2025,
  Action: 1,
  Partie: "Métropole",
  "Nouvelle valeur": 65000,
};
