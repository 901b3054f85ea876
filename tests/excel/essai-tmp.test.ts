import { it } from "vitest";
import { createXlsx } from "xlsx-model/create-xlsx";
import { CHECKS } from "../../src/excel-check/checks";
import { runChecks } from "../../src/excel-check/run-checks";
import { simulatedExcel } from "./simulated-excel";
import { Session } from "node:inspector/promises";
import { writeFileSync } from "node:fs";
const excel = simulatedExcel();
it("planche", async () => {
  const session = new Session(); session.connect();
  for (const time of [1, 2, 3]) {
    if (time === 2) { await session.post("Profiler.enable"); await session.post("Profiler.start"); }
    excel.host.open(createXlsx("vide.xlsx"));
    const report = await runChecks(undefined, CHECKS.slice(-1));
    console.log(time, report.checks[0]?.milliseconds, report.differences, excel.host.takeTraffic());
  }
  const { profile } = await session.post("Profiler.stop");
  writeFileSync("/tmp/team/essai.cpuprofile", JSON.stringify(profile));
}, 60000);
it("engine", async () => {
  const model = createXlsx("x.xlsx");
  const s = model.sheets[0]!;
  s.setContent(0,0,{value:0, formula:'="non calculable"'});
  s.setContent(1,0,{value:0, formula:'=IF(COUNT(A1)<4,"non calculable",1)'});
  s.setContent(2,0,{value:0, formula:'=COUNT(A1,A2)'});
  s.setContent(3,0,{value:0, formula:'=COUNTIF(A1,"–")'});
  s.setContent(4,0,{value:0, formula:'=COUNT(A1,A2)+COUNTIF(A1,"–")+COUNTIF(A2,"–")'});
  s.setContent(5,0,{value:0, formula:'=IF(COUNT(A1,A2)+COUNTIF(A1,"–")+COUNTIF(A2,"–")<4,"non calculable",IF(COUNT(A1,A2)=0,"–",SUM(A1,A2)))'});
  s.setContent(6,0,{value:0, formula:'=IF(COUNT(A1,A2)=0,"–",SUM(A1,A2))'});
  s.setContent(7,0,{value:0, formula:'=SUM(A1,A2)'});
  await model.calculate();
  for (let i=0;i<8;i++) console.log(i+1, s.content(i,0).value);
});
