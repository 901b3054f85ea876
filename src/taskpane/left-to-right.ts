// Stands for the library that turns styles round for languages written from right to left: the pane is in French.
export const convertProperty = <Value>(key: string, value: Value): { readonly key: string; readonly value: Value } => ({
  key,
  value,
});

export const convert = <Styles>(styles: Styles): Styles => styles;
