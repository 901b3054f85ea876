// Of the members that the product writes with: those of which nothing can be read back, each with why, and those that another one shows.

/** A sabotage of these leaves the workbook as it should be, or what nobody can ask for. */
export const UNSEEN: Readonly<Record<string, string>> = {
  "AddinInternalService.notifyActionHandlerReady": "the client's own",
  "Application.suspendScreenUpdatingUntilNextSync": "the screen alone",
  "AutoFilter.apply": "the trial's own gesture",
  "RangeBorder.style": "a line that is given a colour is continuous already",
  "RangeBorder.weight": "a line that is given a colour is thin already",
  "ConditionalRangeBorder.style": "a line that is given a colour is continuous already",
  "DataValidation.ignoreBlanks": "a new rule takes blanks already",
  "ChartLegend.visible": "a legend that is given a place shows already",
  "ChartFill.setSolidColor":
    "Excel tells the colour of a fill from ExcelApi 1.16 on, which the client of the tests does not have",
};

/** What is read back is told of another member: the one that finds nothing, or what should have gone. */
export const BLAMED: Readonly<Record<string, string>> = {
  "WorksheetCollection.add": "WorksheetCollection.getItem",
  "NamedItemCollection.add": "NamedItemCollection.getItem",
  "ChartAxis.minimum": "ChartAxis.load",
  "Range.style": "RangeFill.color",
};
