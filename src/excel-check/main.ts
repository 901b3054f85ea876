// The page that a person opens in Excel to try the add-in there: one button, then a report to send back.
import { WorkbookError } from "xlsx-model/plan";
import { runChecks, type ExcelReport } from "./run-checks";
import type { Difference } from "./compare/comparison";

function element<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found as T;
}

const say = (text: string) => {
  element("etat").textContent = text;
};

/** Excel's library runs after this script. */
const libraryHasRun = new Promise<void>((resolve) => {
  if (document.readyState === "complete") resolve();
  else document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
});

async function main(): Promise<void> {
  await libraryHasRun;
  if (typeof Office === "undefined") return say("Cette page s’ouvre dans Excel, par son manifeste.");
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return say("Cette page s’ouvre dans Excel, par son manifeste.");
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.14"))
    return say("Cet Excel est trop ancien : il faut Excel 2021, Microsoft 365 ou Excel sur le web.");
  const begin = element<HTMLButtonElement>("commencer");
  begin.disabled = false;
  say("Prêt.");
  begin.addEventListener("click", () => void run(begin));
}

async function run(begin: HTMLButtonElement): Promise<void> {
  begin.disabled = true;
  try {
    const report = await runChecks((name) => say(`${name}…`));
    show(report);
    say("Essai terminé.");
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    if (!(error instanceof WorkbookError)) begin.disabled = false;
  }
}

function show(report: ExcelReport): void {
  const passed = report.checks.filter((check) => check.passed).length;
  element("bilan").textContent = `Contrôles réussis\u00a0: ${passed} sur ${report.checks.length}`;
  const items = (lines: readonly string[]) =>
    lines.map((line) => {
      const item = document.createElement("li");
      item.textContent = line;
      return item;
    });
  element("controles").replaceChildren(
    ...items(
      report.checks.map(
        ({ name, passed: isPassed, seen }) => `${isPassed ? "réussi" : "ÉCHEC"}\u00a0: ${name} (${seen})`,
      ),
    ),
  );
  const differences = [
    ...report.differences.map(asSentence),
    ...report.refusals.map(({ member, code }) => `${member}\u00a0: refusé (${code})`),
  ];
  element("differences").replaceChildren(...items(differences.length > 0 ? differences : ["Aucune."]));
  const text = JSON.stringify(report, null, 1);
  const area = element<HTMLTextAreaElement>("texte");
  area.value = text;
  element("resultat").hidden = false;
  element("bilan").focus();
  element("telecharger").onclick = () => download(text, report);
  element("copier").onclick = () => void copy(text, area);
}

const asSentence = ({ member, planned, read, where, times }: Difference): string =>
  `${member}\u00a0: prévu ${JSON.stringify(planned)}, relu ${JSON.stringify(read)} (${times} fois\u00a0: ${where.join(" ; ")})`;

function download(text: string, { excel, date }: ExcelReport): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `essai-excel-${excel.platform}-${date.slice(0, 10)}.json`.toLowerCase();
  link.click();
  URL.revokeObjectURL(link.href);
  element("remise").textContent =
    "Compte rendu téléchargé. Si rien n’est venu, cet Excel ne télécharge pas depuis un volet : copiez-le.";
}

/** Some panes may not write to the clipboard: the text is then selected, to be copied by hand. */
async function copy(text: string, area: HTMLTextAreaElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    element("remise").textContent = "Compte rendu copié.";
  } catch {
    area.select();
    element("remise").textContent = document.execCommand("copy")
      ? "Compte rendu copié."
      : "Le texte est sélectionné plus bas : copiez-le au clavier.";
  }
}

void main();
