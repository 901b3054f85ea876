// Reads the server's configurations of a release as the servers do: which headers each file of the site gets.
type HeadersOf = (file: string) => Record<string, string>;

/**
 * Of each file below the folder at which the site stands, as nginx chooses: the longest prefix, and within it an exact address before a
 * pattern. A location with headers of its own has none of the one around it.
 */
export function readNginxHeaders(config: string, folder: string): HeadersOf {
  const headersIn = (body: string) =>
    Object.fromEntries([...body.matchAll(/add_header (\S+) "([^"]*)";/g)].map(([, name, value]) => [name, value]));
  const parts = [...config.matchAll(/^location (\/\S*) \{\n(.*?)^\}/gms)].map(([, prefix = "", body = ""]) => {
    const inner = [...body.matchAll(/^ {2}location (=|~) "?(.+?)"? \{\n(.*?)^ {2}\}/gms)];
    return {
      prefix,
      exact: new Map(inner.flatMap(([, kind, address = "", own = ""]) => (kind === "=" ? [[address, own]] : []))),
      patterns: inner.flatMap(([, kind, pattern = "", own = ""]) =>
        kind === "~" ? [{ pattern: new RegExp(pattern), own }] : [],
      ),
      own: inner.reduce((rest, [whole]) => rest.replace(whole, ""), body),
    };
  });
  return (file) => {
    const address = `${folder}/${file}`;
    const part = parts
      .filter(({ prefix }) => address.startsWith(prefix))
      .sort((one, other) => other.prefix.length - one.prefix.length)[0];
    const own =
      part?.exact.get(address) ?? part?.patterns.find(({ pattern }) => pattern.test(address))?.own ?? part?.own ?? "";
    return headersIn(own) as Record<string, string>;
  };
}

/** A location below another one takes its headers over, each that it does not remove. */
export function readIisHeaders(config: string): HeadersOf {
  const locations = [...config.matchAll(/<location path="([^"]+)">(.*?)<\/location>/gs)].map(
    ([, place = "", body = ""]) => ({ place, body }),
  );
  return (file) => {
    const headers: Record<string, string> = {};
    const around = locations
      .filter(({ place }) => place === "." || file === place || file.startsWith(`${place}/`))
      .sort((one, other) => one.place.length - other.place.length);
    for (const { body } of around)
      for (const [, does, name = "", value = ""] of body.matchAll(/<(remove|add) name="([^"]+)"(?: value="([^"]*)")?/g))
        if (does === "remove") Reflect.deleteProperty(headers, name);
        else if (name in headers) throw new Error(`${name} is added twice: IIS answers with error 500`);
        else headers[name] = value.replaceAll("&amp;", "&");
    return headers;
  };
}
