// The options of the command line, and the French refusal of each wrong one.
import { describe, expect, it } from "vitest";
import { CommandError } from "../../src/cli/command-error";
import { parseOptions } from "../../src/cli/verifier/verifier-options";

function refusal(...args: string[]): string {
  try {
    parseOptions(args);
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
  return "accepted";
}

describe("accepted options", () => {
  it("takes files anywhere between the options", () => {
    expect(parseOptions(["a.xlsx", "--json", "b.xlsx", "--date", "2028-02-29"])).toEqual({
      files: ["a.xlsx", "b.xlsx"],
      json: true,
      strict: false,
      force: false,
      date: "2028-02-29",
      sortie: null,
      contrat: null,
      contrats: null,
      reference: null,
      reprendre: null,
      dernier: "recu",
      regles: [],
      qui: null,
      feuilles: [],
      partie: null,
      lecture: null,
      lectureSortie: null,
    });
  });

  it("takes a file whose name begins with a dash after --", () => {
    expect(parseOptions(["--json", "--", "-a.xlsx"])?.files).toEqual(["-a.xlsx"]);
  });

  it("takes several sheets", () => {
    expect(parseOptions(["a.xlsx", "--feuille", "Budget", "--feuille=Suivi"])?.feuilles).toEqual(["Budget", "Suivi"]);
  });

  it("asks for no file with --help", () => {
    expect(parseOptions(["-h"])).toBeNull();
  });
});

describe("refused options", () => {
  it.each([
    [["a.xlsx", "--jsn"], "Option inconnue : --jsn. Vouliez-vous dire --json ?"],
    [["a.xlsx", "--xyz"], "Options acceptées : --json, --date, --sortie,"],
    [["a.xlsx", "--date", "2026-01-01", "--date=2026-01-02"], "--date est donnée deux fois : 2026-01-01 et 2026-01-02"],
    [["a.xlsx", "--sortie", "a.html", "--sortie", "a.html"], "--sortie est donnée deux fois"],
    [["a.xlsx", "--nom", " "], 'L’option --nom attend une valeur, par exemple --nom "Mme Roy".'],
    [["a.xlsx", ""], "Le nom d’un fichier est vide."],
    [["a.xlsx", "-x"], "Option inconnue : -x."],
    [[], "Aucun classeur à vérifier. Usage :"],
    [["--json"], "Aucun classeur à vérifier."],
    [["a.xlsx", "--date"], "L’option --date attend une valeur, par exemple --date 2026-11-24."],
    [["a.xlsx", "--date", "--json"], "L’option --date attend une valeur"],
    [["a.xlsx", "--sortie"], "L’option --sortie attend une valeur, par exemple --sortie annote.xlsx."],
    [["a.xlsx", "--sortie", ""], "L’option --sortie attend une valeur"],
    [["a.xlsx", "--contrat="], "L’option --contrat attend une valeur"],
    [["a.xlsx", "--feuille"], 'L’option --feuille attend une valeur, par exemple --feuille "Tableau budgétaire".'],
    [["a.xlsx", "--json=oui"], "L’option --json ne prend pas de valeur."],
    [["a.xlsx", "--force"], "--force ne sert qu’avec --sortie"],
    [["a.xlsx", "b.xlsx", "--sortie", "c.xlsx"], "--sortie ne s’emploie qu’avec un seul classeur"],
  ])("%j", (args, sentence) => {
    expect(refusal(...args)).toContain(sentence);
    expect(refusal(...args)).not.toContain("\n");
  });

  it.each(["2026-02-29", "2026-13-01", "2026-00-10", "24/11/2026", "2026-11-24T00:00", "demain", "+02026-11-24"])(
    "--date %s",
    (date) => {
      expect(refusal("a.xlsx", `--date=${date}`)).toContain("ce n’est pas une date. Écrivez AAAA-MM-JJ");
    },
  );
});
