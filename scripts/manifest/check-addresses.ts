// The addresses of the manifest: https everywhere, files that exist, pictures of the size they are said to have.
import { all, child, type Element } from "./read-xml";
import { pathOnSite, pngSize, type ReadSiteFile } from "./site";

const ADDRESSES = [
  "IconUrl",
  "HighResolutionIconUrl",
  "SupportUrl",
  "SourceLocation",
  "AppDomain",
  "bt:Image",
  "bt:Url",
];

export function checkAddresses(manifest: Element, readFile: ReadSiteFile): string[] {
  const page = child(child(manifest, "DefaultSettings"), "SourceLocation")?.attributes["DefaultValue"] ?? "";
  return [...checkPages(manifest, page, readFile), ...checkPictures(manifest, page, readFile)];
}

function addressesOf(element: Element): string[] {
  const own = element.attributes["DefaultValue"] ?? element.text.trim();
  const overrides = all(element, "Override", "bt:Override").map(({ attributes }) => attributes["Value"] ?? "");
  return [own, ...overrides].filter((address) => address !== "");
}

function checkPages(manifest: Element, page: string, readFile: ReadSiteFile): string[] {
  const problems: string[] = [];
  for (const element of all(manifest, ...ADDRESSES)) {
    for (const address of addressesOf(element)) {
      if (!address.startsWith("https://")) problems.push(`${element.name} is not an https address: "${address}"`);
      const path = pathOnSite(address, page);
      if (path && !readFile(path)) problems.push(`${element.name} points at a file that does not exist: "${path}"`);
    }
  }
  return problems;
}

function checkPictures(manifest: Element, page: string, readFile: ReadSiteFile): string[] {
  const address = new Map(
    all(manifest, "bt:Image").map(({ attributes }) => [attributes["id"], attributes["DefaultValue"] ?? ""]),
  );
  const pictures = all(manifest, "bt:Image")
    .filter(({ attributes }) => attributes["size"] !== undefined)
    .map(({ attributes }) => ({ size: Number(attributes["size"]), url: address.get(attributes["resid"]) ?? "" }));
  for (const [name, size] of [
    ["IconUrl", 32],
    ["HighResolutionIconUrl", 64],
  ] as const) {
    pictures.push({ size, url: child(manifest, name)?.attributes["DefaultValue"] ?? "" });
  }
  return pictures.flatMap(({ size, url }) => {
    const path = pathOnSite(url, page);
    const bytes = path ? readFile(path) : null;
    if (!bytes) return [];
    const [width, height] = pngSize(bytes) ?? [0, 0];
    return width === size && height === size
      ? []
      : [`"${path}" is ${width} × ${height} pixels instead of ${size} × ${size}`];
  });
}
