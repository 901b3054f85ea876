// Two copies that were written apart: all words of both are in the joined register, in an order that a person may choose.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Parole } from "../../../src/core/domain/parole";
import { NOTHING_SAID, versionsDe } from "../../../src/core/domain/registre";
import { joindre, reprendre } from "../../../src/core/domain/reprise";

const ID = "sous-consommation/4/2025";
const said = (kind: Parole["kind"], version: number, text: string, more: Partial<Parole> = {}): Parole => ({
  ...{ id: ID, kind, text, version, by: "Mme Roy", party: "collectivite", on: "2026-10-02" },
  ...more,
});
const PETIT = { by: "M. Petit", party: "etat", on: "2026-11-24" } as const;
const first = said("reason", 1, "Poste vacant");
const refused = said("answer", 1, "La suite n’est pas dite", { ...PETIT, decision: "refused" });
const comment = said("comment", 1, "Voir la fiche 4");

describe("the words of a copy that comes back", () => {
  it("are added behind those that this one has, the answer at the version that it names", () => {
    const second = said("reason", 2, "Poste pourvu");
    const joined = reprendre([first, second], [first, refused]);
    expect(joined).toMatchObject({ prises: [refused], conflits: [] });
    expect(versionsDe(joined.paroles, ID)).toMatchObject([
      { version: 1, answers: [{ decision: "refused" }] },
      { version: 2, answers: [] },
    ]);
  });

  it("stand beside another reason of the same version, in the order that is chosen, with what was said of each", () => {
    const own = [first, said("reason", 2, "Rendue en octobre"), said("comment", 2, "À relire")];
    const theirs = [
      first,
      said("reason", 2, "Rendue en novembre", { by: "Inès Roy" }),
      said("answer", 2, "", { ...PETIT, decision: "accepted" }),
    ];
    const texts = (dernier: "ici" | "recu") =>
      versionsDe(reprendre(own, theirs, () => dernier).paroles, ID).map(({ text, answers, comments }) => [
        text,
        answers.length,
        comments.length,
      ]);
    const [october, november] = [
      ["Rendue en octobre", 0, 1],
      ["Rendue en novembre", 1, 0],
    ];
    expect(texts("recu")).toEqual([["Poste vacant", 0, 0], october, november]);
    expect(texts("ici")).toEqual([["Poste vacant", 0, 0], november, october]);
    expect(reprendre(own, theirs).conflits).toMatchObject([
      { kind: "reason", ici: { text: "Rendue en octobre" }, recu: { text: "Rendue en novembre" } },
    ]);
  });

  it("stand beside another answer to the same version: the one that is chosen counts", () => {
    const accepted = said("answer", 1, "", { by: "Mme Faure", party: "etat", on: "2026-11-25", decision: "accepted" });
    const last = (dernier: "ici" | "recu") =>
      versionsDe(reprendre([first, accepted], [first, refused], () => dernier).paroles, ID)[0]?.answers.at(-1)
        ?.decision;
    expect([last("recu"), last("ici")]).toEqual(["refused", "accepted"]);
    expect(reprendre([first, accepted], [first, refused]).conflits).toMatchObject([{ kind: "answer" }]);
  });

  it("are the same where only the signature is new, which is taken", () => {
    const typed = { ...first, by: null, party: null, on: null };
    expect(reprendre([typed], [first, refused]).paroles).toEqual([first, refused]);
  });

  it("leave what each party had read where it stood", () => {
    const registre = (paroles: readonly Parole[], seen = {}) => ({ ...NOTHING_SAID, paroles, seen });
    const own = registre([first, comment], { collectivite: 2 });
    const theirs = registre([first, refused], { etat: 2 });
    const { paroles } = reprendre(own.paroles, theirs.paroles);
    expect(paroles).toEqual([first, comment, refused]);
    expect(joindre(own, theirs, paroles).seen).toEqual({ collectivite: 2, etat: 1 });
  });
});

it("loses no word of either copy, numbers versions one by one, and finds nothing more the second time", () => {
  const parole = fc.record({
    kind: fc.constantFrom("reason", "answer", "comment"),
    text: fc.constantFrom("a", "b", "c"),
    by: fc.constantFrom("Roy", "Petit"),
  });
  /** As a copy writes them: each reason after the one before it, what is said of it with its version. */
  const written = (list: readonly { kind: Parole["kind"]; text: string; by: string }[], from: readonly Parole[]) =>
    list.reduce<readonly Parole[]>((kept, { kind, text, by }) => {
      const version = Math.max(0, ...kept.map((one) => one.version));
      if (version === 0 && kind !== "reason") return kept;
      const isNew = kind === "reason";
      const decision = kind === "answer" ? ({ decision: "accepted" } as const) : {};
      return [...kept, said(kind, isNew ? version + 1 : version, `${text}${kept.length}`, { by, ...decision })];
    }, from);
  fc.assert(
    fc.property(fc.array(parole), fc.array(parole), fc.array(parole), fc.boolean(), (shared, own, theirs, isOwn) => {
      const both = written(shared, []);
      const [here, there] = [written(own, both), written(theirs, both)];
      const { paroles } = reprendre(here, there, () => (isOwn ? "ici" : "recu"));
      const words = (list: readonly Parole[]) => list.map(({ kind, text, by }) => `${kind} ${text} ${by}`);
      expect(new Set(words(paroles))).toEqual(new Set(words([...here, ...there])));
      expect(versionsDe(paroles, ID).map(({ version }) => version)).toEqual(
        versionsDe(paroles, ID).map((_, index) => index + 1),
      );
      const again = (from: readonly Parole[], copy: readonly Parole[]) => reprendre(from, copy).paroles;
      expect(again(paroles, there)).toEqual(paroles);
      // The other party, who takes these back, then has the same in the same order.
      expect(versionsDe(again(there, paroles), ID).map(({ text }) => text)).toEqual(
        versionsDe(paroles, ID).map(({ text }) => text),
      );
    }),
  );
});
