// The `contrats` command: lists the contracts of a folder of definitions, and says which of them each workbook is of.
import { basename } from "node:path";
import { accord } from "../../core/domain/words/accord";
import { formatListe } from "../../core/domain/words/format";
import { typographie } from "../../core/domain/words/typographie";
import { defineCommand, describeFailure, nameFailure, type ExitStatus, type Io } from "../command";
import { CommandError } from "../command-error";
import { definitionFor, listDefinitions } from "../definitions";
import { listWorkbooks, type ListedWorkbook } from "../dossier/list-workbooks";
import { loadContrat } from "../load-contrat";
import { oneLine } from "../one-line";
import { openWorkbook } from "../open-workbook";
import { CONTRATS_META, parseContratsOptions, type ContratsOptions } from "./contrats-options";
import { inscrire, reconnaitre, type ClasseurReconnu, type Definition, type Inscrit } from "./register";

interface Illisible {
  readonly fichier: string;
  /** French sentence. */
  readonly pourquoi: string;
}

const SCEAUX: Readonly<Record<ClasseurReconnu["sceau"], string>> = {
  absent: "sans sceau",
  inchange: "scellé, inchangé",
  autre: "son sceau n’est pas celui de cette définition",
  rompu: "son sceau est rompu",
};

function direContrat({ fichier, id, parties, annees, actions, empreinte, questions, double }: Inscrit): string {
  const [first, last] = [annees[0], annees.at(-1)];
  const left = [
    ...(questions > 0
      ? [`${accord(questions, "question ouverte", "questions ouvertes")} : rien n’en est certifié`]
      : []),
    ...(double === null ? [] : [`même contrat que ${oneLine(double)}`]),
  ];
  return typographie(
    [
      `${oneLine(id)}  ${empreinte}`,
      `  ${oneLine(formatListe(parties))}`,
      `  ${first === last ? first : `${first}-${last}`}, ${accord(actions, "action")} (${oneLine(fichier)})`,
      ...left.map((each) => `  ${each}`),
    ].join("\n"),
  );
}

function direClasseur({ classeur, contrats, sceau }: ClasseurReconnu): string {
  const [only, ...others] = contrats;
  const whose =
    only === undefined
      ? "d’aucun de ces contrats"
      : others.length > 0
        ? `à départager entre ${formatListe(contrats)}`
        : `${only} (${SCEAUX[sceau]})`;
  return typographie(`${oneLine(classeur)} : ${oneLine(whose)}`);
}

const isSettled = ({ contrats, sceau }: ClasseurReconnu): boolean =>
  contrats.length === 1 && (sceau === "absent" || sceau === "inchange");

async function run(options: ContratsOptions, io: Io): Promise<ExitStatus> {
  const { dossier, classeurs, json, date } = options;
  const asOf = date ?? io.today();
  const files = listDefinitions(dossier, dossier);
  if (files.length === 0)
    throw new CommandError(`${dossier} : ce dossier n’a aucune définition de contrat (fichiers .json).`);
  const definitions: Definition[] = [];
  const illisibles: Illisible[] = [];
  for (const file of files) {
    try {
      definitions.push([basename(file), loadContrat(file)]);
    } catch (error) {
      illisibles.push({ fichier: basename(file), pourquoi: describeFailure(error) });
    }
  }
  const contrats = inscrire(definitions);
  const reconnus: ClasseurReconnu[] = [];
  const listed: readonly ListedWorkbook[] =
    classeurs.length === 0 || illisibles.length > 0 ? [] : listWorkbooks(classeurs);
  for (const { path, name } of listed) {
    try {
      const raw = await openWorkbook(path).port.read();
      reconnus.push(reconnaitre(raw, name, definitionFor(dossier, basename(path).replace(/\.[^.]+$/, "")), asOf));
    } catch (error) {
      illisibles.push({ fichier: name, pourquoi: describeFailure(nameFailure(path, error)) });
    }
  }
  if (json) io.out(`${JSON.stringify({ contrats, classeurs: reconnus, illisibles })}\n`);
  else
    io.out(
      `${[...contrats.map(direContrat), ...(reconnus.length > 0 ? [reconnus.map(direClasseur).join("\n")] : [])].join("\n\n")}\n`,
    );
  if (!json) for (const { fichier, pourquoi } of illisibles) io.err(`${oneLine(fichier)} : ${oneLine(pourquoi)}\n`);
  if (illisibles.length > 0 && classeurs.length > 0 && listed.length === 0 && !json)
    io.err(`Les classeurs ne sont pas rapprochés tant qu’une définition ne se lit pas.\n`);
  const isClear =
    illisibles.length === 0 && contrats.every(({ double }) => double === null) && reconnus.every(isSettled);
  return isClear ? 0 : 1;
}

export const runContrats = defineCommand({ meta: CONTRATS_META, parse: parseContratsOptions, run });
