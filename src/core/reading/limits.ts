// How far reading looks, and how long a text may be: the only place with such figures.

export const LIMITS = {
  /** Longer texts are sentences, not headings. */
  headingLength: 60,
  /** Longer texts are no titles that tell a year. */
  titleLength: 120,
  /** Longer texts announce no executed amounts. */
  announcementLength: 180,
  /** Rows above the lowest row of a heading in which years, parties or natures may stand. */
  headingRows: 3,
  /** Rows under its heading in which a column of years, or rows of parties, must show what they are. */
  rowsToScope: 20,
  /** Rows above a heading that may name the year of the whole table. */
  titleYearRows: 15,
  /** Title rows that belong to a table. */
  titleRows: 10,
  /** Rows under a table in which a note may tell its unit. */
  noteRows: 5,
  /** Cells that one label may be split over. */
  labelCells: 4,
  /** Rows under an action that are its operators or its detail; a single one is rather an action unknown to the contract. */
  subRows: 2,
  /** Tables whose headings begin so many rows apart at most stand side by side. */
  besideRows: 3,
  /** Rows of a table of the contract; a longer one is an export, and comparing it would fill the memory. */
  tableRows: 15_000,
  /** Actions of other words and amounts for each one of the contract's: beyond, the workbook is another contract's. */
  otherActions: 3,
  /** How many times more of one contract than of another stands in a workbook where it is not the other's; below, it is asked. */
  nearTie: 2,
  /** One part in so many of the contract's that a budget table shows at least, where several contracts are known. */
  ownParts: 4,
  /** Actions of other words, more than those of the contract's, from which on it is asked whose workbook it is. */
  doubtfulActions: 2,
  /** Amounts that cells which look like a table of the contract hold at least. */
  unreadAmounts: 2,
  /** Actions of the contract whose amounts a table shows whose words nobody knows. */
  unreadActions: 2,
  /** Headings, that of the names included, under which nothing stands yet. */
  unreadHeadings: 3,
  /** Years of the contract that amounts which no table reads show at least: a single one may be a date. */
  unreadYears: 2,
  /** Figures from here on are codes, not amounts. */
  codeFrom: 1e9,
  /** Whole numbers from here on are those of telephones and accounts. */
  numberFrom: 1e8,
  /** Shares from here on are no shares: an amount may bear the format of one. */
  greatestShare: 10,
  /** Centimes: however small the contract's own amounts, a figure below is none of them. */
  leastAmount: 100_00,
  /** Title rows of a table of imputation. */
  imputationTitleRows: 4,
  /** Blank rows inside a table of imputation, and between a label of a fiche and its answer. */
  gapRows: 1,
  /** In a fiche of two columns, only a sentence under a label is its answer: a word may be a label unknown to us. */
  answerLength: 40,
  /** Different fields that make a fiche: fewer are a title that other tables have too. */
  ficheFields: 3,
  /** Different fields that make a table of fiches: other tables of actions have a few of them too. */
  ficheTableFields: 4,
  /** Longer texts before a colon are no label of a fiche, nor are those without one. */
  rubriqueLength: 100,
  bareRubriqueLength: 90,
  /** Digits of an account: fewer are a reference. */
  accountDigits: 8,
  /** Blank rows inside a table of deadlines. */
  deadlineGapRows: 2,
  /** Bank details further apart than so many rows are those of different accounts. */
  bankRows: 8,
} as const;
