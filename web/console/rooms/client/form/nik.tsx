/** A NIK is held against the birth date while both are typed: what differs is seen before it is sent. */
import { useEffect, useState } from "react";
import { useMe } from "../../../shell/me.ts";
import { formWords } from "./words.ts";

type Props = { readonly nik: string; readonly birthDate: string };
export function NikDiffers({ nik, birthDate }: Props) {
  const words = formWords.use();
  const today = useMe()?.now.slice(0, 10);
  const [differs, setDiffers] = useState(false);
  useEffect(() => {
    let isMeant = true;
    setDiffers(false);
    if (today === undefined || birthDate === "" || nik.replace(/\D/g, "").length !== 16) return;
    // With the list of regions: fetched by whoever types a NIK, and by nobody else.
    void import("../../../../../shared/domain/identifiers/nik.ts").then(({ nikBirthDateDiffers }) => {
      if (isMeant) setDiffers(nikBirthDateDiffers(nik, birthDate, today));
    });
    return () => {
      isMeant = false;
    };
  }, [nik, birthDate, today]);
  return (
    <div role="status">
      {differs && (
        <p class="note" data-tone="due">
          {words.nikDiffers}
        </p>
      )}
    </div>
  );
}
