/** What is said to people stands in both languages of the console. */
export type Text = { readonly id: string; readonly en: string };
