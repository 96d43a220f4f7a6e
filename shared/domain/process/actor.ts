/** Who acts. People carry their staff id; `link` is an employer's contact who came by a link. */
export type Actor =
  | { readonly kind: "staff"; readonly staffId: string; readonly role: string }
  | { readonly kind: "link"; readonly contactId: string }
  | { readonly kind: "system" };
