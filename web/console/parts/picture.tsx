/** A picture of `shared/pictures` as elements, with its table beneath: no markup is ever made of text. */
import { h, type VNode } from "preact";
import { useEffect, useRef, useState } from "react";
import { type PictureElement, svgElement, tableElement } from "../../../shared/pictures/elements.ts";
import type { Picture as PictureData } from "../../../shared/pictures/shapes.ts";

const drawn = ({ name, attributes, children }: PictureElement): VNode =>
  h(name, attributes, ...children.map((child) => (typeof child === "string" ? child : drawn(child))));

export const Picture = ({ picture }: { readonly picture: PictureData }) => (
  <figure class="picture">
    {drawn(svgElement(picture, "variables"))}
    {drawn(tableElement(picture))}
  </figure>
);

type Layout = "wide" | "narrow";
type FittedProps = {
  readonly draw: (layout: Layout) => PictureData;
  /** From this width of its place on, in px, the wide one fits. */
  readonly wideFrom?: number;
};
/** A picture that is drawn wide or narrow, as its place is. */
export function FittedPicture({ draw, wideFrom = 756 }: FittedProps) {
  const place = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout>();
  useEffect(() => {
    const { current } = place;
    if (!current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setLayout(entry.contentRect.width >= wideFrom ? "wide" : "narrow");
    });
    watch.observe(current);
    return () => watch.disconnect();
  }, [wideFrom]);
  return <div ref={place}>{layout && <Picture picture={draw(layout)} />}</div>;
}
