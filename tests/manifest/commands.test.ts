// The ribbon's functions as Excel calls them, through Microsoft's client: each runs and is completed.
import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { associateCommands } from "../../src/commands/commands";
import { createXlsx } from "../../src/files/create-xlsx";
import { bootOffice } from "../../src/host/boot-office-node";
import { createExcelHost } from "../../src/host/excel-host";
import type { Win32Bridge } from "../../src/host/win32-bridge";

const called: string[] = [];
let clears = true;
let opens = true;
let bridge: Win32Bridge;

const session = {
  async verify() {
    called.push("verify");
    return true;
  },
  async clearHighlights() {
    called.push("clear");
    return clears;
  },
};

async function showPane() {
  if (!opens) throw new Error("no pane");
  called.push("pane");
}

beforeAll(async () => {
  bridge = await bootOffice(createExcelHost(createXlsx("vide.xlsx")));
  associateCommands(session, showPane);
});

beforeEach(() => {
  called.length = 0;
  clears = true;
  opens = true;
});

describe("the ribbon", () => {
  const functions = [...readFileSync("manifest.xml", "utf8").matchAll(/<FunctionName>(.*)<\//g)].map(
    ([, name]) => name,
  );

  it.each(functions)("completes %s", async (name) => {
    await bridge.invokeCommand(String(name));
    expect(called).not.toEqual([]);
  });

  it("opens the pane and verifies", async () => {
    await bridge.invokeCommand("verifier");
    expect(called.sort()).toEqual(["pane", "verify"]);
  });

  it("verifies and completes even when the pane does not open", async () => {
    opens = false;
    await bridge.invokeCommand("verifier");
    expect(called).toEqual(["verify"]);
  });

  it("clears without opening the pane, unless there is something to say", async () => {
    await bridge.invokeCommand("effacerSurlignage");
    expect(called).toEqual(["clear"]);
    clears = false;
    await bridge.invokeCommand("effacerSurlignage");
    expect(called).toEqual(["clear", "clear", "pane"]);
  });

  it("is refused a function that nobody associated", async () => {
    await expect(bridge.invokeCommand("imprimer")).rejects.toThrow();
  });
});
