/** Where a resource stands in the templates. */
export type Place = {
  /** The name of the stack. */
  readonly stack: string;
  /** The logical id within the stack's template. */
  readonly logicalId: string;
};
