/** What the page is called, where tabs and history name it. */
import { useEffect } from "react";

export const useTitle = (title: string | undefined): void => {
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · Titian`;
  }, [title]);
};
