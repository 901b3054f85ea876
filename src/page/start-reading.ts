// The thread that reads the files of a signed contract, made from a text: a page opened from the disk can load nothing else.
import source from "signed-files-source";

export function startReading(): Worker {
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}
