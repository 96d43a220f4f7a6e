/** A regency or city, by its province: the office's own stands first. */
import { useState } from "react";
import { provinces, regenciesOf } from "../../../shared/domain/identifiers/regions.ts";
import { useMe } from "../shell/me.ts";
import { defineWords } from "../words/words.ts";
import { SelectField } from "./field.tsx";

export const id = { province: "Provinsi", choose: "Pilih" };
export type RegionWords = typeof id;
const en: RegionWords = { province: "Province", choose: "Choose" };
const regionWords = defineWords<RegionWords>(id, async () => ({ en }));

type Props = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  /** The code of a regency, `36.03`; empty while none is chosen. */
  readonly value: string;
  readonly change: (code: string) => void;
};
export function RegionField({ label, hint, wrong, value, change }: Props) {
  const words = regionWords.use();
  const own = useMe()?.office.provinceCode ?? "";
  const [chosen, choose] = useState<string>();
  const province = chosen ?? (value === "" ? own : value.slice(0, 2));
  return (
    <div class="pair">
      <SelectField
        label={words.province}
        value={province}
        change={(code) => {
          choose(code);
          if (!value.startsWith(code)) change("");
        }}
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        none={words.choose}
      />
      <SelectField
        label={label}
        hint={hint}
        wrong={wrong}
        value={value}
        change={change}
        options={regenciesOf(province).map(({ code, name }) => ({ value: code, label: name }))}
        none={words.choose}
      />
    </div>
  );
}
