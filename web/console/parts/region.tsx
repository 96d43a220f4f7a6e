/** A regency or city, by its province: the office's own stands first. The list of regions comes when it is needed. */
import { useEffect, useState } from "react";
import { useMe } from "../shell/me.ts";
import { defineWords } from "../words/words.ts";
import { SelectField } from "./field.tsx";

export const id = { province: "Provinsi", regency: "Kabupaten/kota", choose: "Pilih", whole: "Seluruh provinsi" };
export type RegionWords = typeof id;
const en: RegionWords = { province: "Province", regency: "Regency or city", choose: "Choose", whole: "The whole province" };
const regionWords = defineWords<RegionWords>(id, async () => ({ en }));

type Regions = typeof import("../../../shared/domain/identifiers/regions.ts");
let loaded: Regions | undefined;

/** The list of regions, once it has come. */
export function useRegions(): Regions | undefined {
  const [regions, setRegions] = useState(loaded);
  useEffect(() => {
    if (regions === undefined)
      void import("../../../shared/domain/identifiers/regions.ts").then((come) => {
        loaded = come;
        setRegions(() => come);
      });
  }, [regions]);
  return regions;
}

type Props = {
  /** What the regency is called here. */
  readonly label?: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  /** The code of a regency, `36.03`; empty while none is chosen. */
  readonly value: string;
  readonly change: (code: string) => void;
  /** Whether a whole province, `36`, may be meant, or must be. */
  readonly whole?: "may" | "only" | undefined;
};
export function RegionField({ label, hint, wrong, value, change, whole }: Props) {
  const words = regionWords.use();
  const regions = useRegions();
  const own = useMe()?.office.provinceCode ?? "";
  const [chosen, choose] = useState<string>();
  const province = value === "" ? (chosen ?? own) : value.slice(0, 2);
  const named = (all: readonly { readonly code: string; readonly name: string }[] = []) =>
    all.map(({ code, name }) => ({ value: code, label: name }));
  if (whole === "only")
    return (
      <SelectField
        {...{ hint, wrong, value, change }}
        label={words.province}
        options={named(regions?.provinces)}
        none={words.choose}
      />
    );
  return (
    <div class="pair">
      <SelectField
        label={words.province}
        value={province}
        change={(code) => {
          choose(code);
          if (!value.startsWith(code)) change("");
        }}
        options={named(regions?.provinces)}
        none={words.choose}
      />
      <SelectField
        label={label ?? words.regency}
        hint={hint}
        wrong={wrong}
        value={value}
        change={change}
        options={[
          ...(whole && province !== "" ? [{ value: province, label: words.whole }] : []),
          ...named(regions?.regenciesOf(province)),
        ]}
        none={words.choose}
      />
    </div>
  );
}
