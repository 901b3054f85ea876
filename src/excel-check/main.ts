// The page that a person opens in Excel to try the add-in there: one button, then a report to send back.
import { CHECKS } from "./checks";
import { runChecks, type ExcelReport } from "./run-checks";
import type { Difference, Held } from "./compare/comparison";

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
  if (typeof Office === "undefined")
    return say(
      "La bibliothèque d’Excel n’est pas venue\u00a0: ce poste doit pouvoir joindre appsforoffice.microsoft.com.",
    );
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
  const stop = element<HTMLButtonElement>("arreter");
  let isStopped = false;
  stop.onclick = () => {
    isStopped = true;
    stop.disabled = true;
    say("Arrêt après le contrôle en cours…");
  };
  begin.disabled = true;
  stop.hidden = stop.disabled = false;
  stop.focus();
  element("resultat").hidden = true;
  try {
    const report = await runChecks({
      onCheck: (name, index) => say(`${index + 1} sur ${CHECKS.length}\u00a0: ${name}…`),
      onWaitingForCell: () => say("Validez la cellule en cours de saisie dans Excel (touche Entrée)."),
      isStopped: () => isStopped,
    });
    show(report);
    const left = report.left.map((name) => `«\u00a0${name}\u00a0»`).join(", ");
    say(
      `${isStopped ? "Essai arrêté." : "Essai terminé."} ` +
        (left === ""
          ? "Ses feuilles sont retirées."
          : `Restent dans le classeur\u00a0: ${left}. Fermez-le sans l’enregistrer.`),
    );
    element("bilan").focus();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
  stop.hidden = true;
  begin.disabled = false;
  if (element("resultat").hidden) begin.focus();
}

function show(report: ExcelReport): void {
  const passed = report.checks.filter((check) => check.passed).length;
  element("bilan").textContent = `Contrôles réussis\u00a0: ${passed} sur ${CHECKS.length}`;
  list(
    "controles",
    report.checks.map(
      ({ name, passed: isPassed, seen }) => `${isPassed ? "réussi" : "ÉCHEC"}\u00a0: ${name} (${seen})`,
    ),
  );
  const told = [
    ...byMember(report.differences),
    ...new Set(report.refusals.map(({ member, code }) => `${member}\u00a0: refusé (${code})`)),
  ];
  list("differences", told.length > 0 ? told : ["Aucune."]);
  const text = JSON.stringify(report, null, 1);
  const area = element<HTMLTextAreaElement>("texte");
  area.value = text;
  element("remise").textContent = "";
  element("resultat").hidden = false;
  element("telecharger").onclick = () => download(text, report);
  element("copier").onclick = () => void copy(text, area);
}

function list(id: string, lines: readonly string[]): void {
  element(id).replaceChildren(
    ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
  );
}

/** A text between its quotes, so that an empty one shows. */
const asWords = (held: Held): string => (held === null ? "rien" : JSON.stringify(held));

/** A line for each member, with the first of its differences: the report holds them all. */
function byMember(differences: readonly Difference[]): readonly string[] {
  return [...new Set(differences.map(({ member }) => member))].map((member) => {
    const own = differences.filter((each) => each.member === member);
    const times = own.reduce((sum, each) => sum + each.times, 0);
    const [example = { planned: null, read: null, where: [] }] = own;
    const values = `prévu ${asWords(example.planned)}, relu ${asWords(example.read)}`;
    return `${member}\u00a0: ${values} (${example.where[0]}${times > 1 ? `, et ${times - 1} fois ailleurs` : ""})`;
  });
}

function download(text: string, { excel, date }: ExcelReport): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `essai-excel-${excel.platform}-${date.slice(0, 10)}.json`.toLowerCase();
  link.click();
  URL.revokeObjectURL(link.href);
  element("remise").textContent =
    "Compte rendu téléchargé. Si rien n’est venu, cet Excel ne télécharge pas depuis un volet\u00a0: copiez-le.";
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
      : "Le texte est sélectionné plus bas\u00a0: copiez-le au clavier.";
  }
}

void main();
