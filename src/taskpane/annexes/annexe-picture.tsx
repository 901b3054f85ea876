// A small picture of each annexe, drawn in the colour of the text, so that contrast themes draw it too.
import { makeStyles, tokens } from "@fluentui/react-components";
import type { Wanted } from "./texts";

const useStyles = makeStyles({
  picture: { flexShrink: 0, width: "48px", height: "36px", color: tokens.colorNeutralForeground3 },
});

type Box = readonly [x: number, y: number, width: number, height: number];

/** The heading row, and three columns of figures beside a column of words. */
const TABLE: readonly Box[] = [7, 13, 19, 25].flatMap((y): Box[] => [
  [6, y, 12, 2],
  [23, y, 7, 2],
  [34, y, 7, 2],
]);

interface Picture {
  /** Strong: headings, bars. */
  readonly strong: readonly Box[];
  /** Pale: what stands below them. */
  readonly pale: readonly Box[];
}

const PICTURES: Readonly<Record<Wanted, Picture>> = {
  budget: {
    strong: [
      [3, 3, 42, 6],
      [3, 28, 42, 5],
    ],
    pale: TABLE.slice(3, 9),
  },
  indicateurs: {
    strong: [
      [3, 3, 42, 6],
      [8, 24, 5, 8],
      [18, 19, 5, 13],
      [28, 15, 5, 17],
      [38, 12, 4, 20],
    ],
    pale: [[3, 32, 42, 1]],
  },
  execution: {
    strong: [
      [3, 3, 42, 6],
      [6, 13, 26, 4],
      [6, 20, 18, 4],
      [6, 27, 32, 4],
    ],
    pale: [
      [32, 13, 10, 4],
      [24, 20, 18, 4],
      [38, 27, 4, 4],
    ],
  },
  fiches: {
    strong: [[12, 3, 24, 5]],
    pale: [
      [12, 11, 24, 2],
      [12, 15, 20, 2],
      [12, 20, 24, 2],
      [12, 24, 16, 2],
      [12, 29, 24, 2],
    ],
  },
  versements: {
    strong: [
      [3, 3, 42, 5],
      [3, 22, 42, 4],
    ],
    pale: [
      [6, 11, 8, 2],
      [18, 11, 12, 2],
      [6, 16, 8, 2],
      [18, 16, 12, 2],
      [6, 29, 8, 2],
      [18, 29, 12, 2],
    ],
  },
  imputation: {
    strong: [
      [3, 3, 42, 6],
      [6, 13, 8, 3],
      [6, 19, 8, 3],
      [6, 25, 8, 3],
    ],
    pale: [
      [18, 13, 14, 3],
      [18, 19, 14, 3],
      [18, 25, 14, 3],
      [36, 13, 7, 3],
      [36, 19, 7, 3],
      [36, 25, 7, 3],
    ],
  },
  echeancier: {
    strong: [
      [6, 3, 36, 6],
      [27, 19, 6, 5],
    ],
    pale: [
      [9, 12, 6, 5],
      [18, 12, 6, 5],
      [27, 12, 6, 5],
      [9, 19, 6, 5],
      [18, 19, 6, 5],
      [9, 26, 6, 5],
      [18, 26, 6, 5],
    ],
  },
  contrat: {
    strong: [
      [10, 3, 28, 5],
      [27, 26, 9, 6],
    ],
    pale: [
      [12, 11, 24, 2],
      [12, 15, 24, 2],
      [12, 19, 18, 2],
      [12, 27, 11, 2],
    ],
  },
  toutes: {
    strong: [[14, 11, 31, 5]],
    pale: [
      [3, 3, 31, 2],
      [8, 7, 31, 2],
      [18, 20, 24, 2],
      [18, 25, 24, 2],
      [18, 30, 16, 2],
    ],
  },
};

/** Says nothing that its title does not say. */
export function AnnexePicture({ wanted }: { readonly wanted: Wanted }) {
  const styles = useStyles();
  const { strong, pale } = PICTURES[wanted];
  const draw = (boxes: readonly Box[], opacity: number) =>
    boxes.map(([x, y, width, height]) => (
      <rect key={`${x} ${y}`} x={x} y={y} width={width} height={height} fill="currentColor" opacity={opacity} />
    ));
  return (
    <svg className={styles.picture} viewBox="0 0 48 36" aria-hidden="true" focusable="false">
      <rect x={0.5} y={0.5} width={47} height={35} rx={2} fill="none" stroke="currentColor" opacity={0.6} />
      {draw(pale, 0.4)}
      {draw(strong, 0.85)}
    </svg>
  );
}
