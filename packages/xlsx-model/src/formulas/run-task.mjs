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

/** More cells than these are no result that anybody reads. */
const MOST_CELLS = 200_000;

/** Width and height where the formula may give several values; null for an ordinary one. */
function arraySize(model, sheet, row, column) {
  const structure = model.getCellArrayStructure(sheet, row + 1, column + 1);
  return typeof structure === "object" && "DynamicAnchor" in structure ? structure.DynamicAnchor : null;
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
  const sizes = targets.map(({ sheet, row, column, isDynamic }) => isDynamic && arraySize(model, sheet, row, column));
  readSpilled(model, sheets, targets, sizes);
  const cell = (sheet, reader, row, column) => ({
    type: model.getCellType(sheet, row + 1, column + 1),
    shown: model.getFormattedCellValue(sheet, row + 1, column + 1),
    written: model.getFormattedCellValue(reader, row + 1, column + 1),
  });
  const results = targets.map(({ sheet, reader, row, column, anchor }, index) => {
    const own = anchor && arraySize(model, sheet, anchor[0], anchor[1]);
    const size = sizes[index];
    const isTooLarge = size && size[0] * size[1] > MOST_CELLS;
    return {
      ...cell(sheet, reader, row, column),
      // In a file an ordinary formula never fills its neighbours: where the engine lets it, Excel would have answered one value.
      spills: Boolean(isTooLarge) || Boolean(own && own[0] * own[1] > 1),
      array:
        size && !isTooLarge
          ? arrayResult(size, (down, across) => cell(sheet, reader, row + down, column + across))
          : null,
    };
  });
  model.free();
  return results;
}

/** How large a result is shows once it is computed: only then each of its cells gets its reader. */
function readSpilled(model, sheets, targets, sizes) {
  let isRead = false;
  model.pauseEvaluation();
  for (const [index, { sheet, reader, row, column }] of targets.entries()) {
    const [width, height] = sizes[index] || [1, 1];
    if (width * height === 1 || width * height > MOST_CELLS) continue;
    isRead = true;
    for (let down = 0; down < height; down++)
      for (let across = 0; across < width; across++) {
        const [r, c] = [row + down + 1, column + across + 1];
        model.setUserInput(reader, r, c, `=${sheets[sheet]}!${columnName(c)}${r}&""`);
      }
  }
  model.resumeEvaluation();
  if (isRead) model.evaluate();
}

function columnName(column) {
  let name = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  return name;
}

function arrayResult([columns, rows], cell) {
  const others = [];
  for (let index = 1; index < rows * columns; index++) others.push(cell(Math.floor(index / columns), index % columns));
  return { rows, columns, others };
}

export function runTask(engine, task) {
  return task.kind === "known" ? known(engine, task.names) : compute(engine, task);
}
