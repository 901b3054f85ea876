// How the State pays, as a definition states it: programme, codes by axe, account, who orders and who pays.
import { addUnder } from "../domain/group-by";
import { compteFaux, isIbanValide, isRibValide, ribDeIban } from "../contract/compte-bancaire";
import type { ConventionDefinition } from "../contract/convention";
import { A_COMPLETER } from "../contract/definition/questions";
import { activiteDuCode } from "../contract/programme-304";
import { foldText } from "../domain/words/label";
import { capitalise, cite } from "../domain/words/typographie";
import { attribuer } from "./assign-axes";
import { trancher, type Candidat, type Tranche } from "./candidates";
import { addUp, euros, sommeDeLAxe } from "./from-annexes";
import { citeEndroit, type Notes } from "./notes";
import { memeCompte, type ChampDuCompte, type CompteSigne } from "./signed-account";
import type { LigneSignee } from "./signed-imputation";
import type { Programme } from "./signed-payment";

type Imputation = ConventionDefinition["imputation"];
type Ligne = Imputation["lignes"][number];

/** Where the codes begin with the figures of a programme, another one is named for something else. */
export function draftProgramme(
  notes: Notes,
  said: readonly Candidat<Programme>[],
  codes: readonly string[],
  usual: Programme,
): Programme {
  const ofCodes = new Set(codes.map((code) => code.slice(1, 4)));
  const own = said.map((each) => {
    // What is said in so many words contradicts the codes, and is asked.
    const isOther = ofCodes.size > 0 && !ofCodes.has(each.valeur.programme) && !each.dit;
    return isOther ? { ...each, ecarte: "n’est pas le programme des codes activité" } : each;
  });
  const tranche = trancher(own, ({ programme }) => programme);
  const demande = {
    champ: "imputation.programme",
    cle: "imputation/programme",
    quoi: "le programme budgétaire",
    dire: ({ programme }: Programme) => programme,
    ecrire: ({ programme }: Programme) => programme,
    sinon: `${usual.programme}, ${cite(usual.intitule)}, a été pris`,
  };
  const found = notes.prendre(demande, tranche);
  if (!found) return usual;
  // The words that name it may stand in another sentence than its charge.
  const named = own.filter(({ valeur }) => valeur.programme === found.programme && valeur.intitule !== "");
  const titres = trancher(
    named.map((each) => ({ ...each, dit: true, ecarte: null, valeur: each.valeur.intitule })),
    foldText,
  );
  const intitule = notes.prendre(
    {
      champ: "imputation.intitule",
      cle: "imputation/intitule",
      quoi: "l’intitulé du programme",
      dire: cite,
      ecrire: (nom: string) => nom,
    },
    titres,
  );
  return {
    programme: found.programme,
    intitule: intitule ?? (found.programme === usual.programme ? usual.intitule : A_COMPLETER),
  };
}

interface DeLAnnee {
  readonly annee: number;
  readonly dite: boolean;
}

class ImputationDrafter {
  constructor(
    private readonly notes: Notes,
    private readonly axes: ConventionDefinition["axes"],
    private readonly actions: ConventionDefinition["actions"],
    private readonly credits: ConventionDefinition["creditsEtat"],
  ) {}

  draft(said: readonly LigneSignee[]): readonly Ligne[] {
    if (said.length === 0) {
      this.notes.manque("imputation.lignes", "les codes activité et leurs montants");
      return [];
    }
    const years = new Map<number, LigneSignee[]>();
    const asked = new Set<number>();
    for (const line of said) {
      const { annee, dite } = this.yearOf(line, said);
      if (!dite && !asked.has(annee)) {
        asked.add(annee);
        this.notes.demander(
          "imputation.lignes[].annee",
          `Les codes et leurs montants ont été pris pour ${annee}, la première année.`,
        );
      }
      addUnder(years, annee, line);
    }
    const lignes: Ligne[] = [];
    for (const [annee, lines] of years) lignes.push(...this.ofYear(annee, lines, lignes.length));
    for (const annee of years.keys()) this.holdAgainstCredits(annee, lignes);
    return lignes;
  }

  /** A code that nothing could read leaves the others short of the credits. */
  private holdAgainstCredits(annee: number, lignes: readonly Ligne[]): void {
    const credit = this.credits.find((each) => each.annee === annee)?.montant;
    const sum = addUp(lignes.flatMap((ligne) => (ligne.annee === annee ? [ligne.montant] : [])));
    if (credit === undefined || credit === sum) return;
    this.notes.demander(
      "imputation.lignes",
      `Les codes lus pour ${annee} font ${euros(sum)}, les crédits de l’année sont de ${euros(credit)}.`,
    );
  }

