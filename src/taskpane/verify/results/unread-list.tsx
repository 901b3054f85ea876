// What looks like the contract's and was not looked at, each place with its reason.
import { quoteSheet } from "xlsx-model/cell-ref";
import type { Unread } from "../../../core/verification";
import { resultTexts } from "./texts";

interface UnreadListProps {
  readonly unread: readonly Unread[];
  readonly className: string | undefined;
}

export function UnreadList({ unread, className }: UnreadListProps) {
  return (
    <ul className={className}>
      {unread.map(({ sheet, range, reason }) => (
        <li key={`${sheet} ${range ?? ""}`}>
          {resultTexts.unreadLine(range === undefined ? `« ${sheet} »` : `${quoteSheet(sheet)}!${range}`, reason)}
        </li>
      ))}
    </ul>
  );
}
