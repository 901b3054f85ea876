// The workbooks that the page brings along: the example, and an empty one to begin with.
import { createXlsx } from "xlsx-model/create-xlsx";
import { texts } from "./texts";

/** Within a script: a page opened from the disk may not ask for a file. */
export async function exampleFile(): Promise<File> {
  const { default: dataUrl } = await import(/* webpackChunkName: "example" */ "../../exemples/classeur-exemple.xlsx");
  const text = atob(dataUrl.slice(dataUrl.indexOf(",") + 1));
  return given(
    Uint8Array.from(text, (character) => character.charCodeAt(0)),
    texts.exampleName,
  );
}

export function newFile(): File {
  return given(new Uint8Array(createXlsx(texts.newName).save()), texts.newName);
}

function given(bytes: Uint8Array<ArrayBuffer>, name: string): File {
  return new File([bytes], name);
}