  /** The year that the words say, else the one of which the credits are what the codes add up to. */
  private yearOf({ annee }: LigneSignee, said: readonly LigneSignee[]): DeLAnnee {
    if (annee !== null && this.credits.some((credit) => credit.annee === annee)) return { annee, dite: true };
    const byCode = new Map(said.map(({ valeur }) => [valeur.code, valeur.montant]));
    const sum = addUp([...byCode.values()]);
    const own = this.credits.filter(({ montant }) => montant === sum);
    const [first] = this.credits;
    return { annee: own[0]?.annee ?? first?.annee ?? 0, dite: own.length === 1 };
  }

  private ofYear(annee: number, lines: readonly LigneSignee[], from: number): readonly Ligne[] {
    const byCode = new Map<string, LigneSignee[]>();
    for (const line of lines) byCode.set(line.valeur.code, [...(byCode.get(line.valeur.code) ?? []), line]);
    const first = [...byCode.values()].flatMap(([line]) => line ?? []);
    const parts = first.map(({ valeur: { montant, intitule }, pilier, endroit }) => ({
      montant,
      nom: intitule,
      numero: pilier,
      endroit,
    }));
    const split = this.credits.find((credit) => credit.annee === annee)?.repartition;
    const sommeDe = (axe: number): number | null =>
      sommeDeLAxe(this.actions, annee, axe) ?? split?.find((each) => each.axe === axe)?.montant ?? null;
    const given = attribuer(parts, this.axes, sommeDe);
    return first.map((line, index) => {
      const rank = from + index;
      const { code } = line.valeur;
      const axe = given[index]?.axe ?? index + 1;
      const champ = `imputation.lignes[${rank}]`;
      const cle = `imputation/lignes/${annee}/${axe}`;
      this.notes.lu(cle, line.endroit);
      if (given[index]?.sure !== true)
        this.notes.demander(
          `${champ}.axe`,
          `Code ${code} : l’axe ${axe} a été pris par son rang ${citeEndroit({ lieu: line.endroit.lieu })}.`,
        );
      const amounts = (byCode.get(code) ?? []).map(({ valeur, endroit }): Candidat<number> => ({
        valeur: valeur.montant,
        endroit,
        dit: true,
        ecarte: null,
      }));
      const table = sommeDeLAxe(this.actions, annee, axe);
      const ofTable: Candidat<number>[] =
        given[index]?.sure === true && table !== null
          ? [{ valeur: table, endroit: { lieu: "la somme des actions du tableau" }, dit: true, ecarte: null }]
          : [];
      const tranche: Tranche<number> = trancher([...amounts, ...ofTable]);
      const montant = this.notes.prendre(
        {
          champ: `${champ}.montant`,
          cle,
          quoi: `le montant ${annee} du code ${code}`,
          dire: euros,
          ecrire: (each) => each,
        },
        tranche,
      );
      return {
        annee,
        axe,
        ...this.titles(champ, line, byCode.get(code) ?? []),
        montant: montant ?? line.valeur.montant,
      };
    });
  }

  /** A sentence without the words of a code, and a table that gives them, are one line; else the programme's own words are proposed. */
  private titles(
    champ: string,
    { valeur, endroit }: LigneSignee,
    lines: readonly LigneSignee[],
  ): Omit<Ligne, "annee" | "axe"> {
    const { code } = valeur;
    const shared = activiteDuCode(code);
    const pilier = /\bpilier (?:n ?° ?)?(\d)/iu.exec(`${valeur.intitule} ${endroit.phrase ?? ""}`)?.[1];
    if (shared && pilier !== undefined && pilier !== shared.pilier)
      this.notes.demander(
        `${champ}.code`,
        `Code ${code} : le document le dit du pilier ${pilier}, et ce code est celui du pilier ${shared.pilier} dans le programme. ${citeEndroit(endroit)}`,
      );
    const of = (field: "intitule" | "intituleActivite"): string => {
      const said = lines.map((line) => line.valeur[field]).find((text) => text !== "");
      if (said !== undefined || !shared) return said ?? A_COMPLETER;
      this.notes.demander(
        `${champ}.${field}`,
        `Code ${code} : le document ne donne pas cet intitulé, ${cite(shared[field])} est celui du programme.`,
      );
      return shared[field];
    };
    return { ...valeur, intitule: of("intitule"), intituleActivite: of("intituleActivite") };
  }
}

