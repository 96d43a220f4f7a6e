/** Of a client a trainer sees the certificates, and records them. */

import { useState } from "react";
import { useRead } from "../../../api/read.ts";
import { Failure, Skeleton } from "../../../parts/states.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { may, useMe } from "../../../shell/me.ts";
import { CertificateSheet } from "../certificate/sheet.tsx";
import { certificateWords } from "../certificate/words.ts";
import { clientsWords } from "../words.ts";
import { CertificateCard } from "./certificates.tsx";
import type { Open } from "./detail.ts";

export function CertificatesAlone({ id }: { readonly id: string }) {
  const words = certificateWords.use();
  const ofList = clientsWords.use();
  const me = useMe();
  const read = useRead("listCertificates", { params: { id } });
  const [open, setOpen] = useState<Open>();
  const name = read.data?.fullName ?? words.title;
  useTitle(name);
  const again = (): void => void read.refetch();
  return (
    <div class="stack form">
      <div>
        <h1>{name}</h1>
        {read.data && <p class="quiet">{read.data.registerNumber ?? ofList.noRegister}</p>}
      </div>
      {read.data ? (
        <CertificateCard certificates={read.data.items} open={setOpen} may={may(me, "recordCertificate")} />
      ) : read.error ? (
        <Failure error={read.error} again={again} />
      ) : (
        <Skeleton />
      )}
      {open?.kind === "certificate" && (
        <CertificateSheet
          clientId={id}
          id={open.id}
          close={() => {
            setOpen(undefined);
            again();
          }}
        />
      )}
    </div>
  );
}
