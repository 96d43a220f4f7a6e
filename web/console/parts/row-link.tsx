/** A link to a room for lines of long lists: the router's own reads the whole of its state for each, which an old phone feels. */
import { useRouter } from "@tanstack/react-router";
import type { ComponentChildren } from "preact";

type Props = { readonly to: `/${string}`; readonly children: ComponentChildren };

export function RowLink({ to, children }: Props) {
  const router = useRouter();
  const href = `${router.basepath}${to}`;
  return (
    <a
      class="name"
      href={href}
      onClick={(event) => {
        // Whoever wants it in another tab, or kept, is left to the browser.
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void router.navigate({ href });
      }}
    >
      {children}
    </a>
  );
}
