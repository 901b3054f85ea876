// The signed contract itself, as a Word document: the definition made from it is the one made from its annexes, and more.
import { describe, expect, it } from "vitest";
import { contratIntegre } from "../../src/contracts/built-in";
import { parseConvention } from "../../src/contracts/parse-convention";
import { readDocx } from "../../src/documents/docx/read-docx";
import { readText } from "../../src/documents/read-text";
import { DocumentError } from "../../src/documents/limits";
import type { Convention } from "../../src/core/contract/convention";
import { draftConvention } from "../../src/core/drafting/draft-convention";
import { draftSigned } from "../../src/core/drafting/draft-signed";
import type { SignedDocument } from "../../src/core/drafting/signed-document";
import { annexWorkbook } from "../contracts/annex-workbook";
import { contratDuDepartement } from "../contracts/departement-invente";
import { OBJECTIF, signedDocument, type Ecriture } from "../contracts/signed-document";

function made(document: SignedDocument) {
  const draft = draftSigned(document);
  if (!draft.ok) throw new Error(draft.message);
  const parsed = parseConvention(draft.definition);
  if (!parsed.ok) throw new Error(parsed.message);
  return {
    convention: parsed.convention,
    asked: draft.definition.questions.map(({ champ }) => champ),
    aCompleter: draft.definition.questions,
  };
}

const fromDocx = async (convention: Convention) => made(readDocx(await signedDocument(convention), "contrat.docx"));

/** As it is pasted from Word into a text: a paragraph a line, a row of a table a line with tabs between its cells. */
async function fromText(convention: Convention) {
  const { blocs } = readDocx(await signedDocument(convention), "contrat.docx");
  const lines = blocs.flatMap((bloc) =>
    bloc.kind === "paragraphe" ? [bloc.texte] : bloc.lignes.map((row) => row.join("\t").replaceAll("\n", " ")),
  );
  return made(readText(lines.join("\r\n"), "contrat.txt"));
}

const essence = ({ axes, actions, creditsEtat }: Convention) => ({
  axes: axes.map(({ numero, intitule }) => [numero, intitule]),
  actions: actions.map(({ numero, axe, intitule, montants, indicateurs }) => ({
    numero,
    axe,
    intitule,
    montants,
    indicateurs: indicateurs.map((indicateur) => [indicateur.intitule, indicateur.t0, indicateur.cibles]),
  })),
  creditsEtat,
});

it.each([
  ["2", "2027-10-31"],
  ["deux", "2027-10-31"],
  ["trois", "2027-09-30"],
  ["six", "2027-06-30"],
  ["douze", "2026-12-31"],
  ["quinze", "2027-10-31"],
])("a notice of %s months, in figures or in words", async (months, date) => {
  const document = readDocx(await signedDocument(contratIntegre), "contrat.docx");
  const blocs = document.blocs.map((bloc) =>
    bloc.kind === "paragraphe" ? { ...bloc, texte: bloc.texte.replace("3 mois avant", `${months} mois avant`) } : bloc,
  );
  const { convention, aCompleter } = made({ ...document, blocs });
  expect(convention.echeances.find(({ id }) => id === "denonciation")?.date).toBe(date);
  // In words that it does not know it is asked for, and two months are said to be what was taken.
  const asked = aCompleter.filter(({ question }) => question.includes("dénonciation"));
  expect(asked).toHaveLength(months === "quinze" ? 1 : 0);
});

describe.each([
  ["Dijon's contract", contratIntegre],
  ["an invented département's", contratDuDepartement],
])("%s, as a Word document", (_, convention) => {
  it("gives the axes, actions, amounts and targets that its annexes give as a workbook", async () => {
    const { convention: signed } = await fromDocx(convention);
    const draft = draftConvention(annexWorkbook(convention));
    if (!draft.ok) throw new Error(draft.message);
    const annexes = parseConvention({ ...draft.definition, cofinancement: convention.cofinancement });
    if (!annexes.ok) throw new Error(annexes.message);
    expect(essence(signed)).toEqual(essence(annexes.convention));
    expect(essence(signed)).toEqual(essence(convention));
  });

  it("gives as a text all that it gives as a Word document, and asks for the same", async () => {
    const [text, word] = [await fromText(convention), await fromDocx(convention)];
    // Places and the file's name are of each alone.
    const own = { origine: null, questions: null, sources: null };
    expect({ ...text.convention, ...own }).toEqual({ ...word.convention, ...own });
    expect(text.asked).toEqual(word.asked);
  });

  it("gives what only the articles say", async () => {
    const { convention: signed } = await fromDocx(convention);
    expect(signed.periode).toEqual(convention.periode);
    expect(signed.annees).toEqual(convention.annees);
    expect(signed.cofinancement.seuil).toBe(convention.cofinancement.seuil);
    expect(signed.imputation).toEqual(convention.imputation);
    expect(signed.etat).toMatchObject({ nom: "État", representant: convention.etat.representant });
    expect(signed.collectivite).toMatchObject({
      nom: convention.collectivite.nom,
      representant: convention.collectivite.representant,
      designation: convention.collectivite.designation,
    });
    expect(signed.coordonneesBancaires).toEqual({
      titulaire: convention.collectivite.nom,
      domiciliation: "Paierie départementale, 1 place des Tilleuls",
      rib: "20041 01005 0500013M026 06",
      iban: "FR14 2004 1010 0505 0001 3M02 606",
      bic: "PSSTFRPPLIL",
    });
    expect(signed.ordonnateur).toBe("Préfet des Collines");
    expect(signed.comptable).toBe("Directeur départemental des finances publiques");
    expect(signed.signeLe).toBe("2024-06-12");
    const date = (id: string) => signed.echeances.find((echeance) => echeance.id === id);
    expect(date("rapport-execution")).toMatchObject({ date: "2026-03-31" });
    expect(date("denonciation")).toMatchObject({ genre: "droit" });
    expect(date("fin-du-contrat")).toMatchObject({ date: convention.periode.fin, genre: "terme" });
    const settings = signed.echeances.filter(({ reglage }) => reglage).map(({ id }) => id);
    expect(settings).toContain(`avenant-${convention.annees[1]?.annee}`);
  });

  it("gives the fiches with the parties' own texts", async () => {
    const { convention: signed, aCompleter } = await fromDocx(convention);
    expect(signed.actions.map(({ fiche }) => fiche?.objectif)).toEqual(signed.actions.map(() => OBJECTIF));
    expect(signed.actions[1]?.fiche).toMatchObject({
      constats: "Le diagnostic partagé montre des besoins que rien ne couvre.",
      descriptif: "Deux permanences par semaine, une équipe mobile.",
      debut: convention.periode.debut,
      fin: convention.periode.fin,
      publicCible: "habitants du territoire",
      nature: "Action nouvelle",
      actionsLiees: [1, 2],
      axesLies: [3],
    });
    // The fiche that lacks a field is named, with its place.
    const lacking = aCompleter.filter(({ champ }) => champ.endsWith(".fiche"));
    expect(lacking).toHaveLength(1);
    expect(lacking[0]?.champ).toBe("actions[2].fiche");
    expect(lacking[0]?.question).toMatch(/partenaires .*\(paragraphe \d+\)$/);
  });

  it("asks for nothing else", async () => {
    const { asked } = await fromDocx(convention);
    // Numbers that the tables do not give, years that are not calendar ones.
    const doubts = /^(?:actions\[2\]\.fiche|(?:axes|actions)\[\]\.numero|annees)$/;
    expect(asked.filter((champ) => !doubts.test(champ))).toEqual([]);
  });
});