export const draftImputation = (
  notes: Notes,
  said: readonly LigneSignee[],
  { axes, actions, creditsEtat }: Pick<ConventionDefinition, "axes" | "actions" | "creditsEtat">,
): readonly Ligne[] => new ImputationDrafter(notes, axes, actions, creditsEtat).draft(said);

const NAMES: Readonly<Record<ChampDuCompte, string>> = {
  titulaire: "le titulaire du compte",
  domiciliation: "la domiciliation du compte",
  rib: "le RIB",
  iban: "l’IBAN",
  bic: "le BIC",
};
const CHAMPS = Object.keys(NAMES) as readonly ChampDuCompte[];
const compact = (champ: ChampDuCompte): ((text: string) => string) =>
  champ === "titulaire" || champ === "domiciliation" ? foldText : memeCompte;

/** Each field alone: what one of them lacks does not take the others away. Null where the document names no account. */
const TITULAIRE = /\btitulaire(?: du compte)? ?: ?([^,;.]{3,80})/iu;

/** The contract may name other accounts on purpose, or speak of an account that it does not pay. */
export function askOtherAccounts(notes: Notes, { iban: ibans }: CompteSigne): void {
  const seen = new Set<string>();
  for (const { valeur, ecarte, endroit } of ibans) {
    if (ecarte === null || seen.has(memeCompte(valeur)) || !isIbanValide(memeCompte(valeur))) continue;
    seen.add(memeCompte(valeur));
    const titulaire =
      TITULAIRE.exec(endroit.phrase ?? "")?.[1]?.trim() ?? capitalise(ecarte.replace(/^est le compte de /, ""));
    notes.demander(
      "autresComptes",
      `Le document donne un autre compte, qui ${ecarte} : ${cite(valeur)}, ${citeEndroit(endroit)}. L’État y verse-t-il aussi ?`,
      {
        ensemble: {
          libelle: `Oui : ${titulaire}, ${valeur}`,
          ajouts: [{ liste: "autresComptes", valeur: { titulaire, iban: valeur }, ...endroit }],
        },
      },
    );
  }
}

export function draftAccount(
  notes: Notes,
  said: CompteSigne,
): NonNullable<ConventionDefinition["coordonneesBancaires"]> | null {
  const tranches = new Map(CHAMPS.map((champ) => [champ, trancher(said[champ], compact(champ))]));
  if ([...tranches.values()].every(({ etat }) => etat === "absent")) {
    const ecartees = CHAMPS.flatMap((champ) => said[champ]).map(({ ecarte, endroit }) => ({
      raison: ecarte ?? "",
      ...endroit,
    }));
    notes.demander(
      "coordonneesBancaires",
      "Le document ne dit pas, ou pas d’une façon reconnue, le compte sur lequel l’État verse.",
      ecartees.length > 0 ? { ecartees } : {},
    );
    return null;
  }
  const read = (champ: ChampDuCompte): string => {
    const tranche = tranches.get(champ) ?? { etat: "absent" as const, ecartes: [] };
    const own = {
      champ: `coordonneesBancaires.${champ}`,
      cle: `coordonneesBancaires/${champ}`,
      quoi: NAMES[champ],
      dire: cite,
      ecrire: (text: string) => text,
    };
    const text = notes.prendre(own, tranche);
    const faux = text === undefined ? null : compteFaux(own.cle, text)?.split(" : ")[0];
    if (text !== undefined && faux)
      notes.demander(
        own.champ,
        `${champ.toUpperCase()} ${cite(text)} : ${faux}. ${citeEndroit({ lieu: tranche.etat === "absent" ? undefined : tranche.choisi.endroit.lieu })}`,
      );
    return text ?? A_COMPLETER;
  };
  const compte = {
    titulaire: read("titulaire"),
    domiciliation: read("domiciliation"),
    rib: read("rib"),
    iban: read("iban").toUpperCase(),
    bic: read("bic"),
  };
  const ofIban = ribDeIban(memeCompte(compte.iban));
  if (ofIban !== null && isRibValide(memeCompte(compte.rib)) && ofIban !== memeCompte(compte.rib))
    notes.demander(
      "coordonneesBancaires",
      `Le RIB ${cite(compte.rib)} et l’IBAN ${cite(compte.iban)} ne sont pas du même compte.`,
    );
  return compte;
}
