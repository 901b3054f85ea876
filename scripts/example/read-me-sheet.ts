// The notes that the service keeps beside its tables.
import type { SheetModel } from "xlsx-model/workbook-model";
import { looks, typeIn } from "./looks";

const NOTES = [
  "Classeur de suivi du Contrat local des solidarités 2024-2027 (État – Dijon métropole).",
  "« Tableau budgétaire » : montants prévisionnels par axe et par action, en euros.",
  "« Indicateurs » : situation de départ (T0), cibles annuelles et réalisé de 2024 et 2025.",
  "« Exécution » : dépenses de 2024 et 2025 par action, avec la raison des écarts.",
  "Les cellules jaunes sont à revoir avec la DDETS avant le dialogue de gestion.",
  "Les montants d’au moins 100 000 € sont en bleu (mise en forme conditionnelle du service).",
];

export function layOutReadMe(sheet: SheetModel): void {
  typeIn(sheet, 0, 0, "Lisez-moi");
  sheet.setStyle({ top: 0, left: 0, bottom: 0, right: 0 }, looks.title);
  NOTES.forEach((note, index) => typeIn(sheet, index + 2, 0, note));
  sheet.setStyle({ top: 2, left: 0, bottom: NOTES.length + 1, right: 0 }, { wrap: true, vertical: "top" });
  sheet.setColumnWidth(0, 90);
}
