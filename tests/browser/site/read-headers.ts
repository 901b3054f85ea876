// Reads the server's configurations of a release as the servers do: which headers each file of the site gets.
type HeadersOf = (file: string) => Record<string, string>;

/** Of each file below the folder at which the site stands. Only what a release writes: one exact location for each. */
export function readNginxHeaders(config: string, folder: string): HeadersOf {
  const locations = new Map(
    [...config.matchAll(/^location = (\S+) \{\n([^}]*)\}/gm)].map(([, address = "", body = ""]) => [
      address,
      Object.fromEntries([...body.matchAll(/add_header (\S+) "([^"]*)";/g)].map(([, name, value]) => [name, value])),
    ]),
  );
  return (file) => (locations.get(`${folder}/${file}`) as Record<string, string> | undefined) ?? {};
}

export function readIisHeaders(config: string): HeadersOf {
  const locations = new Map(
    [...config.matchAll(/<location path="([^"]+)">(.*?)<\/location>/gs)].map(([, file = "", body = ""]) => [
      file,
      Object.fromEntries(
        [...body.matchAll(/<add name="([^"]+)" value="([^"]*)"/g)].map(([, name, value = ""]) => [
          name,
          value.replaceAll("&amp;", "&"),
        ]),
      ),
    ]),
  );
  return (file) => (locations.get(file) as Record<string, string> | undefined) ?? {};
}
