// Compares the table of the simulated object model with the real library: a name that Excel does not have is a slip.
import type { ClassTable, ClassTables } from "./object-table";

/** What the library knows of a class; it keeps these lists on the prototype for its own use. */
interface LibraryClass {
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
  readonly _isCollection?: boolean;
}

const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Names the table has and the library lacks, as "Class.member"; `namespaces` are Excel, OfficeCore and so on. */
export function inventedNames(classes: ClassTables, namespaces: readonly object[]): string[] {
  return Object.entries(classes).flatMap(([name, table]) => {
    const constructor: unknown = namespaces.map((space): unknown => Reflect.get(space, name)).find(Boolean);
    if (typeof constructor !== "function") return [name];
    return inventedMembers(table, constructor.prototype as LibraryClass).map((member) => `${name}.${member}`);
  });
}

function inventedMembers(table: ClassTable, library: LibraryClass): string[] {
  const scalars = library._scalarPropertyOriginalNames ?? [];
  const settable = scalars.filter((_, index) => library._scalarPropertyUpdateable?.[index]);
  const navigation = library._navigationPropertyNames ?? [];
  const names = (members: object | undefined) => Object.keys(members ?? {});
  const isMethod = (name: string) => typeof Reflect.get(library, lowerFirst(name)) === "function";
  const isRead = Boolean(table.items);
  return [
    ...names(table.get).filter((name) => !scalars.includes(name)),
    ...names(table.set).filter((name) => !settable.includes(name)),
    ...names(table.nav).filter((name) => !navigation.includes(lowerFirst(name))),
    ...names(table.call).filter((name) => !isMethod(name)),
    ...names(table.events).filter((name) => !isMethod(`_Register${name}`)),
    ...(table.index && !isMethod("getItem") ? ["getItem"] : []),
    ...(isRead !== Boolean(library._isCollection) ? ["items"] : []),
  ];
}