describe.each([
  ["Dijon's contract", contratIntegre],
  ["an invented département's", contratDuDepartement],
])("%s, written as others write", (_, convention) => {
  const written = async (ecriture: Ecriture) =>
    made(readDocx(await signedDocument(convention, ecriture), "contrat.docx"));

  it("gives the same codes and amounts from a table", async () => {
    const { convention: signed } = await written({ codesEnTableau: true });
    expect(signed.imputation).toEqual(convention.imputation);
    expect(essence(signed)).toEqual(essence(convention));
  });

  it.each(["k€", "milliers d’euros", "K euros"])("gives the same credits in thousands: %s", async (milliers) => {
    const { convention: signed } = await written({ milliers });
    expect(signed.creditsEtat).toEqual(convention.creditsEtat);
  });

  it.each([
    ["Le présent contrat prend effet au 1er juillet 2024.", "2024-07-01"],
    ["La convention, signée le 12 juin 2024, prend effet le 2 juillet 2024.", "2024-07-02"],
    ["Elle prendra effet à compter du 31/07/2024.", "2024-07-31"],
    ["Elle entre en vigueur le 1er août 2024.", "2024-08-01"],
    ["Chaque avenant prend effet le 1er janvier 2025.", undefined],
    [undefined, undefined],
  ])("gives the day from which it holds: %s", async (effet, expected) => {
    const { convention: signed } = await written(effet === undefined ? {} : { effet });
    expect(signed.effetLe).toBe(expected);
    expect(signed.signeLe).toBe("2024-06-12");
  });
});

describe("what is not there, or does not agree, is listed with its place", () => {
  const text = (lines: readonly string[]): SignedDocument => {
    const rows = annexWorkbook(contratDuDepartement).sheets.flatMap(({ blocks }) =>
      blocks.flatMap(({ values }) => [
        ...values.map((row) => row.map((value) => String(value ?? "")).join("\t")),
        "Fin",
      ]),
    );
    return readText([...lines, ...rows].join("\n"), "contrat.txt");
  };

  it("says all that a document without articles lacks", () => {
    const { asked, convention } = made(text([]));
    expect(asked).toEqual(
      expect.arrayContaining([
        "periode.debut",
        "periode.fin",
        "etat",
        "collectivite",
        "creditsEtat[0].montant",
        "cofinancement.seuil",
        "imputation.programme",
        "imputation.lignes",
        "coordonneesBancaires",
        "ordonnateur",
        "comptable",
        "signeLe",
        "echeances",
        "actions[0].fiche",
      ]),
    );
    expect(essence(convention).actions).toEqual(essence(contratDuDepartement).actions);
  });

  it("says where an article and a table do not agree", () => {
    const { aCompleter } = made(text(["", "- Un montant de 1 000,50 € au titre de l’année 2024 ;"]));
    const [credit] = aCompleter.filter(({ question }) => question.includes("1\u00a0000,50"));
    const places = [{ valeur: 1000.5, lieu: "ligne 2" }, { lieu: "la somme des actions du tableau" }];
    expect(credit).toMatchObject({ champ: "creditsEtat[0].montant", reponses: places });
    expect(credit?.question).toContain("(ligne 2)");
  });

  it("refuses what is no Word document, and a document without its tables", () => {
    expect(() => readDocx(new Uint8Array([1, 2, 3]), "x.docx")).toThrow(DocumentError);
    const { asked, convention } = made(readText("Contrat local des solidarités", "x.txt"));
    expect(asked).toEqual(expect.arrayContaining(["actions", "axes", "annees", "collectivite", "cofinancement.seuil"]));
    expect(convention.actions).toHaveLength(1);
  });
});
