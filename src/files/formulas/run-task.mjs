// What the formula engine is asked to do, as plain data in and out: it runs in a worker where there are any, and knows no workbook.

/** Which of the names are functions of the engine. */
function known(engine, names) {
  const model = new engine.Model("fonctions", "en", "UTC", "en");
  for (const [index, name] of names.entries()) model.setUserInput(0, index + 1, 1, `=${name}()`);
  model.evaluate();
  const found = names.filter((_, index) => model.getFormattedCellValue(0, index + 1, 1) !== "#NAME?");
  model.free();
  return found;
}

// In a file an ordinary formula never fills its neighbours: where the engine lets it, Excel would have answered one value.
function spills(model, sheet, row, column) {
  const structure = model.getCellArrayStructure(sheet, row + 1, column + 1);
  if (typeof structure !== "object" || !("DynamicAnchor" in structure)) return false;
  const [width, height] = structure.DynamicAnchor;
  return width * height > 1;
}

function compute(engine, { sheets, inputs, formulas, targets }) {
  const model = new engine.Model("classeur", "en", "UTC", "en");
  model.pauseEvaluation();
  for (const [position, name] of sheets.entries()) {
    if (position > 0) model.newSheet();
    model.renameSheet(position, name);
  }
  for (const [sheet, row, column, text] of inputs) model.setUserInput(sheet, row + 1, column + 1, text);
  for (const { sheet, row, column, text, size } of formulas) {
    if (size === null) model.setUserInput(sheet, row + 1, column + 1, text);
    else model.setUserArrayFormula(sheet, row + 1, column + 1, size[0], size[1], text);
  }
  model.resumeEvaluation();
  model.evaluate();
  const results = targets.map(({ sheet, reader, row, column, anchor }) => {
    const type = model.getCellType(sheet, row + 1, column + 1);
    const shown = model.getFormattedCellValue(sheet, row + 1, column + 1);
    const written = model.getFormattedCellValue(reader, row + 1, column + 1);
    const own = anchor && spills(model, sheet, anchor[0], anchor[1]);
    return { type, shown, written, spills: own === true };
  });
  model.free();
  return results;
}

export function runTask(engine, task) {
  return task.kind === "known" ? known(engine, task.names) : compute(engine, task);
}
