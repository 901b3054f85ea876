// The example from its slips to « Conforme » between two copies that travel by mail: agent, officer, agent, officer, agent, procès-verbal.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contratsIntegres } from "../../src/contracts/built-in";
import { vueDe, type Vue } from "../../src/core/domain/a-qui";
import type { Qui } from "../../src/core/domain/registre";
import { causesOf } from "../../src/core/why/consequences";
import type { Finding, Verification } from "../../src/core/verification";
import { openFileWorkbook, type FileWorkbook } from "../../src/files/file-workbook";
import { applyCorrections, previewCorrections } from "../../src/usecases/correct-findings";
import { establishProcesVerbal } from "../../src/usecases/establish-proces-verbal";
import { justifyFinding, type Entry } from "../../src/usecases/justify-finding";
import { reprendreReponses } from "../../src/usecases/reprendre-reponses";
import { verifyWorkbook } from "../../src/usecases/verify-workbook";

const AS_OF = "2026-11-24";
const SOPHIE: Qui = { name: "Sophie Martin", capacity: "chargée de mission", party: "collectivite" };
const KARIM: Qui = { name: "Karim Lefèvre", capacity: "DDETS", party: "etat" };
const REFUSED = "sous-consommation/4/2025/total";
const NAME = "classeur-exemple.xlsx";
const open = (bytes: Uint8Array) => openFileWorkbook(bytes, NAME);
const against = { contrats: contratsIntegres, asOf: AS_OF, today: AS_OF };

/** Somebody at a copy: what he sees, says and sends. */
function seat({ port, save }: FileWorkbook, qui: Qui) {
  const check = async () => {
    const verified = await verifyWorkbook(port, contratsIntegres, AS_OF, undefined, { qui, today: AS_OF });
    return { ...verified, lists: listsOf(verified.verification, qui) };
  };
  const signed = { by: qui.name, party: qui.party ?? "etat", localParty: "Métropole", on: AS_OF } as const;
  return {
    port,
    check,
    mail: () => open(save()),
    say: (finding: Finding, entry: Pick<Entry, "kind" | "text"> & { decision?: "accepted" | "refused" }) =>
      justifyFinding(port, contratsIntegres, { finding, asOf: AS_OF }, { ...signed, ...entry } as Entry),
    take: async (copy: FileWorkbook) => reprendreReponses(port, await copy.port.read(), against, null, "recu"),
  };
}

/** "à traiter, attend l’autre, réglés". */
function listsOf({ findings }: Verification, { party }: Qui): string {
  const all = causesOf(findings);
  const number = (vue: Vue) => all.filter((one) => vueDe(one, party) === vue).length;
  return [number("a-traiter"), number("attend"), number("regles")].join(", ");
}

const causeOf = ({ findings }: Verification, id: string): Finding => {
  const found = findings.find((one) => one.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

it("is settled by both parties, each in its own copy, and nothing that either said is lost", async () => {
  const bytes = new Uint8Array(readFileSync(new URL(`../../exemples/${NAME}`, import.meta.url)));
  const agent = seat(open(bytes), SOPHIE);
  const begun = await agent.check();
  expect(begun.verification.summary).toMatchObject({ toDo: 15, justified: 2 });
  // The two reasons of the execution table say neither who gave them nor for which party: nobody can answer them yet.
  expect(begun.lists).toBe("15, 2, 0");

  for (const { id, fix } of causesOf(begun.verification.findings)) {
    if (!fix) continue;
    const [plan] = await previewCorrections(agent.port, contratsIntegres, AS_OF, [id]);
    if (!plan) throw new Error(`nothing to write for ${id}`);
    await applyCorrections(agent.port, contratsIntegres, AS_OF, plan);
  }
  const corrected = await agent.check();
  expect(corrected.lists).toBe("8, 2, 0");
  for (const finding of causesOf(corrected.verification.findings)) {
    await agent.say(finding, { kind: "reason", text: finding.justification?.text ?? "Revue au dialogue de gestion" });
  }
  const justified = await agent.check();
  expect(justified.lists).toBe("0, 10, 0");
  // Nobody but the other party answers: without it declared the workbook waits.
  expect(justified.verification.verdict.state).toBe("awaiting");

  const officer = seat(agent.mail(), KARIM);
  const received = await officer.check();
  expect(received.lists).toBe("10, 0, 0");
  expect(received.news).toHaveLength(10);
  for (const finding of causesOf(received.verification.findings)) {
    const isRefused = finding.id === REFUSED;
    await officer.say(finding, {
      kind: "answer",
      decision: isRefused ? "refused" : "accepted",
      text: isRefused ? "Joindre le calendrier de rattrapage" : "",
    });
  }
  const answered = await officer.check();
  expect(answered.lists).toBe("0, 1, 9");

  // Meanwhile the agent adds a comment to her copy.
  await agent.say(causeOf(justified.verification, REFUSED), { kind: "comment", text: "Calendrier en fiche 4" });
  const taken = await agent.take(officer.mail());
  expect(taken).toMatchObject({ conflits: [], differences: [], laissees: [] });
  expect(taken.prises.map(({ decision }) => decision).sort()).toEqual([
    ...Array<string>(9).fill("accepted"),
    "refused",
  ]);
  const reopened = await agent.check();
  expect(reopened.lists).toBe("1, 0, 9");
  expect(reopened.news?.map(({ decision }) => decision)).toHaveLength(10);
  const refused = causeOf(reopened.verification, REFUSED);
  expect(refused.justification?.versions).toMatchObject([
    {
      version: 1,
      answers: [{ decision: "refused", text: "Joindre le calendrier de rattrapage", by: KARIM.name }],
      comments: [{ text: "Calendrier en fiche 4", by: SOPHIE.name }],
    },
  ]);
  // Taken twice, it is taken once.
  expect((await agent.take(officer.mail())).prises).toEqual([]);

  await agent.say(refused, { kind: "reason", text: "Rattrapé en 2026, calendrier en fiche 4" });
  expect((await agent.check()).lists).toBe("0, 1, 9");
  await officer.take(agent.mail());
  const asked = await officer.check();
  expect(asked.lists).toBe("1, 0, 9");
  const again = causeOf(asked.verification, REFUSED);
  expect(again.justification).toMatchObject({ text: "Rattrapé en 2026, calendrier en fiche 4", decision: null });
  await officer.say(again, { kind: "answer", decision: "accepted" });
  await agent.take(officer.mail());
  const settled = await agent.check();
  expect(settled.lists).toBe("0, 0, 10");
  expect(settled.verification.verdict).toMatchObject({
    state: "conforming",
    sentence: expect.stringMatching(/^Conforme, sous réserve de 10 écarts acceptés par les deux parties, pour /),
  });
  expect(causeOf(settled.verification, REFUSED).justification?.versions).toMatchObject([
    { version: 1, answers: [{ decision: "refused" }], comments: [{}] },
    { version: 2, answers: [{ decision: "accepted" }] },
  ]);
  expect(settled.verification.declarations).toMatchObject([{ name: SOPHIE.name }, { name: KARIM.name }]);

  await establishProcesVerbal(agent.port, contratsIntegres, AS_OF, null, undefined, AS_OF);
  const { sheets } = await agent.port.read();
  const page = JSON.stringify(sheets.find(({ resultSheet }) => resultSheet === "proces-verbal")?.blocks);
  for (const said of [SOPHIE.name, KARIM.name, "les deux signatures"]) expect(page).toContain(said);
}, 120_000);
