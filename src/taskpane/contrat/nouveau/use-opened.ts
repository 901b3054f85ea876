// A form that a button opens in its own place: once closed, the keyboard is on that button again.
import { useRef, useState } from "react";
import { flushSync } from "react-dom";

export function useOpened() {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const close = () => {
    flushSync(() => setOpen(false));
    opener.current?.querySelector("button")?.focus();
  };
  return { isOpen, opener, open: () => setOpen(true), close };
}
