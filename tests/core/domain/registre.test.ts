// What was said stays in its order: a new version stands after the old one, and a decision names the version that it answered.
import { describe, expect, it } from "vitest";
import { describeVersions } from "../../../src/core/domain/describe-motif";
import { unsigned, type Justification } from "../../../src/core/domain/justification";
import {
  declarer,
  ecrireRegistre,
  lireRegistre,
  NOTHING_SAID,
  nouvelles,
  retenir,
  versionsDe,
  type Qui,
} from "../../../src/core/domain/registre";

const ROY: Qui = { name: "Mme Roy", capacity: "directrice", party: "collectivite" };
const first: Justification = { ...unsigned("Poste vacant"), by: "Mme Roy", party: "collectivite", on: "2026-10-02" };
const refused: Justification = {
  ...first,
  ...{ decision: "refused", decidedBy: "M. Petit", decidedParty: "etat", decidedOn: "2026-11-24" },
  decidedWhy: "La suite n’est pas dite",
};
const second: Justification = { ...first, text: "Poste pourvu en octobre", on: "2026-11-29" };
const ID = "sous-consommation/4/2025";
const said = [first, refused, second].reduce((paroles, one) => retenir(paroles, ID, one), NOTHING_SAID.paroles);

describe("the words of a discrepancy", () => {
  it("are never written over: each version in its order, with the answer that it had", () => {
    expect(describeVersions(versionsDe(said, ID), "Métropole")).toEqual([
      "Version 1 (Mme Roy, Métropole, 02/10/2026) : Poste vacant",
      "Refusée (M. Petit, État, 24/11/2026) : La suite n’est pas dite",
      "Version 2 (Mme Roy, Métropole, 29/11/2026) : Poste pourvu en octobre",
    ]);
  });

  it("are not kept twice, and a signature that was not there is added to them", () => {
    expect(retenir(said, ID, second)).toEqual(said);
    const typed = retenir([], ID, unsigned("Poste vacant"));
    expect(retenir(typed, ID, first)).toHaveLength(1);
    expect(retenir(typed, ID, first)[0]).toMatchObject({ by: "Mme Roy", version: 1 });
    expect(retenir(said, ID, { ...second, by: "M. Autre" }).at(-1)).toMatchObject({ by: "M. Autre", version: 3 });
  });

  it("are read back as they were written, and what is none of them is not read", () => {
    const registre = { declarations: declarer([], ROY, "2026-10-02"), paroles: said, seen: { collectivite: 1 } };
    expect(ecrireRegistre(registre)).toMatch(/^[\x20-\x7e]*$/);
    expect(ecrireRegistre(registre)).not.toContain("collectivite%22%3A%22");
    expect(lireRegistre(ecrireRegistre(registre))).toEqual(registre);
    expect(lireRegistre("")).toEqual(NOTHING_SAID);
    expect(lireRegistre(encodeURIComponent('{"paroles":[{"id":3}],"declarations":7,"seen":{"x":1}}'))).toEqual(
      NOTHING_SAID,
    );
  });

  it("of the other party are news until this one verifies", () => {
    const registre = { ...NOTHING_SAID, paroles: said, seen: { collectivite: 1 } };
    expect(nouvelles(registre, ROY).map(({ decision }) => decision)).toEqual(["refused"]);
    expect(nouvelles({ ...registre, seen: { collectivite: said.length } }, ROY)).toEqual([]);
    expect(nouvelles(registre, { ...ROY, party: null })).toEqual([]);
  });
});

describe("who speaks", () => {
  it("is kept once, and each change of it", () => {
    const once = declarer(declarer([], ROY, "2026-10-02"), ROY, "2026-10-03");
    expect(once).toHaveLength(1);
    const changed = declarer(once, { ...ROY, party: "etat" }, "2026-10-04");
    expect(changed.map(({ party, on }) => [party, on])).toEqual([
      ["collectivite", "2026-10-02"],
      ["etat", "2026-10-04"],
    ]);
    expect(declarer([], { ...ROY, party: null }, "2026-10-02")).toEqual([]);
  });
});
