/** Province and regency, two native selects. The list of regions comes when the form is opened, and not with the room. */
import { useEffect, useState } from "react";
import { SelectField } from "../../../parts/field.tsx";
import { formWords } from "./words.ts";

type Regions = typeof import("../../../../../shared/domain/identifiers/regions.ts");
let loaded: Regions | undefined;

/** The list of regions, once it has come. */
export function useRegions(): Regions | undefined {
  const [regions, setRegions] = useState(loaded);
  useEffect(() => {
    if (regions === undefined)
      void import("../../../../../shared/domain/identifiers/regions.ts").then((come) => {
        loaded = come;
        setRegions(() => come);
      });
  }, [regions]);
  return regions;
}

type Props = {
  /** Of a regency, `36.03`; of a province alone, `36`; or empty. */
  readonly value: string;
  readonly change: (code: string) => void;
  readonly wrong?: string | undefined;
};
export function RegionField({ value, change, wrong }: Props) {
  const words = formWords.use();
  const regions = useRegions();
  const province = value.slice(0, 2);
  const provinces = regions?.provinces.map(({ code, name }) => ({ value: code, label: name })) ?? [];
  const regencies = regions?.regenciesOf(province).map(({ code, name }) => ({ value: code, label: name })) ?? [];
  return (
    <div class="pair">
      <SelectField label={words.province} value={province} change={change} options={provinces} none={words.choose} />
      <SelectField
        label={words.regency}
        value={value.length > 2 ? value : ""}
        change={change}
        options={regencies}
        none={words.choose}
        wrong={wrong}
      />
    </div>
  );
}
